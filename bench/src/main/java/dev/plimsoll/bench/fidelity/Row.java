// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/** A figure of a phase: as measured, as simulated, and how far the two may be apart. */
record Row(
        Phase phase,
        Figure figure,
        List<Pair> runs,
        OptionalDouble simulated,
        Allowance allowance) {
    /** What became of a figure. */
    enum Verdict {
        INSIDE,
        OUTSIDE,
        /** It is not judged. */
        SHOWN
    }

    /**
     * A figure of one run; absent where it did not come about.
     *
     * @param real as measured
     * @param ideal the same requests at the same servers, computed without any cost
     */
    record Pair(OptionalDouble real, OptionalDouble ideal) {}

    /**
     * How far a figure may be off.
     *
     * @param chance standard deviation of the runs' mean by chance alone, as a share
     * @param tolerance the largest error, as a share
     */
    record Allowance(double chance, double tolerance) {}

    Row {
        runs = List.copyOf(runs);
    }

    /** The mean of the runs; absent unless all have it. */
    OptionalDouble measured() {
        return mean(Pair::real);
    }

    /** The simulator's error, as a share of what was measured; absent where that is 0. */
    OptionalDouble error() {
        return beyond(simulated, measured());
    }

    /** How much the machine has added to the runs, as a share. */
    OptionalDouble machine() {
        return beyond(measured(), mean(Pair::ideal));
    }

    /** How far the runs are apart, as a share of their mean. */
    OptionalDouble apart() {
        var values = runs.stream().flatMapToDouble(run -> run.real().stream()).summaryStatistics();
        return measured().orElse(0) > 0
                ? OptionalDouble.of((values.getMax() - values.getMin()) / values.getAverage())
                : OptionalDouble.empty();
    }

    /** A figure that did not come about on one side, or was measured as 0, is outside. */
    Verdict verdict() {
        if (!figure.isJudged()) {
            return Verdict.SHOWN;
        }
        double error = Math.abs(error().orElse(Double.POSITIVE_INFINITY));
        return error <= allowance.tolerance() ? Verdict.INSIDE : Verdict.OUTSIDE;
    }

    private OptionalDouble mean(Function<Pair, OptionalDouble> side) {
        List<OptionalDouble> values = runs.stream().map(side).toList();
        return values.stream().allMatch(OptionalDouble::isPresent)
                ? values.stream().mapToDouble(OptionalDouble::getAsDouble).average()
                : OptionalDouble.empty();
    }

    /** Nothing is a share of 0. */
    private static OptionalDouble beyond(OptionalDouble value, OptionalDouble base) {
        return value.isPresent() && base.orElse(0) > 0
                ? OptionalDouble.of(value.getAsDouble() / base.getAsDouble() - 1)
                : OptionalDouble.empty();
    }
}
