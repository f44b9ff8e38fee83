// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.bound;

import dev.plimsoll.forecast.bound.DemandBound.Upper;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;

/** Bounds of made-up demand, for tests. */
final class Bounds {
    static final double PER_REPLICA = 10;

    /** Felt from the second sample on, ready by the sixth. */
    static final Reach REACH = new Reach(2, 6);

    private static final Duration INTERVAL = Duration.ofSeconds(15);

    private Bounds() {}

    static LookaheadBound usual(double violationCost) {
        return of(new UsualPanel(INTERVAL), violationCost);
    }

    static LookaheadBound of(Panel panel, double violationCost, Part... without) {
        var parts = EnumSet.noneOf(Part.class);
        parts.addAll(List.of(without));
        var settings = new LookAhead.LeastCost(_ -> panel, parts);
        return new LookaheadBound(panel, settings, INTERVAL, violationCost);
    }

    /** The bound after so many samples. */
    static Upper after(int samples, LookaheadBound bound, IntToDoubleFunction demand) {
        for (int i = 0; i < samples; i++) {
            bound.observe(new Interval(demand.applyAsDouble(i), PER_REPLICA), REACH);
        }
        return (Upper) bound.bound();
    }

    /** Independent values between 200 and 400. */
    static IntToDoubleFunction noise(long seed) {
        double[] values = new SplittableRandom(seed).doubles(20_000, 200, 400).toArray();
        return i -> values[i];
    }

    /** The last value, and another that is made of it. */
    static Panel beside(DoubleUnaryOperator other) {
        return new Panel() {
            private double last;

            @Override
            public List<String> names() {
                return List.of("last value", "other");
            }

            @Override
            public void observe(double demand) {
                last = demand;
            }

            @Override
            public void observeGap() {}

            @Override
            public void ahead(int steps, double[] opinions) {
                opinions[0] = last;
                opinions[1] = other.applyAsDouble(last);
            }

            @Override
            public void save(StateWriter out) {
                out.putDouble(last);
            }

            @Override
            public void restore(StateReader in) {
                last = in.getDouble();
            }
        };
    }
}
