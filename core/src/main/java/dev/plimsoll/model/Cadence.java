// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.model;

import java.time.Duration;

/**
 * The rhythm of a workload's loop.
 *
 * @param cycle time between two planning cycles
 * @param metricsInterval time that one reading covers
 * @param metricsDelay nominal time from the end of what a reading covers until it can be read
 */
public record Cadence(Duration cycle, Duration metricsInterval, Duration metricsDelay) {
    public static final Cadence DEFAULT =
            new Cadence(Duration.ofSeconds(15), Duration.ofSeconds(15), Duration.ofSeconds(15));

    public Cadence {
        if (!cycle.isPositive() || !metricsInterval.isPositive() || metricsDelay.isNegative()) {
            throw new IllegalArgumentException(
                    "cycle %s and metrics interval %s must be positive, delay %s not negative"
                            .formatted(cycle, metricsInterval, metricsDelay));
        }
    }

    /** The age up to which a reading is fresh: its nominal delay and two intervals. */
    public Duration freshFor() {
        return metricsDelay.plus(metricsInterval).plus(metricsInterval);
    }
}
