// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.structure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A series taken apart into seasons of known periods, a slow level and a rest. Seasons are taken
 * away one after the other, the shortest first, each as the usual course of what the series does
 * beside its moving mean over that period.
 *
 * <p>Sources: Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., sections
 * 3.4 (classical decomposition) and 4.3 (strength of a season); the order of several seasons as in
 * Bandara, Hyndman and Bergmeir, MSTL, 2021. Variances count the values that a course has taken
 * from the rest, so that the season of noise has no strength.
 */
final class Seasons {
    private static final int MOST_SLOTS = 288;
    private static final double FAR = 8; // usual spreads
    private static final double LEAST_STRENGTH = 0.02;

    private record Season(int period, SeasonalPattern pattern) {}

    private final List<Season> seasons = new ArrayList<>();
    private final double[] values;
    private final double[] rest;

    /**
     * @param values vary about 0
     * @param periods in samples, ascending, each at most half as long as the series
     */
    Seasons(double[] values, List<Integer> periods) {
        this.values = values;
        this.rest = values.clone();
        for (int period : periods) {
            double[] departures = MovingMean.departures(rest, period);
            SeasonalPattern pattern = SeasonalPattern.ofMedians(departures, period, MOST_SLOTS);
            pattern.subtractFrom(rest);
            seasons.add(new Season(period, pattern));
        }
    }

    /** The periods with their strengths, the strongest first. */
    List<SeasonalPeriod> periods() {
        if (seasons.isEmpty()) {
            return List.of();
        }
        double[] noise = noise();
        return seasons.stream()
                .map(season -> new SeasonalPeriod(season.period(), strength(season, noise)))
                .filter(period -> period.strength() >= LEAST_STRENGTH)
                .sorted(Comparator.comparingDouble(SeasonalPeriod::strength).reversed())
                .toList();
    }

    /** The sum of all seasons at a sample. */
    double at(int index) {
        return values[index] - rest[index];
    }

    /** What neither the seasons nor the slow level explain, single samples cut off. */
    private double[] noise() {
        double[] noise = MovingMean.departures(rest, seasons.getLast().period());
        Spread spread = Spread.of(noise);
        double most = FAR * spread.deviation();
        for (int i = 0; i < noise.length; i++) {
            noise[i] = Math.clamp(noise[i], spread.median() - most, spread.median() + most);
        }
        return noise;
    }

    private static double strength(Season season, double[] noise) {
        double squares = 0;
        double squaresOfBoth = 0;
        for (int i = 0; i < noise.length; i++) {
            double both = noise[i] + season.pattern().at(i);
            squares += noise[i] * noise[i];
            squaresOfBoth += both * both;
        }
        int free = Math.max(1, noise.length - season.pattern().slots());
        double unexplained = squares * noise.length / free;
        return squaresOfBoth > 0 ? Math.clamp(1 - unexplained / squaresOfBoth, 0, 1) : 0;
    }
}
