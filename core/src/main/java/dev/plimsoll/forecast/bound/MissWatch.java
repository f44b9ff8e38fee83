// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.bound;

import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;

/**
 * How many violations a shortage brings: what an overload leaves waiting violates the SLO long
 * after there is capacity enough. Counted are the intervals in which the SLO was really missed, and
 * those in which fewer replicas were ready than the demand needed, each by that need; the past
 * fades. Not thread-safe.
 */
final class MissWatch {
    private static final double MOST = 10;

    /** Intervals of need in which one violation for each shortage is believed in. */
    private static final double PRIOR = 10;

    private final FadingSum violated = new FadingSum();
    private final FadingSum shortage = new FadingSum();
    private double factor = 1;

    /** Violations for each interval of shortage, at least 1. */
    double factor() {
        return factor;
    }

    void learn(Interval.Outcome outcome, int needed) {
        if (outcome instanceof Interval.Outcome.Seen(double ready, boolean missed)) {
            violated.add(missed ? needed : 0);
            shortage.add(ready < needed ? needed : 0);
            double prior = PRIOR * needed;
            factor = Math.clamp((violated.sum() + prior) / (shortage.sum() + prior), 1, MOST);
        }
    }

    void save(StateWriter out) {
        violated.save(out);
        shortage.save(out);
        out.putDouble(factor);
    }

    void restore(StateReader in) {
        violated.restore(in);
        shortage.restore(in);
        factor = in.getDouble();
    }
}
