// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.structure;

import java.util.Arrays;
import java.util.Optional;

/**
 * Samples far off what lies around them: single ones are outliers, many are the nature of the
 * series. Around a sample lie the levels of its block and of the two beside it, and the season
 * within a block's length before and after it: neither a shift of level nor a slope makes outliers,
 * nor does a job that is a little late. Far is many times the usual distance from the block's
 * level, in the whole series or nearby, whichever is more.
 *
 * <p>Source: the filter of Hampel, as in Pearson, Outliers in process modeling and identification,
 * 2002.
 */
final class Strays {
    private static final double FAR = 8; // usual spreads
    private static final double MANY = 0.01; // of the samples
    private static final int MANY_AT_LEAST = 10;
    private static final int NEARBY = 4; // blocks to either side
    private static final double MEDIAN_DEVIATION = 1.4826; // of a normal, over its median distance
    private static final int LEAST_BLOCKS = 5;

    private final BridgedSeries series;
    private final double[] values;
    private final BlockLevels levels;

    private int count;
    private int latest;
    private double farthest;

    Strays(BridgedSeries series, double[] unseasonal, BlockLevels levels) {
        this.series = series;
        this.values = unseasonal;
        this.levels = levels;
    }

    Optional<Symptom> found() {
        if (levels.count() < LEAST_BLOCKS) {
            return Optional.empty();
        }
        search();
        if (count == 0) {
            return Optional.empty();
        }
        double share = (double) count / series.present();
        boolean many = share > MANY && count >= MANY_AT_LEAST;
        return Optional.of(many ? new Symptom.Bursty(share, farthest) : outliers());
    }

    private Symptom outliers() {
        double expected = Math.max(0, levels.around(latest) + season(latest));
        return new Symptom.Outliers(count, latest, series.at(latest), expected);
    }

    private void search() {
        double[] departures = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            departures[i] = values[i] - levels.around(i);
        }
        double far = FAR * Spread.of(departures).deviation();
        for (int block = 0; block < levels.count(); block++) {
            int end = block + 1 == levels.count() ? values.length : levels.start(block + 1);
            if (reaches(departures, levels.start(block), end, far)) {
                double limit = Math.max(far, FAR * nearby(departures, block));
                for (int i = levels.start(block); i < end; i++) {
                    consider(i, limit);
                }
            }
        }
    }

    private static boolean reaches(double[] departures, int from, int to, double far) {
        for (int i = from; i < to; i++) {
            if (Math.abs(departures[i]) > far) {
                return true;
            }
        }
        return false;
    }

    private double nearby(double[] departures, int block) {
        int from = levels.start(Math.max(0, block - NEARBY));
        int to = levels.start(Math.min(levels.count(), block + NEARBY + 1));
        double[] distances = Arrays.copyOfRange(departures, from, to);
        for (int i = 0; i < distances.length; i++) {
            distances[i] = Math.abs(distances[i]);
        }
        return MEDIAN_DEVIATION * Spread.median(distances, 0, distances.length);
    }

    private void consider(int i, double far) {
        double beyond = beyondNeighbours(i);
        if (beyond > far && series.isPresent(i)) {
            count++;
            latest = i;
            farthest = Math.max(farthest, Math.min(FAR * (beyond / far), Double.MAX_VALUE));
        }
    }

    private double beyondNeighbours(int i) {
        int block = levels.blockOf(i);
        double least = levels.at(block);
        double largest = least;
        for (int near = Math.max(0, block - 1);
                near <= Math.min(levels.count() - 1, block + 1);
                near++) {
            least = Math.min(least, levels.at(near));
            largest = Math.max(largest, levels.at(near));
        }
        return beyondSeason(i, least, largest);
    }

    private double beyondSeason(int i, double leastLevel, double largestLevel) {
        double least = season(i);
        double largest = least;
        int from = Math.max(0, i - levels.length());
        int to = Math.min(values.length - 1, i + levels.length());
        for (int near = from; near <= to; near++) {
            least = Math.min(least, season(near));
            largest = Math.max(largest, season(near));
        }
        double value = series.at(i);
        return Math.abs(value - Math.clamp(value, leastLevel + least, largestLevel + largest));
    }

    private double season(int i) {
        return series.at(i) - values[i];
    }
}
