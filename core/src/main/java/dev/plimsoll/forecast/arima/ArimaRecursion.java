// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.arima;

import dev.plimsoll.forecast.Checks;
import dev.plimsoll.forecast.RegularSeries;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import java.util.Arrays;

/**
 * Follows a series under a model whose numbers stand fast. All that it needs is the newest samples
 * y and surprises e:
 *
 * <pre>
 * ŷ(t+h) = c + Σ a(i)·y(t+h−i) + Σ b(j)·e(t+h−j)
 * </pre>
 *
 * <p>with a from φ(B)Φ(B^s)(1 − B)^d (1 − B^s)^D, b from θ(B)Θ(B^s), samples to come at their own
 * expectation and surprises to come at 0. An absent sample is what was expected of it. The samples
 * before the first one are taken to have been like it.
 *
 * <p>Expectations are worked out step by step and kept until the next sample, 512 steps or two
 * seasons far. Farther off, where all but a trend has long settled, the last of them stays, or the
 * last season repeats itself; so a trend ends there.
 *
 * <p>Source: Box and Jenkins, Time Series Analysis, section 5.1 (forecasts by the difference
 * equation). Not thread-safe.
 */
final class ArimaRecursion {
    private static final int FARTHEST = 512;
    private static final int FIRST_STEPS = 8;

    private final ArimaParameters parameters;
    private final LagWeights autoregression;
    private final LagWeights movingAverage;
    private final double constant;
    private final LagRing samples;
    private final LagRing surprises;
    private double[] path = new double[FIRST_STEPS];
    private int known;

    /** Begins with a past in which all samples were the same. */
    ArimaRecursion(ArimaParameters parameters, double past) {
        LagPolynomial ofSamples = parameters.wholeAutoregression();
        LagPolynomial ofSurprises = parameters.movingAverage();
        this.parameters = parameters;
        this.autoregression = ofSamples.negatedTail();
        this.movingAverage = ofSurprises.tail();
        this.constant = parameters.constant();
        this.samples = new LagRing(ofSamples.degree(), past);
        this.surprises = new LagRing(ofSurprises.degree(), 0);
    }

    /** Where a series stands at its end, with the surprises that a fit found in it. */
    static ArimaRecursion after(ArimaFit fit, RegularSeries history) {
        ArimaRecursion recursion = new ArimaRecursion(fit.parameters(), firstOf(history));
        for (int i = 0; i < history.size(); i++) {
            if (!history.isPresent(i)) {
                recursion.observeGap();
            } else if (fit.knowsSurprise(i)) {
                recursion.push(history.at(i), fit.surprise(i));
            } else {
                recursion.observe(history.at(i));
            }
        }
        return recursion;
    }

    private static double firstOf(RegularSeries history) {
        for (int i = 0; i < history.size(); i++) {
            if (history.isPresent(i)) {
                return history.at(i);
            }
        }
        return 0;
    }

    ArimaParameters parameters() {
        return parameters;
    }

    void observe(double sample) {
        push(sample, sample - expected(1));
    }

    void observeGap() {
        push(predict(1), 0);
    }

    private void push(double sample, double surprise) {
        samples.push(sample);
        surprises.push(surprise);
        known = 0;
    }

    /** The expectation, from 0 to the largest quantity, so many steps ahead. */
    double predict(int steps) {
        return Math.clamp(expected(reachable(steps)), 0, Checks.LARGEST);
    }

    private int reachable(int steps) {
        ArimaOrder order = parameters.order();
        int farthest = Math.max(FARTHEST, 2 * order.effectivePeriod());
        int beyond = steps - farthest;
        return beyond <= 0
                ? steps
                : farthest - order.effectivePeriod() + 1 + (beyond - 1) % order.effectivePeriod();
    }

    private double expected(int steps) {
        if (steps > path.length) {
            path = Arrays.copyOf(path, Math.max(steps, 2 * path.length));
        }
        while (known < steps) {
            int ahead = known + 1;
            path[known] =
                    constant
                            + autoregression.sumAhead(samples, path, ahead)
                            + movingAverage.sumAheadOfZeros(surprises, ahead);
            known = ahead;
        }
        return path[steps - 1];
    }

    void save(StateWriter out) {
        parameters.save(out);
        samples.save(out);
        surprises.save(out);
    }

    /** One that stands where the saved one stood. */
    static ArimaRecursion restore(StateReader in) {
        ArimaRecursion recursion = new ArimaRecursion(ArimaParameters.restore(in), 0);
        recursion.samples.restore(in);
        recursion.surprises.restore(in);
        return recursion;
    }
}
