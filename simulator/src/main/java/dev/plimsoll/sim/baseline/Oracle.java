// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline;

import dev.plimsoll.sim.score.ScoreContext;
import java.util.function.LongToDoubleFunction;

/**
 * Perfect foresight: the least replica-hours with no violation that any policy could have reached
 * with the same lead times. The physical limit of a comparison.
 *
 * <p>Model: an order placed at a step is billed from it on and is ready at the first step that
 * begins no sooner than the order's lead time later. All replicas of one step share that lead time;
 * a later order may be ready earlier. A replica ends at the start of any step. Every scored step
 * has at least as many ready replicas as it needs; other steps need nothing and cost nothing. What
 * no order could have served in time is there from the first step on, and billed from it on.
 *
 * <p>Method: level k is needed while need ≥ k. Each level is opened by the latest order that is
 * ready for its first stretch and closed after its last. A gap between two stretches is bridged by
 * ending the replica and ordering anew at the latest order in time for the next stretch, if that
 * lies within the gap and saves scored time; otherwise the replica is held.
 *
 * <p>Why this is the least: ready replicas are interchangeable, so only the number s(t) of them
 * matters, and ready-times may be paired with end-times in any way that has the end later without
 * changing the bill. Choose the pairing in which the k-th replica is ready exactly while s(t) ≥ k
 * (a replica that ends in the step in which another becomes ready was better kept). Then the bill
 * is the sum over levels of their ready scored time and, for each time a level opens at r, of the
 * scored time between r and the order behind it; the latest order that is ready at r makes that
 * least, and the earlier r, the earlier (or the same) that order. So levels do not influence each
 * other, and each is solved alone: opening before a stretch begins, or closing after one has ended
 * and before the next begins, only adds scored time, which leaves one free choice per gap, and the
 * cheaper is taken. The sum of the levels' least bills is a lower bound for every plan, and the
 * plan made here reaches it.
 *
 * <p>Cost: levels that close and open together are kept as one stretch on a stack (the lowest
 * closed level on top), so a rise or fall of need costs amortised constant time however many levels
 * it spans. Immutable, as far as the lead times are; thread-safe with them.
 */
public final class Oracle {
    private final int stepSeconds;
    private final LongToDoubleFunction leadTime;

    /**
     * @param leadTime seconds from an order to readiness, by the second of the order, e.g. {@code
     *     draws::seconds}
     */
    public Oracle(int stepSeconds, LongToDoubleFunction leadTime) {
        if (stepSeconds < 1) {
            throw new IllegalArgumentException("a step of %d s".formatted(stepSeconds));
        }
        this.stepSeconds = stepSeconds;
        this.leadTime = leadTime;
    }

    /** The cheapest plan for what counts of a run. */
    public OraclePlan plan(ScoreContext context) {
        int[] need = new int[context.steps()];
        boolean[] scored = new boolean[need.length];
        for (int step = 0; step < need.length; step++) {
            need[step] = context.need(step);
            scored[step] = context.scored(step);
        }
        return plan(need, scored);
    }

    /**
     * The cheapest plan.
     *
     * @param need per step the replicas that must be ready, the required minimum included
     * @param scored false for steps that need nothing and cost nothing
     */
    public OraclePlan plan(int[] need, boolean[] scored) {
        if (need.length != scored.length) {
            throw new IllegalArgumentException(
                    "%d steps of need, %d scored or not".formatted(need.length, scored.length));
        }
        LevelSweep sweep =
                new LevelSweep(new ReadySteps(need.length, stepSeconds, leadTime), scored);
        for (int step = 0; step < need.length; step++) {
            sweep.need(step, scored[step] ? need[step] : 0);
        }
        return sweep.plan();
    }
}
