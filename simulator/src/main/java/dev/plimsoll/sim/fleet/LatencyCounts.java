// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.fleet;

import dev.plimsoll.sim.cluster.LatencyTally;
import java.util.ArrayList;
import java.util.List;

/**
 * Answered requests by how long they took. Fractions of requests are counted, for the simulator
 * knows shares.
 *
 * @param within how many took at most as long as each of {@link #BOUNDS}
 * @param answered how many there were
 * @param seconds all their latencies added up
 */
public record LatencyCounts(List<Double> within, double answered, double seconds) {
    /** In seconds: Prometheus' usual ones, and longer ones for what a language model takes. */
    public static final List<Double> BOUNDS =
            List.of(
                    0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 25.0, 60.0,
                    120.0);

    static final LatencyCounts NONE =
            new LatencyCounts(BOUNDS.stream().map(_ -> 0.0).toList(), 0, 0);

    public LatencyCounts {
        within = List.copyOf(within);
    }

    /** Those of a tally, each of whose latencies was so many times as long. */
    static LatencyCounts of(LatencyTally tally, double factor) {
        double answered = tally.answered();
        if (answered <= 0) {
            return NONE;
        }
        List<Double> within = new ArrayList<>();
        for (double bound : BOUNDS) {
            within.add(answered * (1 - tally.exceedance(bound / factor)));
        }
        return new LatencyCounts(within, answered, answered * tally.meanSeconds() * factor);
    }

    LatencyCounts plus(LatencyCounts other) {
        List<Double> sums = new ArrayList<>();
        for (int i = 0; i < within.size(); i++) {
            sums.add(within.get(i) + other.within.get(i));
        }
        return new LatencyCounts(sums, answered + other.answered, seconds + other.seconds);
    }

    LatencyCounts times(double factor) {
        return new LatencyCounts(
                within.stream().map(count -> count * factor).toList(),
                answered * factor,
                seconds * factor);
    }
}
