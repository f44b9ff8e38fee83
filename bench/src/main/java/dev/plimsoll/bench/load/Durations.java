// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.load;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

/** How long things took, the shortest first. */
record Durations(List<Duration> sorted) {
    static Durations of(List<Duration> durations) {
        return new Durations(durations.stream().sorted().toList());
    }

    int count() {
        return sorted.size();
    }

    /** The least that so large a share of them kept, in milliseconds; empty if there are none. */
    OptionalDouble millis(double quantile) {
        if (sorted.isEmpty()) {
            return OptionalDouble.empty();
        }
        int rank = (int) Math.ceil(quantile * sorted.size());
        return OptionalDouble.of(sorted.get(Math.max(1, rank) - 1).toNanos() / 1e6);
    }
}
