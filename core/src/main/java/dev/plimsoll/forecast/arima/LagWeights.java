// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.arima;

import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * A weighted sum over a few earlier samples. A season makes polynomials of hundreds of terms,
 * nearly all of them 0, so only the others are kept. Immutable.
 */
final class LagWeights {
    private final int[] lags;
    private final double[] weights;

    LagWeights(LagPolynomial polynomial, int sign) {
        this.lags =
                IntStream.rangeClosed(1, polynomial.degree())
                        .filter(lag -> polynomial.at(lag) != 0)
                        .toArray();
        this.weights = IntStream.of(lags).mapToDouble(lag -> sign * polynomial.at(lag)).toArray();
    }

    /** The sum over what stands before {@code end}; there is room for the longest lag. */
    double sumBefore(double[] samples, int end) {
        double sum = 0;
        for (int i = 0; i < lags.length; i++) {
            sum += weights[i] * samples[end - lags[i]];
        }
        return sum;
    }

    /** Whether any of those before {@code end} is in a set. */
    boolean touches(BitSet set, int end) {
        for (int lag : lags) {
            if (set.get(end - lag)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The sum as seen {@code ahead} samples after the newest, those in between coming from a path.
     *
     * @param path the first, second, … sample after the newest; at least {@code ahead − 1} of them
     */
    double sumAhead(LagRing samples, double[] path, int ahead) {
        double sum = 0;
        for (int i = 0; i < lags.length; i++) {
            int step = ahead - lags[i];
            sum += weights[i] * (step > 0 ? path[step - 1] : samples.back(1 - step));
        }
        return sum;
    }

    /** As {@link #sumAhead}, where all that lies in between is 0. */
    double sumAheadOfZeros(LagRing samples, int ahead) {
        double sum = 0;
        for (int i = 0; i < lags.length; i++) {
            if (lags[i] >= ahead) {
                sum += weights[i] * samples.back(lags[i] - ahead + 1);
            }
        }
        return sum;
    }
}
