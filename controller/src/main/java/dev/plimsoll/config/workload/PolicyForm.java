// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config.workload;

import dev.plimsoll.config.Form;
import dev.plimsoll.model.InvalidInputException;
import dev.plimsoll.sim.backtest.PolicySpec;
import java.util.Optional;

/** A policy with its knobs, as on the command line: {@code hpa:target=60}. */
public final class PolicyForm implements Form<PolicySpec> {
    /** The place that the command line would name; in a file it is the line. */
    private static final String OPTION = "--policy: ";

    @Override
    public Optional<PolicySpec> read(String text) {
        try {
            return Optional.of(PolicySpec.parse(text));
        } catch (InvalidInputException e) {
            return Optional.empty(); // The mend below says why.
        }
    }

    @Override
    public String mend(String text) {
        try {
            return "give a policy like %s".formatted(PolicySpec.parse(text));
        } catch (InvalidInputException e) {
            return e.problems().getFirst().replaceFirst("^" + OPTION, "");
        }
    }
}
