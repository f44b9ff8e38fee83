// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.ensemble;

import dev.plimsoll.forecast.BlockMeans;
import dev.plimsoll.forecast.FittedForecaster;
import dev.plimsoll.forecast.Forecaster;
import dev.plimsoll.forecast.SelfFitting;
import dev.plimsoll.forecast.arima.ArimaChoice;
import dev.plimsoll.forecast.arima.ArimaForecaster;
import dev.plimsoll.forecast.naive.DriftForecaster;
import dev.plimsoll.forecast.naive.NaiveForecaster;
import dev.plimsoll.forecast.naive.SeasonalNaiveForecaster;
import dev.plimsoll.forecast.seasons.MultiSeasonForecaster;
import dev.plimsoll.forecast.smoothing.EtsForecaster;
import dev.plimsoll.forecast.smoothing.HoltWintersForecaster;
import dev.plimsoll.forecast.smoothing.HoltWintersSettings;
import dev.plimsoll.forecast.smoothing.ThetaForecaster;
import dev.plimsoll.forecast.svr.SvrForecaster;
import dev.plimsoll.forecast.svr.SvrSettings;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * The single models that a person can name. Those that are fitted refit themselves, to the last 500
 * samples where they know no season.
 */
public enum ForecastModel {
    NAIVE("naive"),
    SEASONAL_NAIVE("seasonal-naive"),
    DRIFT("drift"),
    HOLT_WINTERS("holt-winters"),
    ETS("ets"),
    THETA("theta"),
    ARIMA("arima"),
    SARIMA("sarima"),
    ARIMA_YADAV("arima-yadav"),
    SARIMA_YADAV("sarima-yadav"),
    MULTI_SEASON("multi-season"),
    SVR("svr");

    /** The longest periods that are known by one state, or by one index, per phase. */
    private static final int MOST_STATES = 24;

    private static final int MOST_INDICES = 300;

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    private static final int RECENT = 500;
    private static final int DAYS_OF_WEEK = 7;

    /** Samples of history that a model with a week's season is fitted to, at most. */
    private static final int LONGEST_HISTORY = 50_000;

    private final String label;

    ForecastModel(String label) {
        this.label = label;
    }

    /** The model of a name; empty if there is none. */
    public static Optional<ForecastModel> named(String label) {
        return Arrays.stream(values()).filter(model -> model.label.equals(label)).findFirst();
    }

    /** All names, for people. */
    public static String labels() {
        return Arrays.stream(values()).map(ForecastModel::label).collect(Collectors.joining(", "));
    }

    /** The name that serves on the command line and in reports. */
    public String label() {
        return label;
    }

    /**
     * A forecaster that has seen nothing yet.
     *
     * @param period samples in a season, at least 2
     */
    public Forecaster create(int period) {
        return switch (this) {
            case NAIVE -> new NaiveForecaster();
            case SEASONAL_NAIVE -> new SeasonalNaiveForecaster(period);
            case DRIFT -> new DriftForecaster();
            case HOLT_WINTERS -> new HoltWintersForecaster(HoltWintersSettings.forPeriod(period));
            case ETS -> recent(new EtsForecaster(period <= MOST_STATES ? period : 1));
            case THETA -> seasonal(ThetaForecaster::new, period);
            case ARIMA -> recent(new ArimaForecaster(ArimaChoice.arima()));
            case SARIMA -> seasonal(ForecastModel::sarima, period);
            case ARIMA_YADAV -> recent(new ArimaForecaster(ArimaChoice.arimaYadav()));
            case SARIMA_YADAV -> recent(new ArimaForecaster(ArimaChoice.sarimaYadav()));
            case MULTI_SEASON ->
                    weekly(new MultiSeasonForecaster(period, DAYS_OF_WEEK * period), period);
            case SVR -> weekly(new SvrForecaster(SvrSettings.forPeriod(period)), period);
        };
    }

    /**
     * A forecaster with a season of a day that has seen nothing yet, for a series with a sample in
     * each {@code interval}.
     *
     * <p>Those that are fitted see means over a minute, so that the samples which a fit looks at
     * reach back for hours and not for minutes; SARIMA and Theta see means over five minutes, where
     * a day is 288 samples: its 5,760 of 15 s are beyond them. Yadav et al. 2020 do not say how
     * often they sampled.
     */
    public Forecaster every(Duration interval) {
        int block =
                Math.max(1, Math.toIntExact(Math.ceilDiv(pace().toNanos(), interval.toNanos())));
        int day = (int) Math.max(2, DAY.dividedBy(interval.multipliedBy(block)));
        return block == 1 ? create(day) : new BlockMeans(create(day), block);
    }

    /** How long a sample should last at least. */
    private Duration pace() {
        return switch (this) {
            case NAIVE, SEASONAL_NAIVE, DRIFT, HOLT_WINTERS -> Duration.ZERO;
            case ETS, ARIMA, ARIMA_YADAV, SARIMA_YADAV, MULTI_SEASON, SVR -> MINUTE;
            case THETA, SARIMA -> FIVE_MINUTES;
        };
    }

    private static FittedForecaster sarima(int period) {
        return new ArimaForecaster(ArimaChoice.sarima(period));
    }

    private static Forecaster recent(FittedForecaster model) {
        return new SelfFitting(model, RECENT, RECENT / 2);
    }

    /** Fitted to seven periods, once in each; a period too long to be known is left out. */
    private static Forecaster seasonal(IntFunction<FittedForecaster> maker, int period) {
        if (period > MOST_INDICES) {
            return recent(maker.apply(1));
        }
        int window = Math.max(RECENT, DAYS_OF_WEEK * period);
        return new SelfFitting(maker.apply(period), window, Math.max(period, RECENT / 2));
    }

    /** Fitted to two weeks, once a day. */
    private static Forecaster weekly(FittedForecaster model, int period) {
        int weeks = 2 * DAYS_OF_WEEK;
        int day = Math.clamp(period, RECENT / 2, LONGEST_HISTORY / weeks);
        return new SelfFitting(model, weeks * day, day);
    }
}
