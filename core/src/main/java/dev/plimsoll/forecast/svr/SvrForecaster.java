// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.svr;

import dev.plimsoll.forecast.Checks;
import dev.plimsoll.forecast.FittedForecaster;
import dev.plimsoll.forecast.RegularSeries;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import java.util.Optional;

/**
 * Support vector regression with an epsilon-insensitive loss and a radial basis kernel, on lags and
 * calendar phase ({@link SvrInputs}). The target is the change from the newest sample on, less the
 * share of the past days' rise that is known to recur ({@link SvrModel}): far from all that was
 * learned from, where the kernel is 0, the forecast is therefore near the newest sample and not at
 * the mean of the history.
 *
 * <p>Each of a few horizons has its regression, all over the same inputs, so one pass over the
 * support vectors serves every step ahead. Feeding one-step forecasts back in needs as many passes
 * as steps and adds up their errors: over 20 public traces it was 15 to 25 in 100 worse at 30 min
 * and 2 h.
 *
 * <p>A fit takes at most 500 samples of the history and chooses C and gamma by hold-out ({@link
 * SvrTrainer}). The day's phase serves from two days of history on, the week's from two weeks.
 * Before a fit, and after one with fewer than {@value SvrSettings#LEAST_ROWS} usable samples,
 * forecasts are those of {@code naive}. During a gap, forecasts made at the last sample run on.
 *
 * <p>{@code observe} takes constant time save at the end of a day. The first {@code predict} after
 * it passes over the support vectors, each further one takes constant time. Not thread-safe.
 *
 * <p>Source: the use of SVR and its kernel are those of Yadav et al. 2020; C, epsilon, gamma,
 * inputs and window are not given there and are ours. A regression for each horizon is the direct
 * strategy of Ben Taieb, Bontempi, Atiya and Sorjamaa, A review and comparison of strategies for
 * multi-step ahead time series forecasting, Expert Systems with Applications 39(8), 2012, section
 * 2.
 */
public final class SvrForecaster implements FittedForecaster {
    private final SvrSettings settings;
    private SvrInputs inputs;
    private Optional<SvrModel> model = Optional.empty();
    private Optional<double[]> corrections = Optional.empty();

    public SvrForecaster(SvrSettings settings) {
        this.settings = settings;
        this.inputs = new SvrInputs(settings);
    }

    @Override
    public String name() {
        return "svr";
    }

    @Override
    public void fit(RegularSeries history) {
        inputs = new SvrInputs(settings);
        TrainingRows rows = TrainingRows.of(history, inputs, settings);
        model =
                rows.count() < SvrSettings.LEAST_ROWS
                        ? Optional.empty()
                        : Optional.of(
                                SvrTrainer.train(rows, settings.grid(), SampleRange.of(history)));
        corrections = Optional.empty();
    }

    @Override
    public void observe(double value) {
        inputs.take(Checks.sample(value));
        corrections = Optional.empty();
    }

    @Override
    public void observeGap() {
        inputs.skip();
        corrections = Optional.empty();
    }

    @Override
    public double predict(int steps) {
        Checks.steps(steps);
        return model.isPresent() ? predict(model.get(), steps + inputs.gap()) : inputs.last();
    }

    private double predict(SvrModel fitted, long steps) {
        if (corrections.isEmpty()) {
            corrections = Optional.of(fitted.corrections(inputs));
        }
        return fitted.ahead(inputs, corrections.get(), steps);
    }

    /** How many support vectors the model has; 0 without one. */
    int supportVectors() {
        return model.map(SvrModel::size).orElse(0);
    }

    @Override
    public void save(StateWriter out) {
        inputs.save(out);
        out.putInt(model.isPresent() ? 1 : 0);
        model.ifPresent(fitted -> fitted.save(out));
    }

    @Override
    public void restore(StateReader in) {
        inputs.restore(in);
        model = in.getInt() == 1 ? Optional.of(SvrModel.restored(in, settings)) : Optional.empty();
        corrections = Optional.empty();
    }
}
