// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast;

import java.util.BitSet;
import java.util.SplittableRandom;

/** Seeded series for properties: a season of 12 samples, noise, a drift, and runs of gaps. */
public final class RandomSeries {
    private RandomSeries() {}

    public static RegularSeries withGaps(long seed, int size) {
        SplittableRandom random = new SplittableRandom(seed);
        double scale = StrictMath.pow(10, random.nextInt(-2, 7));
        double drift = random.nextDouble(-0.01, 0.01);
        double[] values = new double[size];
        BitSet absent = new BitSet();
        for (int i = 0; i < size; i++) {
            double season = 1 + 0.5 * StrictMath.sin(2 * Math.PI * i / 12);
            values[i] = Math.max(0, scale * (season + drift * i + 0.2 * random.nextGaussian()));
            if (random.nextDouble() < 0.05) {
                absent.set(i, i + random.nextInt(1, 15));
            }
        }
        return new RegularSeries(values, absent);
    }

    public static void feed(Forecaster forecaster, RegularSeries series, int from, int to) {
        for (int i = from; i < to; i++) {
            if (series.isPresent(i)) {
                forecaster.observe(series.at(i));
            } else {
                forecaster.observeGap();
            }
        }
    }

    public static void feed(BandForecaster intervals, RegularSeries series, int from, int to) {
        for (int i = from; i < to; i++) {
            if (series.isPresent(i)) {
                intervals.observe(series.at(i));
            } else {
                intervals.observeGap();
            }
        }
    }
}
