// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What a run was like, measured or simulated: the figures of each phase and each second. Immutable.
 */
final class Outcome {
    /** Latencies of a phase in milliseconds. */
    record Latencies(double meanMs, double p95Ms, double p99Ms) {}

    private final List<Map<Figure, Double>> phases = new ArrayList<>();
    private final List<Second> seconds;

    /** Puts latencies and seconds together; backlogs and drain times follow from the seconds. */
    Outcome(Profile profile, Setup setup, List<Latencies> latencies, List<Second> seconds) {
        this.seconds = List.copyOf(seconds);
        DrainTime drain = new DrainTime(profile, setup, this.seconds);
        for (int phase = 0; phase < latencies.size(); phase++) {
            Map<Figure, Double> figures = figures(latencies.get(phase));
            if (profile.phases().get(phase).isOverload()) {
                figures.put(Figure.BACKLOG, seconds.get(profile.end(phase) - 1).inSystem());
            }
            drain.after(phase).ifPresent(taken -> figures.put(Figure.DRAIN, taken));
            phases.add(figures);
        }
    }

    /** A figure of a phase; absent where the phase has none, or it did not come about. */
    OptionalDouble figure(int phase, Figure figure) {
        Double value = phases.get(phase).get(figure);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    List<Second> seconds() {
        return seconds;
    }

    private static Map<Figure, Double> figures(Latencies latencies) {
        Map<Figure, Double> figures = new EnumMap<>(Figure.class);
        figures.put(Figure.MEAN, latencies.meanMs());
        figures.put(Figure.P95, latencies.p95Ms());
        figures.put(Figure.P99, latencies.p99Ms());
        return figures;
    }
}
