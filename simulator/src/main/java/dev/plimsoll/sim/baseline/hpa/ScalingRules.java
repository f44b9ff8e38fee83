// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.hpa;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The rules of one direction ({@code behavior.scaleUp}, {@code behavior.scaleDown}).
 *
 * @param stabilizationSeconds window of recommendations that hold a change back; empty where the
 *     controller's own counts
 * @param tolerance empty where the controller's own counts
 */
public record ScalingRules(
        OptionalInt stabilizationSeconds,
        Select select,
        List<Policy> policies,
        OptionalDouble tolerance) {
    /** Which policy decides: the one that allows most, or least, or no change at all. */
    public enum Select {
        MAX,
        MIN,
        DISABLED
    }

    /** What a policy counts in. */
    public enum Unit {
        PODS,
        PERCENT
    }

    /** At most so much change in a period. */
    public record Policy(Unit unit, int value, int periodSeconds) {}

    /** What is added by default: 4 pods or as many as there are, in 15 s, whichever is more. */
    private static final List<Policy> UP =
            List.of(new Policy(Unit.PODS, 4, 15), new Policy(Unit.PERCENT, 100, 15));

    /** What is removed by default: anything. */
    private static final List<Policy> DOWN = List.of(new Policy(Unit.PERCENT, 100, 15));

    public ScalingRules {
        policies = List.copyOf(policies);
    }

    /** Rules of which nothing is said. */
    public static ScalingRules unset() {
        return new ScalingRules(OptionalInt.empty(), Select.MAX, List.of(), OptionalDouble.empty());
    }

    /** The longest period of a policy. */
    int longestPeriodSeconds() {
        int longest = 0;
        for (Policy policy : policies) {
            longest = Math.max(longest, policy.periodSeconds());
        }
        return longest;
    }

    ScalingRules defaultedUp() {
        return new ScalingRules(
                OptionalInt.of(stabilizationSeconds.orElse(0)), select, orElse(UP), tolerance);
    }

    ScalingRules defaultedDown() {
        return new ScalingRules(stabilizationSeconds, select, orElse(DOWN), tolerance);
    }

    private List<Policy> orElse(List<Policy> usual) {
        return policies.isEmpty() ? usual : policies;
    }
}
