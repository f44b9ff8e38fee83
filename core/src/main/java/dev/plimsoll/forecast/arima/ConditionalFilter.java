// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.arima;

/**
 * Surprises under the assumption that all before the first value was as expected: the series at its
 * mean, surprises 0. That costs a few operations per value whatever the season, and differs from
 * the exact ones by little where the series is long. An absent value is what was expected, its
 * surprise 0.
 *
 * <p>Source: Box and Jenkins, Time Series Analysis, section 7.1.2 (conditional sum of squares).
 */
final class ConditionalFilter {
    private final LagWeights autoregression;
    private final LagWeights movingAverage;
    private final int room;
    private final DifferencedSeries input;
    private final Whitened output;
    private final double[][] values;
    private final double[][] surprises;

    private ConditionalFilter(
            DifferencedSeries input, LagPolynomial autoregression, LagPolynomial movingAverage) {
        this.input = input;
        this.autoregression = autoregression.negatedTail();
        this.movingAverage = movingAverage.tail();
        this.room = Math.max(autoregression.degree(), movingAverage.degree());
        this.output = new Whitened(input.size());
        this.values = new double[2][room + input.size()];
        this.surprises = new double[2][room + input.size()];
    }

    static Whitened whiten(
            DifferencedSeries input, LagPolynomial autoregression, LagPolynomial movingAverage) {
        return new ConditionalFilter(input, autoregression, movingAverage).run();
    }

    private Whitened run() {
        double[] series = input.values();
        for (int i = 0; i < series.length; i++) {
            if (input.isPresent(i)) {
                double surprise = surprise(0, i, series[i]);
                output.put(i, surprise, input.isCentred() ? surprise(1, i, 1) : 0);
            } else {
                values[0][room + i] = expected(0, i);
                values[1][room + i] = expected(1, i);
            }
        }
        return output;
    }

    private double surprise(int channel, int index, double value) {
        double surprise = value - expected(channel, index);
        values[channel][room + index] = value;
        surprises[channel][room + index] = surprise;
        return surprise;
    }

    private double expected(int channel, int index) {
        return autoregression.sumBefore(values[channel], room + index)
                + movingAverage.sumBefore(surprises[channel], room + index);
    }
}
