// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.arima;

/** An estimated model, how likely it makes its series, and what surprised it there. Immutable. */
final class ArimaFit {
    private final ArimaParameters parameters;
    private final double logLikelihood;
    private final DifferencedSeries series;
    private final double[] surprises;

    ArimaFit(
            ArimaParameters parameters,
            double logLikelihood,
            DifferencedSeries series,
            double[] surprises) {
        this.parameters = parameters;
        this.logLikelihood = logLikelihood;
        this.series = series;
        this.surprises = surprises;
    }

    ArimaParameters parameters() {
        return parameters;
    }

    double logLikelihood() {
        return logLikelihood;
    }

    /** Whether the differenced value that ends at a sample is known. */
    boolean knowsSurprise(int sample) {
        int index = sample - parameters.order().differencedSamples();
        return index >= 0 && series.isPresent(index);
    }

    /** By how much a sample missed what was expected; only where it is known. */
    double surprise(int sample) {
        return surprises[sample - parameters.order().differencedSamples()];
    }

    /**
     * Akaike's criterion corrected for short series; the smaller, the better. It compares models of
     * the same differences only.
     *
     * <p>Source: Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., section
     * 9.6.
     */
    double criterion() {
        ArimaOrder order = parameters.order();
        int estimated = order.coefficients() + (order.constant() ? 2 : 1);
        int rest = series.present() - estimated - 1;
        return rest > 0
                ? 2 * (estimated - logLikelihood) + 2.0 * estimated * (estimated + 1) / rest
                : Double.MAX_VALUE;
    }
}
