// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import java.time.Duration;

/**
 * How long entries are kept, counted from the newest. Whatever its age, the last decision of a
 * workload is kept, and every decision whose action has no outcome yet.
 *
 * @param readings what was seen
 * @param decisions what was decided and done
 */
public record Retention(Duration readings, Duration decisions) {
    private static final Duration EVER = Duration.ofDays(36_500);

    public Retention {
        if (!readings.isPositive() || decisions.compareTo(readings) < 0) {
            throw new IllegalArgumentException(
                    "readings %s, decisions %s: keep both for some time, and decisions no shorter"
                            .formatted(readings, decisions));
        }
    }

    /** Readings for so long, decisions and actions for as long as the journal lives. */
    public static Retention ofReadings(Duration readings) {
        return new Retention(readings, EVER);
    }
}
