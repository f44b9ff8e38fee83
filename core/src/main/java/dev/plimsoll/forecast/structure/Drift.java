// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.structure;

import java.util.Arrays;
import java.util.Optional;

/**
 * A level that moves one way over the whole history. The history is cut into {@value #PARTS} parts;
 * the slope is the median of those between any two of them. It counts as a trend where their order
 * says so, where a random walk with their changes would hardly have come as far, and where it is a
 * matter of tenths of the level. A trend in less than two days may be the flank of a daily pattern,
 * and is not claimed.
 *
 * <p>Sources: Sen, Estimates of the Regression Coefficient Based on Kendall's Tau, 1968 (slope);
 * Mann, Nonparametric Tests Against Trend, 1945 (order). Mann's test takes the parts to be
 * independent, which in a series that wanders they are not; hence the second condition.
 */
final class Drift {
    private static final int PARTS = 32;
    private static final double ORDER_DEVIATIONS = 3.3;
    private static final double WALK_DEVIATIONS = 3.5;
    private static final double LEAST_SHARE = 0.1;

    private Drift() {}

    static Optional<Symptom> trend(BridgedSeries series, BlockLevels levels) {
        double seconds = series.seconds(series.size());
        if (levels.count() < 2 * PARTS || seconds < 2 * CalendarPeriods.DAY_SECONDS) {
            return Optional.empty();
        }
        double[] parts = parts(levels);
        double slope = medianSlope(parts);
        double share = slope * PARTS / Arrays.stream(parts).average().orElseThrow();
        boolean isTrend =
                Double.isFinite(share)
                        && Math.abs(share) >= LEAST_SHARE
                        && isOrdered(parts)
                        && outrunsWalk(parts);
        double perDay = slope * PARTS / (seconds / CalendarPeriods.DAY_SECONDS);
        return isTrend ? Optional.of(new Symptom.Trend(perDay, share, seconds)) : Optional.empty();
    }

    private static double[] parts(BlockLevels levels) {
        double[] parts = new double[PARTS];
        for (int i = 0; i < PARTS; i++) {
            parts[i] = levels.mean(i * levels.count() / PARTS, (i + 1) * levels.count() / PARTS);
        }
        return parts;
    }

    private static double medianSlope(double[] parts) {
        double[] slopes = new double[PARTS * (PARTS - 1) / 2];
        int count = 0;
        for (int right = 1; right < PARTS; right++) {
            for (int left = 0; left < right; left++) {
                slopes[count++] = (parts[right] - parts[left]) / (right - left);
            }
        }
        return Spread.median(slopes, 0, count);
    }

    private static boolean isOrdered(double[] parts) {
        double order = 0;
        for (int right = 1; right < PARTS; right++) {
            for (int left = 0; left < right; left++) {
                order += Math.signum(parts[right] - parts[left]);
            }
        }
        double variance = PARTS * (PARTS - 1) * (2.0 * PARTS + 5) / 18;
        return Math.abs(order) - 1 >= ORDER_DEVIATIONS * Math.sqrt(variance);
    }

    private static boolean outrunsWalk(double[] parts) {
        int changes = PARTS - 1;
        double unit = Math.abs(parts[0] - parts[changes]);
        double mean = (parts[changes] - parts[0]) / unit / changes;
        double squares = 0;
        for (int i = 1; i < PARTS; i++) {
            double beside = (parts[i] - parts[i - 1]) / unit - mean;
            squares += beside * beside;
        }
        double deviation = Math.sqrt(squares / (changes - 1));
        return Math.abs(mean) * Math.sqrt(changes) >= WALK_DEVIATIONS * deviation;
    }
}
