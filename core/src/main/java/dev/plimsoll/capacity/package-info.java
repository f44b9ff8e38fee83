// SPDX-License-Identifier: Apache-2.0

/**
 * What one replica carries within the objective, and how long a new one takes: queueing theory, and
 * what is learned from observation.
 */
@NullMarked
package dev.plimsoll.capacity;

import org.jspecify.annotations.NullMarked;
