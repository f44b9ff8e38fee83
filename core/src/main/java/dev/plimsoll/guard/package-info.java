// SPDX-License-Identifier: Apache-2.0

/**
 * The rules that no proposal gets past, and what people have to say. The only place that can make
 * an {@link dev.plimsoll.guard.ApprovedAction}.
 */
@NullMarked
package dev.plimsoll.guard;

import org.jspecify.annotations.NullMarked;
