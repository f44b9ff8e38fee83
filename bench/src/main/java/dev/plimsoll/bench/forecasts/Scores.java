// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.forecasts;

import dev.plimsoll.forecast.HorizonAccuracy;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** The three scores that are compared, each positive; less is better. */
record Scores(double mase, double wql, double intervalScore) {
    /** Empty where one of them is absent or 0, which has no ratio. */
    static Optional<Scores> of(HorizonAccuracy accuracy) {
        double mase = positive(accuracy.mase());
        double wql = positive(accuracy.wql());
        double interval = positive(accuracy.intervalScore());
        return mase * wql * interval > 0
                ? Optional.of(new Scores(mase, wql, interval))
                : Optional.empty();
    }

    private static double positive(OptionalDouble score) {
        return Math.max(0, score.orElse(0));
    }

    Scores over(Scores other) {
        return new Scores(mase / other.mase, wql / other.wql, intervalScore / other.intervalScore);
    }

    /** The least of each, which may come from different models. */
    Scores least(Scores other) {
        return new Scores(
                Math.min(mase, other.mase),
                Math.min(wql, other.wql),
                Math.min(intervalScore, other.intervalScore));
    }

    /** The geometric mean of each; empty of none. */
    static Optional<Scores> geometricMean(Collection<Scores> all) {
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Scores(
                                mean(all, Scores::mase),
                                mean(all, Scores::wql),
                                mean(all, Scores::intervalScore)));
    }

    private static double mean(Collection<Scores> all, ToDoubleFunction<Scores> score) {
        return StrictMath.exp(
                all.stream()
                        .mapToDouble(scores -> StrictMath.log(score.applyAsDouble(scores)))
                        .average()
                        .orElseThrow());
    }
}
