// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.cluster;

import java.util.function.DoubleUnaryOperator;

/** Quantiles of latencies of which the tail is known, by bisection. Stateless. */
final class TailSearch {
    private TailSearch() {}

    /**
     * About the least time in the interval at which the falling {@code tail} is {@code allowed}.
     */
    static double between(
            double from, double to, DoubleUnaryOperator tail, double allowed, int halvings) {
        double low = from;
        double high = to;
        for (int i = 0; i < halvings; i++) {
            double middle = (low + high) / 2;
            if (tail.applyAsDouble(middle) > allowed) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
