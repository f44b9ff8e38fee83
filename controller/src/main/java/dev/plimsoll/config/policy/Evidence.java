// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config.policy;

import dev.plimsoll.config.Found;
import dev.plimsoll.config.workload.Signals;
import dev.plimsoll.sim.backtest.PolicySpec;
import dev.plimsoll.telemetry.Signal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether a policy sees what it cannot do without: one that is blind would hold its number. */
final class Evidence {
    private static final String LOAD_INDEX = "load-index";

    /** What the load index weighs; it leaves out what there is not, but needs one of them. */
    private static final Set<Signal> INDEX =
            EnumSet.of(Signal.UTILIZATION, Signal.CPU, Signal.GPU, Signal.NETWORK_LATENCY);

    private Evidence() {}

    static void check(Found<PolicySpec> policy, Set<Signal> told) {
        policy.content().ifPresent(spec -> check(policy, spec, told));
    }

    private static void check(Found<PolicySpec> policy, PolicySpec spec, Set<Signal> told) {
        Set<Signal> missing = needed(spec);
        missing.removeAll(told);
        if (!missing.isEmpty()) {
            String fields =
                    missing.stream().map(MetricsPart::field).collect(Collectors.joining(", "));
            policy.refuse(
                    "%s cannot do without %s; say where to read it: give %s"
                            .formatted(spec.name(), Signals.names(missing), fields));
        }
        if (spec.name().equals(LOAD_INDEX) && told.stream().noneMatch(INDEX::contains)) {
            policy.refuse(
                    "load-index cannot do without any of %s; give one under spec.signals"
                            .formatted(Signals.names(INDEX)));
        }
    }

    /** What it decides on; who decides on demand must learn besides what a replica carries. */
    private static Set<Signal> needed(PolicySpec spec) {
        List<Signal> evidence = spec.evidence();
        Set<Signal> needed = EnumSet.noneOf(Signal.class);
        needed.addAll(evidence);
        if (evidence.contains(Signal.DEMAND)) {
            needed.add(Signal.UTILIZATION);
            needed.add(Signal.READY_REPLICAS);
        }
        return needed;
    }
}
