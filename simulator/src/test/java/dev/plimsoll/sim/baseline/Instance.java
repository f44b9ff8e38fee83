// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline;

import java.util.Arrays;

/** What is to be served, and how many steps an order of each step takes. */
final class Instance {
    private static final int STEP_SECONDS = 5;

    private final int[] need;
    private final boolean[] scored;
    private final int[] leadSteps;

    Instance(int[] need, boolean[] scored, int[] leadSteps) {
        this.need = need;
        this.scored = scored;
        this.leadSteps = leadSteps;
    }

    int steps() {
        return need.length;
    }

    boolean scored(int step) {
        return scored[step];
    }

    int leadSteps(int order) {
        return leadSteps[order];
    }

    boolean isServed(int step, int ready) {
        return !scored[step] || ready >= need[step];
    }

    int peak() {
        return Arrays.stream(need).max().orElseThrow();
    }

    OraclePlan plan() {
        return new Oracle(STEP_SECONDS, this::leadSeconds).plan(need, scored);
    }

    @Override
    public String toString() {
        return "need %s, scored %s, lead %s"
                .formatted(
                        Arrays.toString(need), Arrays.toString(scored), Arrays.toString(leadSteps));
    }

    private double leadSeconds(long second) {
        return leadSteps[(int) second / STEP_SECONDS] * STEP_SECONDS;
    }
}
