// SPDX-License-Identifier: Apache-2.0

/**
 * Named policies: from an outlook to a proposal. Pure; what a proposal may do is for the guard to
 * say.
 */
@NullMarked
package dev.plimsoll.plan;

import org.jspecify.annotations.NullMarked;
