// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

import dev.plimsoll.model.InvalidInputException;
import java.time.Duration;

/**
 * What a comparison is asked for.
 *
 * @param minutes of the two compared runs together; what is measured beside them takes a quarter
 *     more
 * @param seed of arrivals and service times
 */
record Settings(int minutes, long seed) {
    /** Asks for the short form, which leaves out a part of the phases and what is beside them. */
    static final int SHORT_MINUTES = 2;

    /** From here on chance is small against the tolerance. */
    static final int FULL_MINUTES = 2 * Profile.FULL_SECONDS / 60;

    private static final int MOST_MINUTES = 24 * 60;

    private static final Duration SERVICE_TIME = Duration.ofMillis(50);

    Settings {
        if (minutes < SHORT_MINUTES || minutes > MOST_MINUTES) {
            throw new InvalidInputException(
                    "--minutes", "time", String.valueOf(minutes), "give 2 to 1440");
        }
    }

    /**
     * Mean time that a request holds a slot. At 130 % that makes 832 requests a second, which cost
     * about a millisecond of a core each.
     */
    Duration serviceTime() {
        return SERVICE_TIME;
    }

    /** How the times of a profile are stretched. */
    double scale() {
        return (double) minutes / FULL_MINUTES;
    }

    /** What the two compared runs go through. */
    Profile profile() {
        return isShort() ? Profile.shortened() : Profile.whole(scale());
    }

    /** Whether it is to be over as soon as possible. */
    boolean isShort() {
        return minutes == SHORT_MINUTES;
    }

    /** Whether the phases are so short that the tolerance has to allow for chance. */
    boolean allowsForChance() {
        return minutes < FULL_MINUTES;
    }

    Setup setup() {
        return Setup.of(SERVICE_TIME.toNanos() / 1e9);
    }
}
