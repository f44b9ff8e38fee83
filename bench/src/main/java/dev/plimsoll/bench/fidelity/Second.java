// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

import java.util.OptionalDouble;

/**
 * One second of a run.
 *
 * @param meanMs mean latency of those that arrived in it and were answered
 * @param inSystem requests that have arrived and not been answered as it ends
 */
record Second(OptionalDouble meanMs, double inSystem) {}
