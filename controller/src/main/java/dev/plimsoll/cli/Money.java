// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.sim.tune.Tuning;
import java.time.Duration;

/**
 * What replica-hours cost, in whatever currency the price is in.
 *
 * @param perHour price of a replica for an hour
 */
record Money(double perHour) {
    private static final double MONTH_SECONDS = Duration.ofDays(30).toSeconds();

    double of(double replicaHours) {
        return replicaHours * perHour;
    }

    /** What comes to an amount in 30 days, if they are like the time that was scored. */
    double monthly(Tuning tuning, double amount) {
        return amount * MONTH_SECONDS / tuning.scoredSeconds();
    }
}
