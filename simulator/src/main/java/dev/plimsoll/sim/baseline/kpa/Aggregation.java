// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.kpa;

/** How the seconds of a window become one number; chosen once, when the collector is made. */
public enum Aggregation {
    /** The plain mean. */
    LINEAR {
        @Override
        MetricWindow window(int seconds) {
            return new LinearWindow(seconds);
        }
    },
    /** Weights that decay exponentially with age. */
    WEIGHTED_EXPONENTIAL {
        @Override
        MetricWindow window(int seconds) {
            return new WeightedWindow(seconds);
        }
    };

    abstract MetricWindow window(int seconds);
}
