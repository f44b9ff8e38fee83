// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;

/**
 * The windows of a past that is read. A sample speaks for the window that it ends.
 *
 * @param start of the first window
 */
record PastWindows(Instant start, int count, int seconds) {

    /** So many, the last of which ends at a multiple of their length that is not after it. */
    static PastWindows before(Instant end, int count, int seconds) {
        long last = Math.floorDiv(end.getEpochSecond(), seconds) * seconds;
        return new PastWindows(
                Instant.ofEpochSecond(last - (long) count * seconds), count, seconds);
    }

    Duration length() {
        return Duration.ofSeconds(seconds);
    }

    Instant firstEnd() {
        return start.plusSeconds(seconds);
    }

    Instant end() {
        return start.plusSeconds((long) count * seconds);
    }

    /** The window that a sample ends. */
    OptionalInt endedBy(Instant sample) {
        double windows = Duration.between(start, sample).toMillis() / 1000.0 / seconds;
        int window = (int) Math.rint(windows) - 1;
        return window >= 0 && window < count ? OptionalInt.of(window) : OptionalInt.empty();
    }
}
