// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

import java.util.List;

/**
 * All that came out.
 *
 * @param overheadMs what the way to a server and back costs; added to every simulated latency
 * @param conditions of each of the two runs
 * @param asides what the simulator does not model, measured beside it
 */
record Findings(
        Settings settings,
        double overheadMs,
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
