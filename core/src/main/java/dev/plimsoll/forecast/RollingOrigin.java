// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast;

import dev.plimsoll.model.InvalidInputException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/**
 * How well a forecaster would have done on a series: it is fed once from the start, at each origin
 * it forecasts, and the forecast is scored against what came. An origin is the index of the last
 * sample that the forecaster knows.
 *
 * <ul>
 *   <li>MASE: the mean absolute error of the median over steps 1 to h, over the mean absolute
 *       change from one sample to the next in the history up to the origin; then the mean over
 *       windows.
 *   <li>wQL: per level 2 · Σ pinball loss / Σ demand over all steps of all windows; then the mean
 *       over levels.
 *   <li>Coverage: the share of all those samples within the 90 % band.
 * </ul>
 *
 * <p>Absent samples are not scored. An origin does not count at a horizon that the series does not
 * reach, nor before the first sample. Pure.
 *
 * <p>Source: Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., sections
 * 5.8 (scaled errors), 5.9 (quantile scores) and 5.10 (rolling origin).
 */
public final class RollingOrigin {
    static final int LEAST_ORIGINS = 10;

    private final RegularSeries series;
    private final int[] horizons;

    /** Scores over a series up to each of the horizons, in samples. */
    public RollingOrigin(RegularSeries series, int... horizons) {
        Arrays.stream(horizons).forEach(Checks::steps);
        Checks.atLeast(1, horizons.length, "the number of horizons");
        this.series = series;
        this.horizons = horizons.clone();
    }

    /**
     * Origins spread evenly over the latter half of those that a whole window of the longest
     * horizon can follow, the first and last of them included.
     *
     * @param count at least 10
     */
    public int[] spreadOrigins(int count) {
        Checks.atLeast(LEAST_ORIGINS, count, "the number of origins");
        int last = series.size() - 1 - longest();
        int first = last / 2;
        if (last - first < count - 1) {
            throw new InvalidInputException(
                    "a series of %d samples is too short for %d origins at a horizon of %d samples: shorten the horizon or give at least %d samples"
                            .formatted(series.size(), count, longest(), longest() + 2 * count - 2));
        }
        int[] origins = new int[count];
        for (int i = 0; i < count; i++) {
            origins[i] = first + (int) ((long) i * (last - first) / (count - 1));
        }
        return origins;
    }

    /** The accuracy per horizon, in the horizons' order, of forecasts made at the origins. */
    public List<HorizonAccuracy> accuracy(
            Supplier<? extends BandForecaster> models, int... origins) {
        int[] ascending = Arrays.stream(origins).sorted().distinct().toArray();
        List<HorizonScore> scores = Arrays.stream(horizons).mapToObj(HorizonScore::new).toList();
        History history = new History(models.get());
        int index = 0;
        for (int origin : ascending) {
            requireWithin(origin);
            while (index <= origin) {
                history.take(index++);
            }
            history.score(origin, scores);
        }
        return scores.stream().map(HorizonScore::accuracy).toList();
    }

    private void requireWithin(int origin) {
        if (origin < 0 || origin >= series.size()) {
            throw new IllegalArgumentException(
                    "origin %d is not within the series of %d samples"
                            .formatted(origin, series.size()));
        }
    }

    private int longest() {
        return Arrays.stream(horizons).max().orElseThrow();
    }

    /** What is known up to an origin: the model, and how much the series changes per sample. */
    private final class History {
        private final BandForecaster model;
        private double changes;
        private int pairs;
        private boolean started;

        History(BandForecaster model) {
            this.model = model;
        }

        void take(int index) {
            if (!series.isPresent(index)) {
                model.observeGap();
                return;
            }
            started = true;
            model.observe(series.at(index));
            if (index > 0 && series.isPresent(index - 1)) {
                changes += Math.abs(series.at(index) - series.at(index - 1));
                pairs++;
            }
        }

        void score(int origin, List<HorizonScore> scores) {
            if (started) {
                Forecast forecast = model.forecast(longest());
                scores.forEach(score -> score.add(forecast, series, origin, scale()));
            }
        }

        private OptionalDouble scale() {
            return pairs == 0 ? OptionalDouble.empty() : OptionalDouble.of(changes / pairs);
        }
    }
}
