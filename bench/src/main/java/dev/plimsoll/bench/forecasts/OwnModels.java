// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.forecasts;

import dev.plimsoll.forecast.BandForecaster;
import dev.plimsoll.forecast.ensemble.EmpiricalIntervals;
import dev.plimsoll.forecast.ensemble.EnsembleSettings;
import dev.plimsoll.forecast.ensemble.ForecastModel;
import dev.plimsoll.forecast.ensemble.SelfFittingEnsemble;
import dev.plimsoll.model.InvalidInputException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Our own forecasters, by the names that a person can give. */
final class OwnModels {
    /** What forecasts where nobody names a model. */
    static final String AUTO = "auto";

    private OwnModels() {}

    /**
     * A forecaster that has seen nothing yet.
     *
     * @param horizon the most steps that it is asked for
     * @param day samples in a day
     */
    static BandForecaster create(String model, double stepSeconds, int horizon, int day) {
        if (model.equals(AUTO)) {
            return new SelfFittingEnsemble(EnsembleSettings.of(seconds(stepSeconds), horizon));
        }
        ForecastModel named = ForecastModel.named(model).orElseThrow(() -> unknown(model));
        return new EmpiricalIntervals(named.create(day), horizon);
    }

    private static Duration seconds(double seconds) {
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }

    /** The names of a list with commas. */
    static List<String> parse(String text) {
        List<String> models = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
        models.forEach(OwnModels::require);
        return models.stream().distinct().toList();
    }

    private static void require(String model) {
        if (!model.equals(AUTO) && ForecastModel.named(model).isEmpty()) {
            throw unknown(model);
        }
    }

    private static InvalidInputException unknown(String model) {
        return new InvalidInputException(
                "--models", "model", model, "choose from auto, " + ForecastModel.labels());
    }
}
