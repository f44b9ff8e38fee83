// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.app;

import dev.plimsoll.server.Histogram;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How long things took. Not thread-safe. */
final class DurationTally {
    private static final List<Double> BOUNDS =
            List.of(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0);

    private final long[] within = new long[BOUNDS.size()];
    private long count;
    private Duration total = Duration.ZERO;
    private Duration longest = Duration.ZERO;

    void took(Duration time) {
        double seconds = seconds(time);
        for (int i = 0; i < within.length; i++) {
            within[i] += seconds <= BOUNDS.get(i) ? 1 : 0;
        }
        count++;
        total = total.plus(time);
        longest = longest.compareTo(time) < 0 ? time : longest;
    }

    long count() {
        return count;
    }

    Duration total() {
        return total;
    }

    Duration longest() {
        return longest;
    }

    Histogram histogram() {
        List<Double> counts = new ArrayList<>();
        for (long each : within) {
            counts.add((double) each);
        }
        return new Histogram(BOUNDS, counts, count, seconds(total));
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }
}
