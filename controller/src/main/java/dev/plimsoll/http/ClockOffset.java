// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * How far the clock of another machine is ahead of ours. It is zero at first, and it stays as it is
 * until a measurement differs by more than a tolerance: so instants that are translated do not
 * tremble with the network. Half a round trip is what a measurement may be wrong by; that much more
 * is tolerated. Thread-safe.
 */
public final class ClockOffset {
    /** Below it nothing that is decided here depends on a clock. */
    public static final Duration USUAL_TOLERANCE = Duration.ofSeconds(2);

    private final Duration tolerance;
    private Duration offset = Duration.ZERO;

    public ClockOffset(Duration tolerance) {
        this.tolerance = tolerance;
    }

    /** What their clock said to a question that was sent and answered at these times of ours. */
    public synchronized void measure(Instant sent, Instant received, Instant theirs) {
        Duration half = Duration.between(sent, received).dividedBy(2);
        Duration measured = Duration.between(sent.plus(half), theirs);
        if (measured.minus(offset).abs().compareTo(tolerance.plus(half)) > 0) {
            offset = measured;
        }
    }

    /** An instant of our clock on theirs. */
    public synchronized Instant theirs(Instant ours) {
        return ours.plus(offset);
    }

    /** An instant of their clock on ours. */
    public synchronized Instant ours(Instant theirs) {
        return theirs.minus(offset);
    }

    /** The difference as the end of a sentence, where it is above the tolerance. */
    public synchronized Optional<String> sentence() {
        if (offset.abs().compareTo(tolerance) <= 0) {
            return Optional.empty();
        }
        return Optional.of(
                "its clock is %s %s ours"
                        .formatted(
                                span(offset.abs()), offset.isNegative() ? "behind" : "ahead of"));
    }

    private static String span(Duration span) {
        double seconds = span.toMillis() / 1000.0;
        if (seconds < 120) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        if (seconds < 7200) {
            return Math.round(seconds / 60) + " min";
        }
        return seconds < 172_800
                ? Math.round(seconds / 3600) + " h"
                : Math.round(seconds / 86_400) + " days";
    }
}
