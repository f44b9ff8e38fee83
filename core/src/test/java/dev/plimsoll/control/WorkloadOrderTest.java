// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.guard.Guard;
import dev.plimsoll.model.Cadence;
import dev.plimsoll.model.Inventory;
import dev.plimsoll.model.ScalingBehavior;
import dev.plimsoll.model.Workload;
import dev.plimsoll.model.WorkloadId;
import dev.plimsoll.model.Workloads;
import dev.plimsoll.plan.PredictivePolicy;
import dev.plimsoll.telemetry.InMemoryTelemetry;
import dev.plimsoll.telemetry.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Results never depend on the order in which a pool's workloads become known. */
class WorkloadOrderTest {
    @Test
    void theOrderInWhichWorkloadsWereNamedDecidesNothing() {
        List<WorkloadId> ids =
                Stream.of("web", "api", "work", "db", "cache")
                        .map(name -> new WorkloadId("shop", name))
                        .toList();
        Fleet fleet = new Fleet(ids);
        Fleet reversed = new Fleet(ids.reversed());
        for (int turn = 0; turn < 50; turn++) {
            List<DecisionRecord> decisions = fleet.turn(turn);
            assertThat(decisions)
                    .extracting(decision -> decision.outlook().workload().id().name())
                    .containsExactly("api", "cache", "db", "web", "work");
            assertThat(reversed.turn(turn)).isEqualTo(decisions);
        }
        assertThat(reversed.cycles().journal().read()).isEqualTo(fleet.cycles().journal().read());
        for (WorkloadId id : ids) {
            assertThat(reversed.cycles().knowledge().of(id).snapshot())
                    .isEqualTo(fleet.cycles().knowledge().of(id).snapshot());
        }
    }

    /** A pool whose workloads are named to everyone in the order given. */
    private static final class Fleet {
        record Cycles(Cycle cycle, Knowledge knowledge, Journal journal) {}

        private final HandSetClock clock = new HandSetClock(Instant.parse("2026-01-05T00:00:00Z"));
        private final InMemoryPlatform platform = new InMemoryPlatform(clock);
        private final InMemoryTelemetry telemetry = new InMemoryTelemetry(Cadence.DEFAULT);
        private final List<WorkloadId> ids;
        private final Cycles cycles;

        Fleet(List<WorkloadId> ids) {
            this.ids = ids;
            Map<WorkloadId, WorkloadKnowledge> known = new LinkedHashMap<>();
            for (WorkloadId id : ids) {
                platform.set(id, 4);
                Workload workload = Workloads.of(id, Workloads.WIDE, ScalingBehavior.DEFAULT);
                known.put(id, new WorkloadKnowledge(workload, PredictivePolicy.DEFAULT));
            }
            Knowledge knowledge = new Knowledge(known);
            Journal journal = new InMemoryJournal(Duration.ofHours(1));
            cycles =
                    new Cycles(
                            new Cycle(telemetry, platform, journal, knowledge, new Guard()),
                            knowledge,
                            journal);
        }

        Cycles cycles() {
            return cycles;
        }

        List<DecisionRecord> turn(int turn) {
            clock.advance(Cadence.DEFAULT.cycle());
            Map<WorkloadId, Integer> ready = new LinkedHashMap<>();
            for (Inventory inventory : platform.inventory()) {
                ready.put(inventory.workload(), inventory.ready());
            }
            for (WorkloadId id : ids) {
                double demand = 100 + id.name().length() * 40 * (1 + StrictMath.sin(turn / 5.0));
                double load = Math.min(1, demand / (ready.get(id) * 80.0));
                telemetry.report(id, Signal.DEMAND, demand, clock.instant());
                telemetry.report(id, Signal.UTILIZATION, load, clock.instant());
                telemetry.report(id, Signal.READY_REPLICAS, ready.get(id), clock.instant());
            }
            return cycles.cycle().run(clock.instant());
        }
    }
}
