// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.ensemble;

import dev.plimsoll.forecast.RegularSeries;
import java.time.Duration;
import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A service whose demand changes its nature after two weeks: its level, its daily rhythm or its
 * noise. What the ensemble and each of its experts lose on the day after the first one.
 */
final class BreakOfStructure {
    private static final int DAY = 96;
    private static final int BREAK = 14 * DAY;
    private static final int AHEAD = 4;

    private BreakOfStructure() {}

    /** Mean absolute errors four steps ahead. */
    record Losses(double ensemble, double bestExpert) {}

    static Losses losses(long seed) {
        EnsembleSettings settings = EnsembleSettings.of(Duration.ofMinutes(15), AHEAD);
        EnsembleForecaster ensemble = new EnsembleForecaster(settings);
        ExpertPool pool = new ExpertPool(settings);
        RegularSeries series = series(seed);
        double[] losses = new double[ExpertPool.SIZE + 1];
        double[] opinions = new double[ExpertPool.SIZE];
        for (int i = 0; i + AHEAD < series.size(); i++) {
            ensemble.observe(series.at(i));
            pool.observe(series.at(i));
            if (i >= BREAK + DAY) {
                pool.predict(AHEAD, opinions);
                double actual = series.at(i + AHEAD);
                for (int expert = 0; expert < ExpertPool.SIZE; expert++) {
                    losses[expert] += Math.abs(actual - opinions[expert]);
                }
                losses[ExpertPool.SIZE] += Math.abs(actual - ensemble.at(AHEAD).q50());
            }
        }
        double best =
                IntStream.range(0, ExpertPool.SIZE)
                        .mapToDouble(expert -> losses[expert])
                        .filter(loss -> !Double.isNaN(loss))
                        .min()
                        .orElseThrow();
        return new Losses(losses[ExpertPool.SIZE], best);
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
