// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast;

/**
 * A forecaster whose parameters are estimated from history, off the hot path and only now and then;
 * {@link #observe} keeps its state up to date in between. Before the first fit, and where a fit
 * finds too little history, it forecasts as {@code naive} does.
 */
public interface FittedForecaster extends Forecaster {
    /**
     * Estimates the parameters from these samples, the last of which is the newest that {@link
     * #observe} or {@link #observeGap} took, and takes its state from them too. What was learned
     * before is forgotten. Deterministic: the same samples give the same parameters.
     */
    void fit(RegularSeries history);
}
