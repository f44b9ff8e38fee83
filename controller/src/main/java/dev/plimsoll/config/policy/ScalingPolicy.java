// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config.policy;

import dev.plimsoll.model.Mode;
import dev.plimsoll.model.Workload;
import dev.plimsoll.sim.backtest.PolicySpec;
import java.util.List;
import java.util.Optional;

/**
 * One workload, how it is seen, and who decides on it.
 *
 * @param namespace of the policy and of its target
 * @param policy one that runs behind the guard
 * @param workload what its owner asks for; its id is the target's, so that what was learned of the
 *     target outlives a new name of the policy
 * @param promotion what it must have shown before it may act, if anything
 * @param metrics in the order of their signals, each at most once
 */
public record ScalingPolicy(
        String namespace,
        String name,
        Target target,
        PolicySpec policy,
        Workload workload,
        Optional<Promotion> promotion,
        List<Metric> metrics) {
    public ScalingPolicy {
        metrics = List.copyOf(metrics);
    }

    /** What it may do. */
    public Mode mode() {
        return workload.consent().mode();
    }
}
