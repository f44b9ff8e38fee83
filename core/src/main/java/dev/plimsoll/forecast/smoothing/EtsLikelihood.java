// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.smoothing;

import dev.plimsoll.forecast.smoothing.EtsForm.ErrorKind;
import dev.plimsoll.forecast.smoothing.EtsForm.SeasonKind;

/**
 * How well an ETS form explains a history: −2 · log likelihood of normal errors whose variance is
 * estimated too, less its constant. With e the surprises and μ what was expected:
 *
 * <pre>
 * additive error         n · log(Σe²/n)
 * multiplicative error   n · log(Σ(e/μ)²/n) + 2 · Σ log μ
 * </pre>
 *
 * <p>Both are likelihoods of the same samples, so forms of either kind can be compared. Gaps are
 * steps without a sample and count for nothing. Not thread-safe.
 *
 * <p>Source: Hyndman et al., Forecasting with Exponential Smoothing (2008), section 5.1.
 */
final class EtsLikelihood {
    /** Per sample, of parameters under which a positive series is not expected to be positive. */
    private static final double IMPOSSIBLE = 100;

    /** Rounding in samples near 1; without it a perfect fit would be infinitely likely. */
    private static final double LEAST_VARIANCE = 1e-24;

    /** Far below any sample of a series that is clearly positive. */
    private static final double LEAST_EXPECTED = 1e-9;

    private static final double LARGEST_PRODUCT = 1e100;

    private final EtsForm form;
    private final ScaledHistory history;

    EtsLikelihood(EtsForm form, ScaledHistory history) {
        this.form = form;
        this.history = history;
    }

    EtsForm form() {
        return form;
    }

    ScaledHistory history() {
        return history;
    }

    /** The less, the likelier. */
    double of(EtsParameters parameters, double[] initial) {
        if (!isPossible(initial)) {
            return impossible();
        }
        EtsRecursion model = new EtsRecursion(form, parameters, initial);
        double value =
                form.error() == ErrorKind.ADDITIVE
                        ? ofAdditiveErrors(model)
                        : ofMultiplicativeErrors(model);
        return value < impossible() ? value : impossible(); // NaN is none of the possible
    }

    /** Factors of a season are above 0. */
    private boolean isPossible(double[] initial) {
        boolean possible = true;
        if (form.season() == SeasonKind.MULTIPLICATIVE) {
            for (int i = form.hasTrend() ? 2 : 1; i < initial.length; i++) {
                possible &= initial[i] > 0;
            }
        }
        return possible;
    }

    private double impossible() {
        return IMPOSSIBLE * history.samples();
    }

    private double ofAdditiveErrors(EtsRecursion model) {
        double squares = 0;
        for (int i = 0; i < history.size(); i++) {
            double error = step(model, model.expected(), i);
            squares += error * error;
        }
        return logOfVariance(squares);
    }

    private double ofMultiplicativeErrors(EtsRecursion model) {
        double squares = 0;
        double logs = 0;
        double product = 1;
        for (int i = 0; i < history.size(); i++) {
            double expected = model.expected();
            if (!(expected > LEAST_EXPECTED)) {
                return impossible();
            }
            double share = step(model, expected, i) / expected;
            squares += share * share;
            product *= history.present()[i] ? expected : 1;
            if (product > LARGEST_PRODUCT || product < 1 / LARGEST_PRODUCT) {
                logs += StrictMath.log(product);
                product = 1;
            }
        }
        return logOfVariance(squares) + 2 * (logs + StrictMath.log(product));
    }

    private double logOfVariance(double squares) {
        int samples = history.samples();
        return samples * StrictMath.log(Math.max(squares / samples, LEAST_VARIANCE));
    }

    /** Moves the model on, and gives its surprise. */
    private double step(EtsRecursion model, double expected, int index) {
        double surprise = history.present()[index] ? history.values()[index] - expected : 0;
        model.pass(surprise);
        return surprise;
    }

    /** The errors that the likelihood squares, one per step; 0 at a gap. */
    double[] errors(EtsParameters parameters, double[] initial) {
        EtsRecursion model = new EtsRecursion(form, parameters, initial);
        double[] errors = new double[history.size()];
        for (int i = 0; i < errors.length; i++) {
            double expected = model.expected();
            double surprise = step(model, expected, i);
            errors[i] = form.error() == ErrorKind.ADDITIVE ? surprise : surprise / expected;
        }
        return errors;
    }

    /** The model after the history's last step, in the samples' own unit. */
    EtsRecursion after(EtsParameters parameters, double[] initial) {
        EtsRecursion model = new EtsRecursion(form, parameters, initial);
        for (int i = 0; i < history.size(); i++) {
            step(model, model.expected(), i);
        }
        model.scale(history.scale());
        return model;
    }
}
