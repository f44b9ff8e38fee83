// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.capacity.Capacity;
import dev.plimsoll.model.Workloads;
import dev.plimsoll.telemetry.Signal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken for the harm of an action, and what is not; without noise. */
class HarmWatchTest {
    private final HarmScene scene = new HarmScene(10, 0.5, 1);

    @Test
    void proposesTheLastGoodNumberForHarm() {
        scene.cycles(20);
        scene.scale(8).slower(3);
        assertThat(scene.cycle())
                .hasValue(
                        new Proposal(
                                Purpose.TAKE_BACK,
                                Workloads.WEB,
                                "take-back",
                                8,
                                10,
                                Reason.HARM,
                                List.of(Signal.DEMAND),
                                7,
                                List.of()));
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 12})
    void anActionWithoutHarmIsKept(int to) {
        scene.cycles(20);
        scene.scale(to);
        assertThat(scene.cyclesUntilProposal(40)).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 12})
    void aSurgeRightAfterAnActionIsNotItsHarm(int to) {
        scene.cycles(20);
        scene.scale(to).demand(0.85, to);
        assertThat(scene.cyclesUntilProposal(40)).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 12})
    void moreErrorsAreHarm(int to) {
        scene.cycles(20);
        scene.scale(to).errors(0.05);
        assertThat(scene.cycle()).map(Proposal::target).hasValue(10);
    }

    /** 400 requests/s are 6000 in an interval: the noise of no errors is 0.0007. */
    @ParameterizedTest
    @CsvSource({"0, 0.0199, false", "0, 0.0201, true", "0.1, 0.11, false", "0.1, 0.13, true"})
    void errorsAreHarmWhenTheyAreATwoHundredthAboveTheUsual(
            double usual, double now, boolean harm) {
        scene.errors(usual).cycles(200);
        scene.scale(8).errors(now);
        assertThat(scene.cycle().isPresent()).isEqualTo(harm);
    }

    /** 4 requests/s are 60 in an interval: one failure is 0.017, four deviations are 0.066. */
    @ParameterizedTest
    @CsvSource({"0.066, false", "0.0662, true"})
    void ofFewRequestsMoreMustFail(double now, boolean harm) {
        HarmScene small = new HarmScene(1, 4 / HarmScene.SATURATION, 1);
        small.cycles(20);
        small.scale(2).errors(now);
        assertThat(small.cycle().isPresent()).isEqualTo(harm);
    }

    @Test
    void aSmallRiseAddsUpAndAVerySmallOneDoesNot() {
        scene.cycles(20);
        scene.scale(8).slower(1.5);
        assertThat(scene.cyclesUntilProposal(10)).isBetween(2, 5);
        HarmScene hardly = new HarmScene(10, 0.5, 1);
        hardly.cycles(20);
        hardly.scale(8).slower(1.2);
        assertThat(hardly.cyclesUntilProposal(100)).isZero();
    }

    /** Readings are at first believed to be off by 0.15, which makes 0.6 the noise of a sum. */
    @ParameterizedTest
    @CsvSource({"1, 0, 2", "100, 0, 1", "100, 0.4, 3"})
    void theMoreReadingsVaryTheMoreProofItTakes(int quiet, double noise, int readings) {
        scene.noise(noise).cycles(quiet);
        scene.noise(0).scale(8).slower(1.9);
        assertThat(scene.cyclesUntilProposal(10)).isEqualTo(readings);
    }

    @Test
    void whatWouldHaveBeenSlowerWithoutTheActionIsNotItsHarm() {
        scene.demand(0.85, 10).cycles(20);
        scene.scale(20).slower(1.6);
        assertThat(scene.cyclesUntilProposal(20)).isZero();
    }

    @Test
    void aScaleOutThatMadeItSlowerIsTakenBack() {
        scene.cycles(20);
        scene.scale(12).slower(2.5);
        assertThat(scene.cyclesUntilProposal(2)).isPositive();
    }

    /** Demand that needs 15 came with the scale-out: it is not taken back further than that. */
    @Test
    void aScaleOutIsTakenBackNoFurtherThanDemandAllows() {
        scene.cycles(20);
        scene.scale(20).demand(0.6, 20).errors(0.3);
        assertThat(scene.cycle()).map(Proposal::target).hasValue(15);
    }

    @Test
    void whatAnOverloadLeftBehindIsNoHarm() {
        scene.cycles(20);
        scene.scale(12).demand(0.95, 12).cycles(4);
        scene.demand(0.7, 12).slower(5);
        assertThat(scene.cyclesUntilProposal(10)).isZero();
        scene.slower(1).cycles(2);
        scene.slower(5);
        assertThat(scene.cyclesUntilProposal(2)).isPositive();
    }

    @Test
    void whatThePlatformRefusesToTakeBackIsProposedAgain() {
        scene.cycles(20);
        scene.scale(8).slower(3);
        assertThat(scene.cycle()).isPresent();
        scene.takeBack(8);
        scene.watch().refused();
        assertThat(scene.cyclesUntilProposal(2)).isPositive();
    }

    /** One replica never becomes ready, so that the action is never seen at its full size. */
    @Test
    void aTrialEndsAfterAQuarterOfAnHourAndALeadTime() {
        scene.cycles(20);
        scene.scale(12).ready(11).cycles(66);
        scene.slower(5);
        assertThat(scene.cyclesUntilProposal(10)).isZero();
    }

    @Test
    void aRefusalOfAnythingElseChangesNothing() {
        scene.cycles(20);
        scene.scale(8).slower(3).cycle();
        scene.takeBack(10).scale(9);
        scene.watch().refused();
        assertThat(scene.cyclesUntilProposal(20)).isZero();
    }

    @Test
    void isTakenBackOnceAndThenHeld() {
        scene.cycles(20);
        scene.scale(8).slower(3);
        assertThat(scene.cycle()).isPresent();
        scene.takeBack(10);
        scene.scale(9);
        assertThat(scene.cyclesUntilProposal(59)).isZero();
    }

    @Test
    void afterTheHoldItIsJudgedAgain() {
        scene.cycles(20);
        scene.scale(8).slower(3);
        scene.cycle();
        scene.takeBack(10).slower(1).cycles(60);
        scene.scale(8).slower(3);
        assertThat(scene.cycle()).map(Proposal::target).hasValue(10);
    }

    @Test
    void withoutAnActionNothingIsTakenBack() {
        scene.cycles(20);
        scene.slower(5).errors(0.5);
        assertThat(scene.cyclesUntilProposal(100)).isZero();
    }

    @Test
    void afterFourHarmlessReadingsATrialIsOver() {
        assertThat(harmAfter(3).cyclesUntilProposal(3)).isPositive();
        assertThat(harmAfter(4).cyclesUntilProposal(3)).isZero();
    }

    private static HarmScene harmAfter(int harmless) {
        HarmScene scene = new HarmScene(10, 0.5, 1);
        scene.cycles(20);
        scene.scale(8).cycles(harmless);
        return scene.slower(3);
    }

    @Test
    void onlyAnIntervalAfterTheActionIsJudged() {
        scene.cycles(20);
        scene.scale(8).slower(3);
        scene.pass(14);
        assertThat(scene.see(scene.readings().readings())).isEmpty();
        scene.pass(1);
        assertThat(scene.see(scene.readings().readings())).isPresent();
    }

    @Test
    void aReadingIsJudgedOnce() {
        scene.cycles(20);
        scene.scale(8).slower(1.5);
        scene.cycle();
        for (int i = 0; i < 20; i++) {
            assertThat(scene.see(scene.readings().readings())).isEmpty();
        }
    }

    @Test
    void aProposalLapsesWithTheNextLook() {
        scene.cycles(20);
        scene.scale(8).slower(3).cycle();
        assertThat(scene.proposal()).isPresent();
        scene.see(scene.readings().readings());
        assertThat(scene.proposal()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0.89, true", "0.901, false"})
    void loadsNearSaturationAreNotJudged(double load, boolean judged) {
        scene.cycles(20);
        scene.scale(8).demand(load, 8).errors(0.5);
        assertThat(scene.cycle().isPresent()).isEqualTo(judged);
    }

    @Test
    void withoutCapacityReplicasOrDemandNothingIsJudged() {
        scene.cycles(20);
        scene.scale(8).errors(0.5);
        scene.pass(15);
        for (Signal needed : List.of(Signal.DEMAND, Signal.READY_REPLICAS)) {
            var without = scene.readings().stale(needed, 400).readings();
            assertThat(scene.see(without)).isEmpty();
            scene.pass(15);
        }
        assertThat(scene.see(scene.readings().fresh(Signal.DEMAND, 0).readings())).isEmpty();
        scene.capacity(Capacity.UNKNOWN);
        assertThat(scene.cycle()).isEmpty();
    }

    @Test
    void whereTheQueueIsNotKnownOnlyErrorsAreJudged() {
        scene.capacity(new Capacity.Known(65.2, 0.815, Capacity.Basis.PRIOR)).cycles(20);
        scene.scale(8).slower(5);
        assertThat(scene.cyclesUntilProposal(3)).isZero();
        HarmScene faulty = new HarmScene(10, 0.5, 1);
        faulty.capacity(new Capacity.Known(65.2, 0.815, Capacity.Basis.PRIOR)).cycles(20);
        assertThat(faulty.scale(8).errors(0.1).cycle()).isPresent();
    }

    @Test
    void aLatencyThatIsNotFreshOrIsZeroIsNotJudged() {
        scene.cycles(20);
        scene.scale(8).slower(5);
        for (int i = 0; i < 3; i++) {
            scene.pass(15);
            assertThat(scene.see(scene.readings().stale(Signal.TAIL_LATENCY, 9).readings()))
                    .isEmpty();
            scene.pass(15);
            assertThat(scene.see(scene.readings().fresh(Signal.TAIL_LATENCY, 0).readings()))
                    .isEmpty();
        }
    }

    @Test
    void whatIsUsuallySlowerThanTheModelIsNoHarm() {
        scene.slower(2).cycles(100);
        scene.scale(8);
        assertThat(scene.cyclesUntilProposal(40)).isZero();
        scene.scale(6).slower(5);
        assertThat(scene.cyclesUntilProposal(2)).isPositive();
    }

    @Test
    void ofSeveralActionsOnTrialTheLastGoodNumberIsTheTarget() {
        scene.cycles(20);
        scene.scale(9).scale(8).slower(3);
        assertThat(scene.cycle()).map(Proposal::target).hasValue(10);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 5})
    void aNumberThatStoodAReadingIsWhereTheNextActionGoesBackTo(int harmless) {
        scene.cycles(20);
        scene.scale(9).cycles(harmless);
        scene.scale(7).slower(3);
        assertThat(scene.cycle()).map(Proposal::target).hasValue(9);
    }

    @Test
    void aNumberThatIsNotReadyYetHasNotStoodThem() {
        scene.cycles(20);
        scene.scale(12).ready(10).cycles(20);
        scene.ready(12).errors(0.5);
        assertThat(scene.cycle()).map(Proposal::target).hasValue(10);
    }

    @Test
    void whereNothingWasGoodYetNothingIsProposed() {
        scene.scale(8).slower(9).errors(0.5);
        assertThat(scene.cyclesUntilProposal(5)).isZero();
    }

    @Test
    void whereTheGoodNumberIsThereAlreadyNothingIsProposed() {
        scene.cycles(20);
        scene.scale(10).errors(0.5);
        assertThat(scene.cycle()).isEqualTo(Optional.empty());
    }
}
