// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.forecasts;

import dev.plimsoll.forecast.HorizonAccuracy;
import dev.plimsoll.forecast.RegularSeries;
import dev.plimsoll.sim.workload.Trace;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalDouble;

/** Small courses and pairs. */
final class Examples {
    private Examples() {}

    /** A trace of 300 s whose samples count upwards from 1. */
    static Trace trace(String name, int samples) {
        double[] values = new double[samples];
        Arrays.setAll(values, i -> i + 1);
        return Trace.regular(name, 300, values);
    }

    /** Two origins and two steps on five samples, the third of which is absent. */
    static Course course(String name) {
        BitSet absent = new BitSet();
        absent.set(2);
        RegularSeries series = new RegularSeries(new double[] {4, 6, 0, 8, 7}, absent);
        return new Course(name, 900, series, List.of(Horizon.HALF_HOUR), List.of(1, 2));
    }

    /** A pair whose wQL is a tenth of its MASE, and whose interval score ten times that. */
    static Pair pair(String trace, Horizon horizon, String model, double mase) {
        return pair(trace, horizon, model, accuracy(mase, 0.9, 20));
    }

    static Pair pair(String trace, Horizon horizon, String model, HorizonAccuracy accuracy) {
        return new Pair(course(trace), horizon, model, accuracy, new Cost(1000));
    }

    static HorizonAccuracy accuracy(double mase, double coverage, int windows) {
        return new HorizonAccuracy(
                1,
                OptionalDouble.of(mase),
                OptionalDouble.of(mase / 10),
                OptionalDouble.of(coverage),
                OptionalDouble.of(mase * 10),
                windows,
                windows);
    }
}
