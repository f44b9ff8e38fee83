// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.bound;

import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;

/** A sum that fades with a half-life of 34,657 terms (six days at 15 s). Not thread-safe. */
final class FadingSum {
    /** Share of the past that is forgotten with each term. */
    static final double FORGET = 2e-5;

    private double sum;

    void add(double term) {
        sum += term - FORGET * sum;
    }

    double sum() {
        return sum;
    }

    void save(StateWriter out) {
        out.putDouble(sum);
    }

    void restore(StateReader in) {
        sum = in.getDouble();
    }
}
