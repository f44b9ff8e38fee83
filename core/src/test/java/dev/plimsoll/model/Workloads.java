// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.model;

/** Workloads for tests. */
public final class Workloads {
    public static final WorkloadId WEB = new WorkloadId("shop", "web");
    public static final Slo SLO = new Slo(0.95, 0.25);
    public static final ReplicaLimits WIDE = new ReplicaLimits(1, 1000);

    private Workloads() {}

    /** All defaults, between 1 and 1000 replicas. */
    public static Workload web() {
        return web(WIDE, ScalingBehavior.DEFAULT);
    }

    public static Workload web(ReplicaLimits limits, ScalingBehavior behavior) {
        return of(WEB, limits, behavior);
    }

    public static Workload of(WorkloadId id, ReplicaLimits limits, ScalingBehavior behavior) {
        return new Workload(id, limits, SLO, 100, behavior, Cadence.DEFAULT);
    }
}
