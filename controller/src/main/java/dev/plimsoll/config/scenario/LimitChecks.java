// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config.scenario;

import dev.plimsoll.config.Found;
import dev.plimsoll.config.workload.WorkloadPart;

/** The limits on replicas, which come from four parts of the file and must leave room. */
final class LimitChecks {
    private final WorkloadPart workload;
    private final PoolPart pool;
    private final Found<Integer> quorum;

    private LimitChecks(ScenarioFile file) {
        this.workload = file.workload();
        this.pool = file.pool();
        this.quorum = file.state().quorum();
    }

    static void check(ScenarioFile file) {
        LimitChecks limits = new LimitChecks(file);
        limits.checkMin();
        file.service().initialReplicas().ifPresent(limits::checkInitial);
        WorkloadPart.atMost(limits.quorum, limits.workload.max(), "spec.workload.maxReplicas");
    }

    private void checkMin() {
        WorkloadPart.atMost(workload.min(), workload.max(), "spec.workload.maxReplicas");
        WorkloadPart.atMost(workload.min(), pool.quota(), "spec.pool.quota");
        requireRoom(workload.min());
    }

    private void checkInitial(Found<Integer> initial) {
        WorkloadPart.atMost(initial, workload.max(), "spec.workload.maxReplicas");
        WorkloadPart.atMost(initial, pool.quota(), "spec.pool.quota");
        atLeast(initial, workload.min(), "spec.workload.minReplicas");
        atLeast(initial, quorum, "spec.workload.state.quorum");
        requireRoom(initial);
    }

    private static void atLeast(Found<Integer> number, Found<Integer> limit, String name) {
        number.require(
                limit,
                (value, least) -> value >= least,
                least -> "give at least %s, which is %d".formatted(name, least));
    }

    private void requireRoom(Found<Integer> number) {
        if (pool.isUsable() && workload.hasUsableRequest()) {
            int room = pool.pool().left().holds(workload.request());
            number.require(
                    replicas -> replicas <= room,
                    "spec.pool holds %d replicas of this request; give at most that or enlarge it"
                            .formatted(room));
        }
    }
}
