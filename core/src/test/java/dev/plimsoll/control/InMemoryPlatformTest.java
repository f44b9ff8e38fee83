// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.guard.Approvals;
import dev.plimsoll.model.Inventory;
import dev.plimsoll.model.WorkloadId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class InMemoryPlatformTest extends PlatformContract {
    private final HandSetClock clock = new HandSetClock(Instant.parse("2026-01-05T00:00:00Z"));
    private final InMemoryPlatform platform = new InMemoryPlatform(clock);

    InMemoryPlatformTest() {
        platform.set(WEB, 4);
    }

    @Override
    protected Platform platform() {
        return platform;
    }

    @Override
    protected void setByHand(int replicas) {
        platform.set(WEB, replicas);
    }

    @Test
    void listsItsWorkloadsInTheOrderOfTheirIds() {
        WorkloadId first = new WorkloadId("a", "z");
        WorkloadId last = new WorkloadId("z", "a");
        platform.set(last, 1);
        platform.set(first, 1);
        assertThat(platform.inventory())
                .extracting(Inventory::workload)
                .containsExactly(first, WEB, last);
    }

    @Test
    void saysWhenByItsClock() {
        Inventory inventory = platform.inventory().getFirst();
        assertThat(platform.apply(Approvals.scale(inventory, 7)).at()).isEqualTo(clock.instant());
    }
}
