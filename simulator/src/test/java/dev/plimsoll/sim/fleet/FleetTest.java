// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.Inventory;
import dev.plimsoll.model.Pool;
import dev.plimsoll.model.Replica;
import dev.plimsoll.model.Resources;
import dev.plimsoll.model.StateKind;
import dev.plimsoll.model.Workload;
import dev.plimsoll.model.WorkloadId;
import dev.plimsoll.sim.backtest.BacktestCase;
import dev.plimsoll.sim.cluster.TelemetryFaults;
import dev.plimsoll.sim.scenario.Event;
import dev.plimsoll.sim.scenario.Scenario;
import dev.plimsoll.sim.scenario.ScenarioBuilder;
import dev.plimsoll.telemetry.Reading;
import dev.plimsoll.telemetry.Readings;
import dev.plimsoll.telemetry.Signal;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FleetTest {
    private static final WorkloadId WEB = new WorkloadId("shop", "web");

    private Fleet fleet = fleet(ScenarioBuilder.minutes(20).startUp(40, 0).exact().build());

    @Test
    void orderedReplicasAreDesiredAtOnceAndReadyAfterTheirLeadTime() {
        play(7);
        apply(order("a", 1, 12));
        assertThat(web().desired()).isEqualTo(12);
        assertThat(web().ready()).isEqualTo(10);
        assertThat(web().pendingSince()).contains(fleet.start().plusSeconds(5));
        play(44);
        assertThat(web().ready()).isEqualTo(10);
        play(45);
        assertThat(web().ready()).isEqualTo(12);
    }

    @Test
    void everyReplicaHasANameAndAPhase() {
        apply(order("a", 1, 11));
        assertThat(web().replicas())
                .hasSize(11)
                .contains(new Replica("web-0", Replica.Phase.READY))
                .contains(new Replica("web-10", Replica.Phase.STARTING));
    }

    @Test
    void theVictimsThatAreNamedLeave() {
        apply(new ScaleOrder("a", 1, WEB, 1, 8, List.of("web-2", "web-5")));
        play(5);
        assertThat(web().replicas())
                .extracting(Replica::name)
                .hasSize(8)
                .doesNotContain("web-2", "web-5");
    }

    @Test
    void anOrderForAnotherVersionIsAConflictThatNamesThePresentOne() {
        apply(order("a", 1, 12));
        assertThat(fleet.judge(order("b", 1, 13))).isEqualTo(new ScaleAnswer.Conflict(2));
    }

    @Test
    void whatAScenarioChangesByHandMovesTheVersionOn() {
        Fleet touched =
                fleet(ScenarioBuilder.minutes(5).event(new Event.ScaleByHand(60, 4)).build());
        touched.playTo(touched.start().plusSeconds(60));
        assertThat(touched.judge(order("a", 1, 12))).isEqualTo(new ScaleAnswer.Conflict(2));
    }

    @Test
    void aRepeatedOrderIsAnsweredAsBeforeAndChangesNothing() {
        AppliedOrder first = apply(order("a", 1, 12));
        play(30);
        assertThat(fleet.judge(order("a", 1, 12))).isEqualTo(new ScaleAnswer.Repeated(first));
        assertThat(web().version()).isEqualTo(2);
        assertThat(fleet.applied()).isEqualTo(1);
    }

    @Test
    void anIdThatStandsForAnotherOrderIsRefused() {
        AppliedOrder first = apply(order("a", 1, 12));
        assertThat(fleet.judge(order("a", 2, 13))).isEqualTo(new ScaleAnswer.Reused(first));
    }

    @Test
    void whoeverHasAnEarlierEpochIsRefusedEvenWithAnOrderThatWasApplied() {
        apply(order("a", 1, 12));
        assertThat(fleet.judge(new ScaleOrder("b", 2, WEB, 1, 9, List.of())))
                .isEqualTo(new ScaleAnswer.Conflict(2));
        assertThat(fleet.judge(order("a", 1, 12))).isEqualTo(new ScaleAnswer.Superseded(2));
    }

    @Test
    void anUnknownWorkloadIsSaidToBeUnknown() {
        var order = new ScaleOrder("a", 1, new WorkloadId("shop", "other"), 1, 2, List.of());
        assertThat(fleet.judge(order)).isEqualTo(new ScaleAnswer.UnknownWorkload());
        assertThat(fleet.readings(order.workload())).isEmpty();
    }

    @Test
    void victimsThatAreNoneOrTooManyAreUnfit() {
        assertUnfit(new ScaleOrder("a", 1, WEB, 1, 8, List.of("web-2")), "cannot be 1");
        assertUnfit(new ScaleOrder("a", 1, WEB, 1, 8, List.of("web-2", "web-2")), "'web-2'");
        assertUnfit(new ScaleOrder("a", 1, WEB, 1, 8, List.of("web-2", "db-0")), "'db-0'");
        assertUnfit(order("a", 1, Fleet.MOST_REPLICAS + 1), "give 0 to 100000");
        assertThat(web().version()).isEqualTo(1);
    }

    @Test
    void anOrderForWhatIsThereIsAppliedAndLeavesTheVersion() {
        assertThat(apply(order("a", 1, 10)).version()).isEqualTo(1);
        assertThat(apply(order("b", 1, 11)).from()).isEqualTo(10);
    }

    @Test
    void aStartIsToldToEachReaderFromItsCursorOn() {
        apply(order("a", 1, 12));
        play(60);
        assertThat(web().completedStarts()).containsExactly(Duration.ofSeconds(40));
        long cursor = fleet.cursor();
        assertThat(fleet.inventory(cursor).getFirst().completedStarts()).isEmpty();
        apply(order("b", 2, 13));
        play(120);
        assertThat(fleet.inventory(cursor).getFirst().completedStarts()).hasSize(1);
        assertThat(web().completedStarts()).hasSize(2);
    }

    @Test
    void thePoolHasLeftWhatItsReplicasDoNotTake() {
        var half = new Resources(0.5, 512L << 20);
        assertThat(Workload.USUAL_REQUEST).isEqualTo(half);
        Fleet small =
                fleet(
                        ScenarioBuilder.minutes(5)
                                .pool(new Pool(new Resources(10, 100L << 30), 60))
                                .build());
        assertThat(small.pool()).isEqualTo(new Pool(new Resources(5, 95L << 30), 60));
    }

    @Test
    void readingsAreThoseOfTheTelemetry() {
        play(20);
        assertThat(readings()).isEqualTo(Readings.NONE);
        play(30);
        assertThat(readings().of(Signal.READY_REPLICAS))
                .isEqualTo(new Reading.Fresh(10, fleet.start().plusSeconds(15)));
    }

    @Test
    void itIsOverWhenItsDemandIs() {
        play(20 * 60 - 1);
        assertThat(fleet.isOver()).isFalse();
        play(20 * 60);
        assertThat(fleet.isOver()).isTrue();
        assertThat(fleet.end()).contains(fleet.now());
        play(30 * 60);
        assertThat(web().ready()).isEqualTo(10);
    }

    @Test
    void whatRepeatsBeginsAgainForGood() {
        fleet = fleet(day().build());
        fleet.repeat();
        assertThat(fleet.end()).isEmpty();
        for (long round : new long[] {0, 600, 6000}) {
            play(round + 101);
            assertThat(web().ready()).as("two crash in round %d", round).isEqualTo(8);
            play(round + 180);
            assertThat(web().ready()).isEqualTo(10);
            assertThat(demand()).isEqualTo(4 * ScenarioBuilder.REPLICA);
            play(round + 420);
            assertThat(readings().of(Signal.DEMAND))
                    .as("in an outage")
                    .isNotInstanceOf(Reading.Fresh.class);
            play(round + 540);
            assertThat(demand()).isEqualTo(8 * ScenarioBuilder.REPLICA);
        }
        assertThat(fleet.isOver()).isFalse();
    }

    /** Ten minutes in which things happen. */
    private static ScenarioBuilder day() {
        return ScenarioBuilder.minutes(10)
                .demand(0, 4)
                .demand(200, 4)
                .demand(205, 8)
                .roughness(0)
                .exact()
                .startUp(40, 0)
                .event(new Event.Crash(100, 2))
                .event(new Event.MetricsOutage(240, 480, TelemetryFaults.Kind.ABSENT));
    }

    private double demand() {
        return readings().fresh(Signal.DEMAND).orElseThrow();
    }

    @Test
    void timeDoesNotGoBack() {
        play(100);
        play(50);
        assertThat(fleet.now()).isEqualTo(fleet.start().plusSeconds(100));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theSameOrdersAtTheSameTimesMakeTheSameFleet(long seed) {
        Scenario scenario =
                ScenarioBuilder.minutes(20)
                        .state(new StateKind.Sessions(Duration.ofMinutes(2)))
                        .event(new Event.Crash(300, 2))
                        .event(new Event.RollingUpdate(600, 2))
                        .build();
        Fleet one = new Fleet(BacktestCase.of(scenario, seed));
        Fleet other = new Fleet(BacktestCase.of(scenario, seed));
        SplittableRandom random = new SplittableRandom(seed);
        long millis = 0;
        for (int i = 0; i < 50; i++) {
            millis += random.nextInt(1, 40_000);
            one.playTo(one.start().plusMillis(millis));
            int to = random.nextInt(1, 20);
            long version = one.inventory(0).getFirst().version();
            var order = new ScaleOrder("order" + i, 1, WEB, version, to, List.of());
            AppliedOrder applied = apply(one, order);
            other.playTo(applied.at());
            assertThat(apply(other, order)).isEqualTo(applied);
        }
        assertThat(other.inventory(0)).isEqualTo(one.inventory(0));
        assertThat(other.readings(WEB)).isEqualTo(one.readings(WEB));
        assertThat(other.figures()).isEqualTo(one.figures());
    }

    private void assertUnfit(ScaleOrder order, String part) {
        assertThat(fleet.judge(order))
                .isInstanceOfSatisfying(
                        ScaleAnswer.Unfit.class,
                        unfit -> assertThat(unfit.sentence()).contains(part));
    }

    private AppliedOrder apply(ScaleOrder order) {
        return apply(fleet, order);
    }

    private static AppliedOrder apply(Fleet to, ScaleOrder order) {
        return switch (to.judge(order)) {
            case ScaleAnswer.Accepted accepted -> {
                to.apply(accepted);
                yield accepted.applied();
            }
            case ScaleAnswer other -> throw new AssertionError("not accepted: " + other);
        };
    }

    private static ScaleOrder order(String id, long version, int to) {
        return new ScaleOrder(id, 1, WEB, version, to, List.of());
    }

    private void play(long second) {
        fleet.playTo(fleet.start().plusSeconds(second));
    }

    private Inventory web() {
        return fleet.inventory(0).getFirst();
    }

    private Readings readings() {
        return fleet.readings(WEB).orElseThrow();
    }

    private static Fleet fleet(Scenario scenario) {
        return new Fleet(BacktestCase.of(scenario, 1));
    }
}
