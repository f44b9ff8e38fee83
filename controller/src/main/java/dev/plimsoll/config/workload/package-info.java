// SPDX-License-Identifier: Apache-2.0

/**
 * What the owner of a workload asks for, in the words that scenarios and policies share: limits,
 * objective, state, pace, rhythm of readings. What only one kind of file says is in its own
 * package.
 */
@NullMarked
package dev.plimsoll.config.workload;

import org.jspecify.annotations.NullMarked;
