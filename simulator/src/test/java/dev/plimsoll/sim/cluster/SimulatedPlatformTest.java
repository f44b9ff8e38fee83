// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.capacity.MmcStation;
import dev.plimsoll.control.Platform;
import dev.plimsoll.control.PlatformContract;
import dev.plimsoll.guard.Approvals;
import dev.plimsoll.model.Inventory;
import dev.plimsoll.model.Pool;
import dev.plimsoll.model.ScalingBehavior;
import dev.plimsoll.model.Slo;
import dev.plimsoll.model.Workloads;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A simulated service keeps the promises of a platform, and tells what it really has. */
class SimulatedPlatformTest extends PlatformContract {
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    private static final ServiceModel MODEL =
            new ServiceModel(new MmcStation(4, 0.05), new Slo(0.95, 0.25), 5, 30);

    private final SimulatedService service =
            new SimulatedService(MODEL, new LeadTimeDraws(40, 0, 1, "web"), 4);
    private final Platform platform =
            new SimulatedPlatform(
                    Workloads.of(WEB, Workloads.WIDE, ScalingBehavior.DEFAULT),
                    START,
                    service,
                    Pool.UNLIMITED);

    @Override
    protected Platform platform() {
        return platform;
    }

    @Override
    protected void setByHand(int replicas) {
        service.scaleTo(replicas);
    }

    @Test
    void anOrderedReplicaIsDesiredAtOnceAndReadyAfterItsLeadTime() {
        platform.apply(Approvals.scale(inventory(), 6));
        assertThat(inventory())
                .extracting(Inventory::desired, Inventory::ready)
                .containsExactly(6, 4);
        service.beginStep(40);
        assertThat(inventory().ready()).isEqualTo(6);
    }

    @Test
    void aCompletedStartIsToldOnce() {
        platform.apply(Approvals.scale(inventory(), 6));
        service.beginStep(40);
        assertThat(inventory().completedStarts()).containsExactly(Duration.ofSeconds(40));
        assertThat(inventory().completedStarts()).isEmpty();
    }

    @Test
    void saysWhenByTheSecondOfTheRun() {
        service.beginStep(25);
        assertThat(platform.apply(Approvals.scale(inventory(), 6)).at())
                .isEqualTo(START.plusSeconds(25));
    }

    private Inventory inventory() {
        return platform.inventory().getFirst();
    }
}
