// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

import dev.plimsoll.bench.fidelity.Row.Allowance;
import dev.plimsoll.bench.fidelity.Row.Pair;
import dev.plimsoll.bench.fidelity.Row.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Equal real runs beside the simulated one, figure by figure. Immutable. */
final class Comparison {
    /** Standard deviations of chance that a short run is allowed. */
    static final double DEVIATIONS = 3;

    /**
     * A real run.
     *
     * @param real as measured
     * @param ideal the same requests at the same servers, computed without any cost
     */
    record Run(Outcome real, Outcome ideal) {}

    private final Profile profile;
    private final List<Run> runs;
    private final Outcome simulated;
    private final Chance chance;
    private final boolean isShort;
    private final List<Row> rows = new ArrayList<>();

    /**
     * Compares.
     *
     * @param isShort whether the runs are so short that the tolerance has to allow for chance
     */
    Comparison(Profile profile, List<Run> runs, Outcome simulated, Chance chance, boolean isShort) {
        this.profile = profile;
        this.runs = List.copyOf(runs);
        this.simulated = simulated;
        this.chance = chance;
        this.isShort = isShort;
        for (int phase = 0; phase < profile.phases().size(); phase++) {
            addRows(phase);
        }
    }

    Profile profile() {
        return profile;
    }

    /** What was measured, run by run. */
    List<Outcome> measured() {
        return runs.stream().map(Run::real).toList();
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
        return new Row(
                profile.phases().get(phase),
                figure,
                runs.stream().map(run -> pair(run, phase, figure)).toList(),
                simulated.figure(phase, figure),
                allowance(phase, figure));
    }

    private Allowance allowance(int phase, Figure figure) {
        double spread = chance.spread(phase, figure);
        double tolerance = profile.phases().get(phase).regime().tolerance();
        return new Allowance(spread, isShort ? tolerance + DEVIATIONS * spread : tolerance);
    }

    private static Pair pair(Run run, int phase, Figure figure) {
        return new Pair(run.real().figure(phase, figure), run.ideal().figure(phase, figure));
    }
}
