// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config.policy;

import dev.plimsoll.model.WorkloadId;

/** What a policy scales: a thing of a platform, in the policy's namespace. */
public record Target(String kind, WorkloadId id) {
    /** A service of the simulated fleet. */
    public static final String SIMULATED_SERVICE = "SimulatedService";

    @Override
    public String toString() {
        return kind + " " + id;
    }
}
