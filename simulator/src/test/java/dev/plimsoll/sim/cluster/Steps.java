// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.cluster;

/** Steps for tests. */
public final class Steps {
    private Steps() {}

    /** A step of honest requests, all of which are answered. */
    public static ServedStep served(
            double demand,
            int ready,
            double utilization,
            double meanSeconds,
            double tailSeconds,
            boolean violated) {
        double goodput = ready > 0 ? demand : 0;
        return new ServedStep(
                Traffic.of(demand),
                ready,
                utilization,
                goodput,
                meanSeconds,
                tailSeconds,
                violated);
    }
}
