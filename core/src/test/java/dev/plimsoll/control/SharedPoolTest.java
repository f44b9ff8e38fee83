// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.guard.Guard;
import dev.plimsoll.model.Cadence;
import dev.plimsoll.model.Inventory;
import dev.plimsoll.model.Pool;
import dev.plimsoll.model.Resources;
import dev.plimsoll.model.ScalingBehavior;
import dev.plimsoll.model.Workload;
import dev.plimsoll.model.WorkloadId;
import dev.plimsoll.model.Workloads;
import dev.plimsoll.plan.StaticPolicy;
import dev.plimsoll.telemetry.InMemoryTelemetry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Two workloads of a pool that want five replicas each and have two. */
class SharedPoolTest {
    private static final WorkloadId FIRST = new WorkloadId("shop", "a");
    private static final WorkloadId SECOND = new WorkloadId("shop", "b");

    private final HandSetClock clock = new HandSetClock(Instant.parse("2026-01-05T00:00:00Z"));
    private final InMemoryPlatform platform = new InMemoryPlatform(clock);

    @Test
    void whatOneIsGivenIsNotThereForTheNext() {
        assertThat(replicasWithRoomFor(4)).containsExactly(5, 3);
        assertThat(replicasWithRoomFor(3)).containsExactly(5, 2);
        assertThat(replicasWithRoomFor(6)).containsExactly(5, 5);
    }

    private List<Integer> replicasWithRoomFor(int replicas) {
        Resources request = Workload.USUAL_REQUEST;
        platform.set(FIRST, 2);
        platform.set(SECOND, 2);
        platform.leave(
                new Pool(
                        new Resources(
                                replicas * request.cpuCores(), replicas * request.memoryBytes()),
                        100));
        Map<WorkloadId, WorkloadKnowledge> known = new TreeMap<>();
        for (WorkloadId id : List.of(FIRST, SECOND)) {
            Workload workload = Workloads.of(id, Workloads.WIDE, ScalingBehavior.DEFAULT);
            known.put(id, new WorkloadKnowledge(workload, new StaticPolicy(5)));
        }
        new Cycle(
                        new InMemoryTelemetry(Cadence.DEFAULT),
                        platform,
                        new InMemoryJournal(Duration.ofHours(1)),
                        new Knowledge(known),
                        new Guard())
                .run(clock.instant());
        return platform.inventory().stream().map(Inventory::desired).toList();
    }
}
