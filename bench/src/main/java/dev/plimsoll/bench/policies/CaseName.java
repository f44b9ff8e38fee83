// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.policies;

import dev.plimsoll.bench.TraceName;
import dev.plimsoll.model.DurationText;
import dev.plimsoll.sim.workload.Interpolation;
import java.time.Duration;

/** A trace, how long replicas take to start, and how demand runs between the trace's samples. */
record CaseName(String trace, Duration leadTime, Interpolation interpolation) {
    /** What the trace is of: web, spiky, llm, cpu. */
    String kind() {
        return new TraceName(trace).kind();
    }

    /** Whether policies are judged by the trace: it is of requests, and longer than an hour. */
    boolean isJudged() {
        return trace.startsWith("web_")
                || trace.startsWith("spiky_")
                || trace.startsWith("llm_servegen_");
    }

    /** Whether the trace is one of those that no constant is chosen by. */
    boolean isHeldBack() {
        return new TraceName(trace).isHeldBack();
    }

    @Override
    public String toString() {
        return "%s, %s, %s".formatted(trace, DurationText.of(leadTime), interpolation);
    }
}
