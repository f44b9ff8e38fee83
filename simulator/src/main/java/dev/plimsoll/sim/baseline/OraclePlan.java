// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline;

/**
 * When perfect foresight orders and ends replicas. Everything happens at the start of a step.
 * Immutable; the arrays that it hands out are fresh and have one element a step.
 */
public final class OraclePlan {
    private final int initial;
    private final int[] orders;
    private final int[] endings;
    private final ReadySteps ready;
    private final long billedSteps;

    /** Takes over the arrays. */
    OraclePlan(int initial, int[] orders, int[] endings, ReadySteps ready, boolean[] scored) {
        this.initial = initial;
        this.orders = orders;
        this.endings = endings;
        this.ready = ready;
        this.billedSteps = billedSteps(scored);
    }

    /** Replicas that are ready, and billed, from the first step on. */
    public int initial() {
        return initial;
    }

    /** Replicas ordered; they are billed from then on. */
    int[] orders() {
        return orders.clone();
    }

    /** Ready replicas ended; they are not billed from then on. */
    int[] endings() {
        return endings.clone();
    }

    /** Replica-steps billed in scored steps: the least possible. */
    public long billedSteps() {
        return billedSteps;
    }

    /** Replicas that are ready. */
    public int[] supply() {
        int[] change = new int[orders.length];
        for (int step = 0; step < orders.length; step++) {
            change[step] -= endings[step];
            if (ready.readyStep(step) < orders.length) {
                change[ready.readyStep(step)] += orders[step];
            }
        }
        return runningTotal(change);
    }

    /** Replicas ordered and not yet ended. */
    public int[] billed() {
        int[] change = new int[orders.length];
        for (int step = 0; step < orders.length; step++) {
            change[step] = orders[step] - endings[step];
        }
        return runningTotal(change);
    }

    private int[] runningTotal(int[] change) {
        int total = initial;
        for (int step = 0; step < change.length; step++) {
            total += change[step];
            change[step] = total;
        }
        return change;
    }

    private long billedSteps(boolean[] scored) {
        long sum = 0;
        int billed = initial;
        for (int step = 0; step < orders.length; step++) {
            billed += orders[step] - endings[step];
            sum += scored[step] ? billed : 0;
        }
        return sum;
    }
}
