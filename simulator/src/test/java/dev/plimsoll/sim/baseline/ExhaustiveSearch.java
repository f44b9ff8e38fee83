// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The least bill by trying, in every step and every state (replicas ready, replicas booting by the
 * step in which they will be ready), every number of endings and of orders. For a few steps only.
 */
final class ExhaustiveSearch {
    private static final int UNSERVED = 1_000_000;

    private final Instance instance;
    private final int steps;
    private final int maxReplicas;
    private final Map<Long, Integer> known = new HashMap<>();

    ExhaustiveSearch(Instance instance, int maxReplicas) {
        this.instance = instance;
        this.steps = instance.steps();
        this.maxReplicas = maxReplicas;
    }

    int leastBill() {
        int least = UNSERVED;
        for (int initial = 0; initial <= maxReplicas; initial++) {
            least = Math.min(least, leastFrom(0, initial, new int[steps]));
        }
        return least;
    }

    private int leastFrom(int step, int ready, int[] booting) {
        if (step == steps) {
            return 0;
        }
        long state = state(step, ready, booting);
        Integer found = known.get(state);
        if (found == null) {
            found = tryAll(step, ready + booting[step], booting);
            known.put(state, found);
        }
        return found;
    }

    private int tryAll(int step, int ready, int[] booting) {
        int pending = Arrays.stream(booting, step + 1, steps).sum();
        int least = UNSERVED;
        for (int kept = 0; kept <= ready; kept++) {
            for (int ordered = 0; kept + pending + ordered <= maxReplicas; ordered++) {
                least = Math.min(least, bill(step, kept, booting, ordered));
            }
        }
        return least;
    }

    private int bill(int step, int kept, int[] booting, int ordered) {
        int[] next = booting.clone();
        int readyStep = step + instance.leadSteps(step);
        int ready = readyStep == step ? kept + ordered : kept;
        if ((readyStep >= steps && ordered > 0) || !instance.isServed(step, ready)) {
            return UNSERVED;
        }
        if (readyStep > step && ordered > 0) {
            next[readyStep] += ordered;
        }
        int billed = ready + Arrays.stream(next, step + 1, steps).sum();
        return (instance.scored(step) ? billed : 0) + leastFrom(step + 1, ready, next);
    }

    private long state(int step, int ready, int[] booting) {
        long state = step * (maxReplicas + 1L) + ready;
        for (int later = step; later < steps; later++) {
            state = state * (maxReplicas + 1L) + booting[later];
        }
        return state;
    }
}
