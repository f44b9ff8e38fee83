// SPDX-License-Identifier: Apache-2.0

/**
 * Runs a controller on a fleet of thousands of workloads, each a process of its own in real time,
 * and measures what it takes.
 */
@NullMarked
package dev.plimsoll.bench.load;

import org.jspecify.annotations.NullMarked;
