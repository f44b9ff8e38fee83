// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.ensemble;

import dev.plimsoll.forecast.Forecaster;
import dev.plimsoll.forecast.naive.NaiveForecaster;
import dev.plimsoll.forecast.naive.SeasonalNaiveForecaster;
import dev.plimsoll.forecast.smoothing.HoltWintersForecaster;
import dev.plimsoll.forecast.smoothing.HoltWintersSettings;
import java.util.Arrays;
import java.util.Optional;

/** The forecasters that a person can name. */
public enum ForecastModel {
    NAIVE("naive"),
    SEASONAL_NAIVE("seasonal-naive"),
    HOLT_WINTERS("holt-winters");

    private final String label;

    ForecastModel(String label) {
        this.label = label;
    }

    /** The model of a name; empty if there is none. */
    public static Optional<ForecastModel> named(String label) {
        return Arrays.stream(values()).filter(model -> model.label.equals(label)).findFirst();
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
            case HOLT_WINTERS -> new HoltWintersForecaster(HoltWintersSettings.forPeriod(period));
        };
    }
}
