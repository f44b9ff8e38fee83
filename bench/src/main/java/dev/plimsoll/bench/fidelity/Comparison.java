// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Two equal real runs beside the simulated one, figure by figure. Immutable. */
final class Comparison {
    /** Standard deviations of chance that a short run is allowed. */
    static final double DEVIATIONS = 3;

    private final Profile profile;
    private final List<Outcome> runs;
    private final Outcome simulated;
    private final Chance chance;
    private final boolean brief;
    private final List<Row> rows = new ArrayList<>();

    /**
     * Compares.
     *
     * @param brief whether the runs are so short that the tolerance has to allow for chance
     */
    Comparison(
            Profile profile, List<Outcome> runs, Outcome simulated, Chance chance, boolean brief) {
        this.profile = profile;
        this.runs = List.copyOf(runs);
        this.simulated = simulated;
        this.chance = chance;
        this.brief = brief;
        for (int phase = 0; phase < profile.phases().size(); phase++) {
            addRows(phase);
        }
    }

    Profile profile() {
        return profile;
    }

    List<Outcome> runs() {
        return runs;
    }

    Outcome simulated() {
        return simulated;
    }

    List<Row> rows() {
        return List.copyOf(rows);
    }

    /** Whether every judged figure is inside its tolerance. */
    boolean isInside() {
        return rows.stream().noneMatch(row -> row.verdict() == Verdict.OUTSIDE);
    }

    private void addRows(int phase) {
        for (Figure figure : Figure.values()) {
            if (profile.phases().get(phase).has(figure)) {
                rows.add(row(phase, figure));
            }
        }
    }

    private Row row(int phase, Figure figure) {
        double spread = chance.spread(phase, figure);
        double allowed = profile.phases().get(phase).regime().tolerance();
        return new Row(
                profile.phases().get(phase),
                figure,
                runs.stream().map(run -> run.figure(phase, figure)).toList(),
                simulated.figure(phase, figure),
                new Allowance(spread, brief ? allowed + DEVIATIONS * spread : allowed));
    }

    /** What became of a figure. */
    enum Verdict {
        INSIDE,
        OUTSIDE,
        /** It is not judged. */
        SHOWN
    }

    /**
     * How far a figure may be off.
     *
     * @param chance standard deviation of the runs' mean by chance alone, as a share
     * @param tolerance the largest error, as a share
     */
    record Allowance(double chance, double tolerance) {}

    /**
     * A figure of a phase.
     *
     * @param runs as measured; absent where it did not come about
     */
    record Row(
            Phase phase,
            Figure figure,
            List<OptionalDouble> runs,
            OptionalDouble simulated,
            Allowance allowance) {
        /** The mean of the runs; absent unless all have it. */
        OptionalDouble measured() {
            return runs.stream().allMatch(OptionalDouble::isPresent)
                    ? runs.stream().mapToDouble(OptionalDouble::getAsDouble).average()
                    : OptionalDouble.empty();
        }

        /** The simulator's error, as a share of what was measured. */
        OptionalDouble error() {
            OptionalDouble measured = measured();
            return measured.isPresent() && simulated.isPresent()
                    ? OptionalDouble.of(simulated.getAsDouble() / measured.getAsDouble() - 1)
                    : OptionalDouble.empty();
        }

        /** How far the runs are apart, as a share of their mean. */
        OptionalDouble apart() {
            var values = runs.stream().flatMapToDouble(OptionalDouble::stream).summaryStatistics();
            return measured().isPresent()
                    ? OptionalDouble.of((values.getMax() - values.getMin()) / values.getAverage())
                    : OptionalDouble.empty();
        }

        /** A figure that did not come about on one side is outside. */
        Verdict verdict() {
            if (!figure.isJudged()) {
                return Verdict.SHOWN;
            }
            double error = Math.abs(error().orElse(Double.POSITIVE_INFINITY));
            return error <= allowance.tolerance() ? Verdict.INSIDE : Verdict.OUTSIDE;
        }
    }
}
