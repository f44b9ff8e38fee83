// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.ensemble;

import dev.plimsoll.forecast.RegularSeries;
import java.time.Duration;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A service whose demand changes its nature after two weeks: its level, its daily rhythm or its
 * noise. What the ensemble loses on the second day after that, and what that expert loses which
 * survived the break best: which lost least on the first two days.
 */
final class BreakOfStructure {
    private static final int DAY = 96;
    private static final int BREAK = 14 * DAY;
    private static final int AHEAD = 4;

    private BreakOfStructure() {}

    /** Mean absolute errors four steps ahead. */
    record Losses(double ensemble, double survivor) {}

    static Losses losses(long seed) {
        EnsembleSettings settings = EnsembleSettings.of(Duration.ofMinutes(15), AHEAD);
        EnsembleForecaster ensemble = new EnsembleForecaster(settings);
        ExpertPool pool = new ExpertPool(settings);
        RegularSeries series = series(seed);
        double[] sinceBreak = new double[ExpertPool.SIZE];
        double[] losses = new double[ExpertPool.SIZE + 1];
        double[] opinions = new double[ExpertPool.SIZE];
        for (int i = 0; i + AHEAD < series.size(); i++) {
            ensemble.observe(series.at(i));
            pool.observe(series.at(i));
            double second = i >= BREAK + DAY ? 1 : 0;
            if (i >= BREAK) {
                pool.predict(AHEAD, ExpertPool.ALL, opinions);
                double actual = series.at(i + AHEAD);
                for (int expert = 0; expert < ExpertPool.SIZE; expert++) {
                    double loss = Math.abs(actual - opinions[expert]);
                    sinceBreak[expert] += loss;
                    losses[expert] += second * loss;
                }
                losses[ExpertPool.SIZE] += second * Math.abs(actual - ensemble.at(AHEAD).q50());
            }
        }
        int survivor =
                IntStream.range(0, ExpertPool.SIZE)
                        .filter(expert -> !Double.isNaN(sinceBreak[expert]))
                        .boxed()
                        .min(Comparator.comparingDouble(expert -> sinceBreak[expert]))
                        .orElseThrow();
        return new Losses(losses[ExpertPool.SIZE], losses[survivor]);
    }

    private static RegularSeries series(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int kind = (int) (seed % 3);
        double[] values = new double[BREAK + 2 * DAY + AHEAD];
        Arrays.setAll(values, i -> value(i, kind, random.nextGaussian()));
        return new RegularSeries(values, new BitSet());
    }

    private static double value(int i, int kind, double noise) {
        double rhythm = StrictMath.sin(2 * Math.PI * i / DAY);
        if (i < BREAK) {
            return 200 + 100 * rhythm + 5 * noise;
        }
        return switch (kind) {
            case 0 -> Math.max(0, 600 + 100 * rhythm + 5 * noise);
            case 1 -> Math.max(0, 200 - 100 * rhythm + 5 * noise);
            default -> Math.max(0, 200 + 40 * noise);
        };
    }
}
