// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config.scenario;

import dev.plimsoll.config.workload.Signals;
import dev.plimsoll.model.InvalidInputException;
import dev.plimsoll.sim.backtest.PolicySpec;
import dev.plimsoll.sim.scenario.Scenario;
import dev.plimsoll.telemetry.Signal;
import java.util.List;
import java.util.Set;

/** Whether policies see what they decide on. */
public final class PolicySignals {
    private PolicySignals() {}

    /** Throws where one of the policies, named as an option, would be blind in the scenario. */
    public static void require(List<PolicySpec> policies, Scenario scenario) {
        Set<Signal> signals = scenario.observation().signals();
        List<String> problems =
                policies.stream()
                        .filter(policy -> !missing(policy, signals).isEmpty())
                        .map(policy -> problem(policy, signals))
                        .toList();
        if (!problems.isEmpty()) {
            throw InvalidInputException.of(problems);
        }
    }

    private static String problem(PolicySpec policy, Set<Signal> signals) {
        String mend = blind(missing(policy, signals));
        return new InvalidInputException("--policy", "policy", policy.toString(), mend)
                .problems()
                .getFirst();
    }

    /** The signals that a policy decides on and that are not there. */
    static List<Signal> missing(PolicySpec policy, Set<Signal> signals) {
        return policy.evidence().stream().filter(signal -> !signals.contains(signal)).toList();
    }

    static String blind(List<Signal> missing) {
        return "decides on %s, which the scenario's telemetry.signals lacks; leave the policy out"
                .formatted(Signals.names(missing));
    }
}
