// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config.scenario;

import dev.plimsoll.config.Field;
import dev.plimsoll.config.Found;
import dev.plimsoll.config.workload.PolicyForm;
import dev.plimsoll.sim.backtest.PolicySpec;
import dev.plimsoll.telemetry.Signal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Who may scale. */
record PoliciesPart(List<Found<PolicySpec>> listed) {
    /** Compared where none is listed, as far as they see what they decide on. */
    private static final String USUAL = "static,threshold,hpa,keda,kpa,reactive,predictive";

    static PoliciesPart read(List<Field> items) {
        PolicyForm form = new PolicyForm();
        return new PoliciesPart(items.stream().map(item -> item.read(form)).toList());
    }

    /** Each once, and none blind. */
    void check(Set<Signal> signals) {
        Set<String> seen = new TreeSet<>();
        for (Found<PolicySpec> policy : listed) {
            policy.require(spec -> seen.add(spec.toString()), "name each policy once");
            policy.content()
                    .map(spec -> PolicySignals.missing(spec, signals))
                    .filter(missing -> !missing.isEmpty())
                    .ifPresent(missing -> policy.refuse(PolicySignals.blind(missing)));
        }
    }

    List<String> names(Set<Signal> signals) {
        List<PolicySpec> specs =
                listed.isEmpty() ? usual(signals) : listed.stream().map(Found::value).toList();
        return specs.stream().map(PolicySpec::toString).toList();
    }

    private static List<PolicySpec> usual(Set<Signal> signals) {
        return PolicySpec.parseList(USUAL).stream()
                .filter(spec -> PolicySignals.missing(spec, signals).isEmpty())
                .toList();
    }
}
