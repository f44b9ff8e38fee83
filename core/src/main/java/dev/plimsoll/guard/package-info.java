// SPDX-License-Identifier: Apache-2.0

/**
 * The rules that no proposal gets past. The only place that can make an {@link
 * dev.plimsoll.guard.ApprovedAction}.
 */
@NullMarked
package dev.plimsoll.guard;

import org.jspecify.annotations.NullMarked;
