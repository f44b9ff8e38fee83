// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.kpa;

/** What a revision is scaled on. */
public enum ScalingMetric {
    /** Requests in flight. */
    CONCURRENCY,
    /** Requests per second. */
    RPS
}
