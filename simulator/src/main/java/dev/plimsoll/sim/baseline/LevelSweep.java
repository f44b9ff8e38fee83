// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline;

import java.util.Arrays;

/**
 * One pass over the steps of a run for {@link Oracle}, which says what it does and why. Closed
 * levels stand on a stack by the step in which they were last needed no more: the lowest on top,
 * and no two entries share a level. Not thread-safe; good for one plan.
 */
final class LevelSweep {
    private final ReadySteps ready;
    private final boolean[] scored;
    private final int[] scoredBefore;
    private final int[] orders;
    private final int[] endings;
    private int initial;
    private int open;

    private int[] closedSince = new int[16];
    private int[] closedLevels = new int[16];
    private int depth;

    LevelSweep(ReadySteps ready, boolean[] scored) {
        this.ready = ready;
        this.scored = scored;
        this.scoredBefore = scoredBefore(scored);
        this.orders = new int[ready.steps()];
        this.endings = new int[ready.steps()];
    }

    /** The steps come in order. */
    void need(int step, int replicas) {
        if (replicas < 0) {
            throw new IllegalArgumentException(
                    "step %d needs %d replicas".formatted(step, replicas));
        }
        if (replicas > open) {
            reopen(step, replicas - open);
        } else if (replicas < open) {
            close(step, open - replicas);
        }
        open = replicas;
    }

    /** Ends for good what is closed. */
    OraclePlan plan() {
        while (depth > 0) {
            depth--;
            endings[closedSince[depth]] += closedLevels[depth];
        }
        return new OraclePlan(initial, orders, endings, ready, scored);
    }

    private void close(int step, int levels) {
        if (depth == closedSince.length) {
            closedSince = Arrays.copyOf(closedSince, 2 * depth);
            closedLevels = Arrays.copyOf(closedLevels, 2 * depth);
        }
        closedSince[depth] = step;
        closedLevels[depth] = levels;
        depth++;
    }

    private void reopen(int step, int levels) {
        int left = levels;
        while (left > 0 && depth > 0) {
            int top = depth - 1;
            int taken = Math.min(left, closedLevels[top]);
            bridge(closedSince[top], step, taken);
            left -= taken;
            closedLevels[top] -= taken;
            depth -= closedLevels[top] == 0 ? 1 : 0;
        }
        open(step, left);
    }

    private void bridge(int closed, int step, int levels) {
        int order = ready.latestOrder(step);
        boolean saves = order != ReadySteps.NONE && scoredBefore[order] > scoredBefore[closed];
        if (saves) {
            endings[closed] += levels;
            orders[order] += levels;
        }
    }

    private void open(int step, int levels) {
        int order = ready.latestOrder(step);
        if (order == ReadySteps.NONE) {
            initial += levels;
        } else {
            orders[order] += levels;
        }
    }

    private static int[] scoredBefore(boolean[] scored) {
        int[] before = new int[scored.length + 1];
        for (int step = 0; step < scored.length; step++) {
            before[step + 1] = before[step] + (scored[step] ? 1 : 0);
        }
        return before;
    }
}
