// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.workload;

import dev.plimsoll.forecast.RegularSeries;
import dev.plimsoll.model.InvalidInputException;
import java.util.BitSet;

/**
 * A trace as forecasters take it: each sample at the nearest multiple of the nominal step, and
 * absent ones where none stands. Of two samples at the same multiple the later one counts.
 */
public final class RegularSamples {
    private static final int MOST_SAMPLES = 10_000_000;
    private static final double LEAST_SAMPLE_SECONDS = 0.1;

    private RegularSamples() {}

    /**
     * The samples of a trace.
     *
     * @throws InvalidInputException if their step is below 0.1 s or they are over ten million, the
     *     absent ones included
     */
    public static RegularSeries of(Trace trace) {
        requireFeasible(trace);
        double step = trace.sampleSeconds();
        int size = (int) Math.round(trace.time(trace.size() - 1) / step) + 1;
        double[] values = new double[size];
        BitSet absent = new BitSet(size);
        absent.set(0, size);
        for (int i = 0; i < trace.size(); i++) {
            int slot = (int) Math.round(trace.time(i) / step);
            values[slot] = trace.value(i);
            absent.clear(slot);
        }
        return new RegularSeries(values, absent);
    }

    private static void requireFeasible(Trace trace) {
        double step = trace.sampleSeconds();
        if (step < LEAST_SAMPLE_SECONDS) {
            throw new InvalidInputException(
                    trace.name(),
                    "sample step",
                    step + " s",
                    "give samples of at least %s s".formatted(LEAST_SAMPLE_SECONDS));
        }
        double samples = trace.time(trace.size() - 1) / step + 1;
        if (samples > MOST_SAMPLES) {
            throw new InvalidInputException(
                    trace.name(),
                    "length",
                    "%.0f samples of %s s".formatted(samples, step),
                    "at most %d can be forecast; check that its times are seconds, or give only"
                                    .formatted(MOST_SAMPLES)
                            + " its last part");
        }
    }
}
