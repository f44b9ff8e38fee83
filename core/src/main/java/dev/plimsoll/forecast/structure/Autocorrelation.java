// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.structure;

/** How much a series that varies about 0 resembles itself some samples later. */
final class Autocorrelation {
    private Autocorrelation() {}

    /**
     * From about -1 to about 1: the mean product of samples at this distance over the mean square.
     * 0 of a series that is 0, and where no two samples are so far apart.
     */
    static double at(double[] values, int lag) {
        int pairs = values.length - lag;
        double products = 0;
        for (int i = 0; i < pairs; i++) {
            products += values[i] * values[i + lag];
        }
        double squares = 0;
        for (double value : values) {
            squares += value * value;
        }
        return pairs > 0 && squares > 0 ? products / pairs / (squares / values.length) : 0;
    }
}
