// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.model.Pool;
import dev.plimsoll.model.Resources;
import dev.plimsoll.model.WorkloadId;
import dev.plimsoll.sim.scenario.Scenario;
import dev.plimsoll.sim.scenario.ScenarioBuilder;
import dev.plimsoll.telemetry.Readings;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A scenario's service many times over. */
class CopiesTest {
    private static final Scenario WEB = ScenarioBuilder.minutes(10).build();

    @Test
    void haveNamesOfTheirOwnInTheirOrder() {
        Copies copies = new Copies(WEB, 3);
        assertThat(copies.fleet(1).workloads())
                .extracting(WorkloadId::name)
                .containsExactly(WEB.name() + "-0001", WEB.name() + "-0002", WEB.name() + "-0003");
        assertThat(copies.workloads())
                .extracting(workload -> workload.id())
                .isEqualTo(copies.fleet(1).workloads());
    }

    @Test
    void oneAloneIsTheScenarioAsItIs() {
        Copies alone = new Copies(WEB, 1);
        assertThat(alone.fleet(1).workloads()).containsExactly(WEB.workload().id());
        assertThat(alone.workloads()).containsExactly(WEB.workload());
    }

    @Test
    void haveLuckOfTheirOwn() {
        List<Readings> readings = readings(new Copies(WEB, 3).fleet(1));
        assertThat(readings).doesNotHaveDuplicates();
    }

    @Test
    void theFirstAreTheSameHoweverManyThereAre() {
        assertThat(readings(new Copies(WEB, 5).fleet(7)).subList(0, 2))
                .isEqualTo(readings(new Copies(WEB, 2).fleet(7)));
        assertThat(readings(new Copies(WEB, 2).fleet(8)))
                .doesNotContainAnyElementsOf(readings(new Copies(WEB, 2).fleet(7)));
    }

    @Test
    void eachBringsItsNodesAlong() {
        Pool nodes = new Pool(new Resources(40, 1L << 40), 30);
        Scenario pooled = ScenarioBuilder.minutes(10).pool(nodes).build();
        Pool alone = new Copies(pooled, 1).fleet(1).pool();
        Pool four = new Copies(pooled, 4).fleet(1).pool();
        assertThat(four.left().cpuCores()).isEqualTo(4 * alone.left().cpuCores());
        assertThat(four.left().memoryBytes()).isEqualTo(4 * alone.left().memoryBytes());
        assertThat(four.quota()).as("of one workload").isEqualTo(30);
    }

    @Test
    void nodesWithoutLimitStayWithoutLimit() {
        assertThat(Pool.UNLIMITED.times(10_000)).isEqualTo(Pool.UNLIMITED);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 10_001})
    void cannotBeNoneOrMoreThanThereIsRoomFor(int number) {
        assertThatThrownBy(() -> new Copies(WEB, number))
                .hasMessageContaining("%d copies", number)
                .hasMessageContaining("give 1 to 10000");
    }

    private static List<Readings> readings(Fleet fleet) {
        fleet.playTo(fleet.start().plusSeconds(60));
        return fleet.workloads().stream().map(id -> fleet.readings(id).orElseThrow()).toList();
    }
}
