// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

import dev.plimsoll.model.InvalidInputException;
import java.time.Duration;

/**
 * What a comparison is asked for.
 *
 * @param serviceTime mean time that a request holds a slot
 * @param minutes of the two compared runs together; what is measured beside them takes a fifth more
 * @param seed of arrivals and service times
 */
record Settings(Duration serviceTime, int minutes, long seed) {
    /** The least with a few seconds for each phase. */
    static final int SHORT_MINUTES = 2;

    /** From here on chance is small against the tolerance. */
    static final int FULL_MINUTES = 2 * Profile.FULL_SECONDS / 60;

    private static final int MOST_MINUTES = 24 * 60;

    /**
     * At 130 % that makes 1040 requests a second, which cost about a millisecond of a core each.
     */
    private static final Duration SHORTEST = Duration.ofMillis(40);

    private static final Duration LONGEST = Duration.ofSeconds(1);

    Settings {
        if (minutes < SHORT_MINUTES || minutes > MOST_MINUTES) {
            throw new InvalidInputException(
                    "--minutes", "time", String.valueOf(minutes), "give 2 to 1440");
        }
        if (serviceTime.compareTo(SHORTEST) < 0 || serviceTime.compareTo(LONGEST) > 0) {
            throw new InvalidInputException(
                    "--service-time", "time", serviceTime.toMillis() + "ms", "give 40ms to 1s");
        }
    }

    /** How the times of a profile are stretched. */
    double scale() {
        return (double) minutes / FULL_MINUTES;
    }

    /** Whether the phases are so short that the tolerance has to allow for chance. */
    boolean isShort() {
        return minutes < FULL_MINUTES;
    }

    Setup setup() {
        return Setup.of(serviceTime.toNanos() / 1e9);
    }
}
