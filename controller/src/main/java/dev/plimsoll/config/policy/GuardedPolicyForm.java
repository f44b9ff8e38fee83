// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config.policy;

import dev.plimsoll.config.Form;
import dev.plimsoll.config.Nearest;
import dev.plimsoll.config.workload.PolicyForm;
import dev.plimsoll.sim.backtest.PolicyCatalog;
import dev.plimsoll.sim.backtest.PolicySpec;
import java.util.List;
import java.util.Optional;

/** A policy that passes the guard, with its knobs: {@code threshold:upper=80}. */
final class GuardedPolicyForm implements Form<PolicySpec> {
    private static final List<String> NAMES = PolicyCatalog.GUARDED;

    private final PolicyForm any = new PolicyForm();

    @Override
    public Optional<PolicySpec> read(String text) {
        return any.read(text).filter(spec -> whyNot(spec).isEmpty());
    }

    @Override
    public String mend(String text) {
        String name = text.split(":", -1)[0].strip();
        Optional<PolicySpec> readable = any.read(text);
        if (readable.isPresent()) {
            return whyNot(readable.get()).orElseThrow();
        }
        return NAMES.contains(name) ? any.mend(text) : Nearest.mend(name, NAMES);
    }

    /** Why what can be compared may not run. */
    private static Optional<String> whyNot(PolicySpec spec) {
        if (!NAMES.contains(spec.name())) {
            return Optional.of(
                    "is only compared with, as it does not pass the guard; choose from "
                            + String.join(", ", NAMES));
        }
        return switch (spec.name()) {
            case "predictive" ->
                    Optional.of("has knobs for trials only; leave them out")
                            .filter(_ -> !spec.knobs().isEmpty());
            case "static" ->
                    Optional.of("say how many replicas, e.g. static:replicas=4")
                            .filter(_ -> spec.knobs().isEmpty());
            default -> Optional.empty();
        };
    }
}
