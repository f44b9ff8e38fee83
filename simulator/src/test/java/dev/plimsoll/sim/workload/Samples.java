// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.workload;

import java.util.stream.IntStream;

/** What a trace holds, as arrays that tests can compare. */
final class Samples {
    private Samples() {}

    static double[] times(Trace trace) {
        return IntStream.range(0, trace.size()).mapToDouble(trace::time).toArray();
    }

    static double[] values(Trace trace) {
        return IntStream.range(0, trace.size()).mapToDouble(trace::value).toArray();
    }
}
