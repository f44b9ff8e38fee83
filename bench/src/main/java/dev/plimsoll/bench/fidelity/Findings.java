// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

import java.util.List;

/**
 * All that came out.
 *
 * @param surroundings of all runs
 * @param conditions of each of the two runs
 * @param asides what the simulator does not model, measured beside it; none in the short form
 */
record Findings(
        Settings settings,
        Surroundings surroundings,
        Comparison comparison,
        List<Conditions> conditions,
        List<Aside> asides) {
    Findings {
        conditions = List.copyOf(conditions);
        asides = List.copyOf(asides);
    }

    /**
     * A short run with something that the simulator does not know, beside what it says.
     *
     * @param name what is different
     */
    record Aside(String name, Profile profile, Outcome measured, Outcome simulated) {}
}
