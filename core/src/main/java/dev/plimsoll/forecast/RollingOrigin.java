// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast;

import dev.plimsoll.model.InvalidInputException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
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
 *   <li>Interval score: the mean over all those samples, see {@link Quantiles#intervalScore}.
 * </ul>
 *
 * <p>Absent samples are not scored. An origin does not count at a horizon that the series does not
 * reach, nor before the first sample. Pure.
 *
 * <p>Source: Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., sections
 * 5.8 (scaled errors), 5.9 (quantile scores) and 5.10 (rolling origin).
 */
public final class RollingOrigin {
    /** Fewer tell too little. */
    public static final int LEAST_ORIGINS = 10;

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
        return accuracy(new Fed(models.get()), origins);
    }

    /**
     * The accuracy of forecasts that come from elsewhere.
     *
     * @param forecasts made at an origin, each of at least the longest horizon; asked for once per
     *     origin, in ascending order, but not for those before the first sample
     */
    public List<HorizonAccuracy> accuracy(IntFunction<Forecast> forecasts, int... origins) {
        int[] ascending = Arrays.stream(origins).sorted().distinct().toArray();
        List<HorizonScore> scores = Arrays.stream(horizons).mapToObj(HorizonScore::new).toList();
        History history = new History();
        for (int origin : ascending) {
            requireWithin(origin);
            history.takeUntil(origin);
            if (history.started) {
                Forecast forecast = forecasts.apply(origin);
                scores.forEach(score -> score.add(forecast, series, origin, history.scale()));
            }
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

    /** A model that knows the series up to the last origin it was asked at. */
    private final class Fed implements IntFunction<Forecast> {
        private final BandForecaster model;
        private int next;

        Fed(BandForecaster model) {
            this.model = model;
        }

        @Override
        public Forecast apply(int origin) {
            model.observe(series, next, origin + 1);
            next = origin + 1;
            return model.forecast(longest());
        }
    }

    /** How much the series changes per sample, up to an origin. */
    private final class History {
        private double changes;
        private int pairs;
        private int next;
        private boolean started;

        void takeUntil(int origin) {
            for (; next <= origin; next++) {
                if (series.isPresent(next)) {
                    started = true;
                    takeChange();
                }
            }
        }

        private void takeChange() {
            if (next > 0 && series.isPresent(next - 1)) {
                changes += Math.abs(series.at(next) - series.at(next - 1));
                pairs++;
            }
        }

        OptionalDouble scale() {
            return pairs == 0 ? OptionalDouble.empty() : OptionalDouble.of(changes / pairs);
        }
    }
}
