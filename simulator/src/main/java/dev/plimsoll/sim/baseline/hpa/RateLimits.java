// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.hpa;

import dev.plimsoll.sim.baseline.hpa.ScalingRules.Policy;
import dev.plimsoll.sim.baseline.hpa.ScalingRules.Select;
import dev.plimsoll.sim.baseline.hpa.ScalingRules.Unit;
import dev.plimsoll.sim.baseline.number.Whole;

/**
 * How far the replicas may go, by the policies of a {@code behavior}. A policy counts from the
 * replicas at the start of its period: what there is now, less what was added and more what was
 * removed since. Upstream: {@code calculateScaleUpLimitWithScalingRules,
 * calculateScaleDownLimitWithBehaviors}. Not thread-safe.
 */
final class RateLimits {
    private static final double PERCENT = 100;

    private final Behavior behavior;
    private final ScaleEvents added = new ScaleEvents();
    private final ScaleEvents removed = new ScaleEvents();

    RateLimits(Behavior behavior) {
        this.behavior = behavior;
    }

    void record(int from, int to, long now) {
        if (to > from) {
            added.record(to - from, behavior.up().longestPeriodSeconds(), now);
        } else {
            removed.record(from - to, behavior.down().longestPeriodSeconds(), now);
        }
    }

    /** The most replicas, not fewer than there are. */
    int most(int current, long now) {
        ScalingRules rules = behavior.up();
        if (rules.select() == Select.DISABLED) {
            return current;
        }
        boolean least = rules.select() == Select.MIN;
        int most = least ? Integer.MAX_VALUE : Integer.MIN_VALUE;
        for (Policy policy : rules.policies()) {
            int allowed = most(policy, startOfPeriod(policy, current, now));
            most = least ? Math.min(most, allowed) : Math.max(most, allowed);
        }
        return Math.max(most, current);
    }

    /** The fewest replicas, not more than there are. The largest change leaves the fewest. */
    int fewest(int current, long now) {
        ScalingRules rules = behavior.down();
        if (rules.select() == Select.DISABLED) {
            return current;
        }
        boolean least = rules.select() == Select.MIN;
        int fewest = least ? Integer.MIN_VALUE : Integer.MAX_VALUE;
        for (Policy policy : rules.policies()) {
            int allowed = fewest(policy, startOfPeriod(policy, current, now));
            fewest = least ? Math.max(fewest, allowed) : Math.min(fewest, allowed);
        }
        return Math.min(fewest, current);
    }

    private int startOfPeriod(Policy policy, int current, long now) {
        int period = policy.periodSeconds();
        return current - added.within(period, now) + removed.within(period, now);
    }

    /** Percent are rounded up, or one replica would never become two. */
    private static int most(Policy policy, int start) {
        return policy.unit() == Unit.PODS
                ? start + policy.value()
                : Whole.int32(Math.ceil(start * (1 + policy.value() / PERCENT)));
    }

    private static int fewest(Policy policy, int start) {
        return policy.unit() == Unit.PODS
                ? start - policy.value()
                : Whole.int32(start * (1 - policy.value() / PERCENT));
    }
}
