// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.control.JournalEntry.Decided;
import dev.plimsoll.guard.Authority.Awaiting;
import dev.plimsoll.guard.Clamp;
import dev.plimsoll.guard.Rule;
import dev.plimsoll.guard.Verdict;
import dev.plimsoll.guard.Withholding;
import dev.plimsoll.model.Consent;
import dev.plimsoll.model.Instruction;
import dev.plimsoll.model.Instruction.Approve;
import dev.plimsoll.model.Instruction.Pause;
import dev.plimsoll.model.Instruction.Reject;
import dev.plimsoll.model.Instruction.Resume;
import dev.plimsoll.model.Instruction.Revert;
import dev.plimsoll.model.Mode;
import dev.plimsoll.model.ScalingBehavior;
import dev.plimsoll.model.Workload;
import dev.plimsoll.model.Workloads;
import dev.plimsoll.plan.Purpose;
import dev.plimsoll.plan.ReactivePolicy;
import dev.plimsoll.telemetry.Signal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Owners and people around the real loop: one replica for each 40 requests/s is wanted, for each 48
 * is needed. Whatever is said, the journal replays, and gives the live state.
 */
class WhoMayActTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Workload WEB =
            Workloads.web(Workloads.WIDE, new ScalingBehavior(100, 0.5, MINUTE, MINUTE, 1));
    private static final ReactivePolicy POLICY = new ReactivePolicy(1.2);

    private ControlLoop loop = new ControlLoop(WEB, POLICY, 10);
    private Workload workload = WEB;

    @AfterEach
    void theJournalReplaysAndGivesTheLiveState() {
        loop.journal().commit();
        List<JournalEntry> entries = loop.journal().read();
        assertThat(Replay.of(entries, fresh()).differences()).isEmpty();
        Knowledge folded = fresh();
        entries.forEach(folded::fold);
        assertThat(folded.of(WEB.id()).snapshot()).isEqualTo(loop.known().snapshot());
    }

    @Test
    void whoObservesRecordsWhatItWouldHaveDone() {
        begin(Mode.OBSERVE, 0.3, 10);
        loop.turn(400);
        DecisionRecord decision = loop.turn(640);
        assertThat(verdict(decision))
                .isEqualTo("withheld: the policy observes only (10 to 16 replicas)");
        assertThat(loop.replicas()).isEqualTo(10);
        loop.turns(5, 640);
        assertThat(decisions()).as("the repeats add nothing").hasSize(2);
        assertThat(verdict(loop.turn(320)))
                .isEqualTo("withheld: the policy observes only (10 to 8 replicas)");
        assertThat(loop.tick(2000)).isEmpty();
    }

    @Test
    void whoObservesStillSeesChangesByHand() {
        begin(Mode.OBSERVE, 0.3, 10);
        loop.turn(400);
        loop.turn(640);
        loop.platform().set(WEB.id(), 12);
        assertThat(loop.turn(640).verdict().clamps())
                .containsExactly(new Clamp(Rule.BY_HAND, 16, 12));
    }

    @Test
    void whatMovesMoreThanTheShareWaits() {
        begin(Mode.ACT, 0.3, 10);
        loop.turn(400);
        assertThat(verdict(loop.turn(640)))
                .isEqualTo(
                        "waits for approval: moves 60 % of the replicas, more than 30 % (10 to 16"
                                + " replicas)");
        assertThat(loop.known().awaiting(loop.clock().instant()))
                .contains(new Awaiting(10, 16, loop.clock().instant()));
        assertThat(loop.replicas()).isEqualTo(10);
        assertThat(loop.turn(520).verdict().passed()).as("30 % is not more").isPresent();
        assertThat(loop.known().awaiting(loop.clock().instant())).isEmpty();
    }

    @Test
    void whoAdvisesWaitsForEverything() {
        begin(Mode.ADVISE, 1, 10);
        loop.turn(400);
        assertThat(verdict(loop.turn(440)))
                .isEqualTo(
                        "waits for approval: the policy advises, and a person acts (10 to 11"
                                + " replicas)");
    }

    @Test
    void theFirstReplicasAreMoreThanAnyShare() {
        begin(Mode.ACT, 1, 0);
        assertThat(verdict(loop.turn(40)))
                .isEqualTo(
                        "waits for approval: starts from nothing, which is more than 100 % (0 to 1"
                                + " replica)");
    }

    @Test
    void anApprovalLetsOneActionPassAsTheWorldIsThen() {
        begin(Mode.ACT, 0.3, 10);
        loop.turn(400);
        loop.turn(640);
        loop.say(approve(10, 16));
        DecisionRecord decision = loop.turn(800);
        assertThat(decision.verdict().clamps()).containsExactly(new Clamp(Rule.APPROVAL, 20, 16));
        assertThat(verdict(decision))
                .isEqualTo("approved: 10 to 16 replicas; ann approved it: the sale");
        assertThat(loop.replicas()).isEqualTo(16);
        loop.turn(800);
        assertThat(loop.replicas()).as("a quarter more needs nobody").isEqualTo(20);
        assertThat(verdict(loop.turn(1200))).startsWith("waits for approval");
    }

    @Test
    void aTickMayUseAnApproval() {
        begin(Mode.ACT, 0.3, 10);
        loop.turn(400);
        assertThat(loop.tick(720)).as("nothing is added, so nothing is written down").isEmpty();
        loop.say(approve(10, 16));
        assertThat(loop.tick(720)).hasSize(1);
        assertThat(loop.replicas()).isEqualTo(15);
    }

    @Test
    void anApprovalIsNotUsedOnWhatTheGuardForbids() {
        begin(Mode.ACT, 0.3, 10);
        loop.turn(400);
        loop.turn(640);
        loop.say(approve(10, 16));
        loop.platform().set(WEB.id(), 11);
        assertThat(loop.turn(640).verdict().clamps())
                .containsExactly(new Clamp(Rule.BY_HAND, 16, 11));
        assertThat(loop.replicas()).isEqualTo(11);
    }

    @Test
    void anApprovalEnds() {
        begin(Mode.ACT, 0.3, 10);
        loop.turn(400);
        loop.turn(640);
        var expiry = loop.clock().instant().plusSeconds(16);
        loop.say(new Approve("ann", "the sale", 10, 16, expiry));
        assertThat(verdict(loop.turn(640))).startsWith("waits for approval");
    }

    @Test
    void whatWasRejectedIsNotAskedAgain() {
        begin(Mode.ACT, 0.3, 10);
        loop.turn(400);
        loop.turn(640);
        var expiry = loop.clock().instant().plus(MINUTE);
        loop.say(new Reject("bob", "too dear", 10, 16, expiry));
        assertThat(verdict(loop.turn(640)))
                .isEqualTo(
                        "withheld: rejected by bob: too dear; until 2026-01-05T00:01:30Z (10 to 16"
                                + " replicas)");
        assertThat(verdict(loop.turn(600))).as("less may be").startsWith("waits for approval");
        loop.turn(640);
        loop.turn(640);
        assertThat(verdict(loop.turn(640))).as("it is over").startsWith("waits for approval");
    }

    @Test
    void whilePausedNothingIsDone() {
        loop.turn(400);
        loop.say(new Pause("ann", "deploy"));
        assertThat(loop.known().paused())
                .contains(
                        new Withholding.Paused(new Pause("ann", "deploy"), loop.clock().instant()));
        assertThat(verdict(loop.turn(640)))
                .isEqualTo(
                        "withheld: paused by ann: deploy; since 2026-01-05T00:00:16Z (10 to 16"
                                + " replicas)");
        assertThat(loop.tick(2000)).isEmpty();
        loop.say(new Resume("bob", "deployed"));
        loop.turn(640);
        assertThat(loop.replicas()).isEqualTo(16);
        assertThat(loop.known().paused()).isEmpty();
    }

    @Test
    void theLastChangeIsTakenBackWhenSomebodyAsks() {
        begin(Mode.ADVISE, 0, 2);
        loop.turn(80);
        loop.turn(200);
        loop.say(approve(2, 5));
        loop.turn(200);
        loop.say(new Revert("ann", "too many"));
        DecisionRecord decision = loop.turn(80);
        assertThat(decision.proposal().purpose()).isEqualTo(Purpose.TAKE_BACK);
        assertThat(Explanation.of(decision).proposed())
                .isEqualTo("to take back the last change, 2 replicas: a person asked for it");
        assertThat(verdict(decision))
                .isEqualTo("approved: 5 to 2 replicas; ann asked for it: too many");
        assertThat(loop.turn(88).verdict().clamps())
                .as("not again within holdFor, where demand does not need it")
                .containsExactly(new Clamp(Rule.REVERTED, 3, 2));
    }

    @Test
    void whatFreshDemandNeedsIsNotTakenBack() {
        loop.turn(400);
        loop.turn(640);
        loop.say(new Revert("ann", "too many"));
        Explanation why = Explanation.of(loop.turn(640));
        assertThat(loop.replicas()).isEqualTo(14);
        assertThat(why.proposed())
                .isEqualTo(
                        "to take back the last change, 14 replicas: what fresh demand needs now");
        assertThat(why.lost()).containsExactly("not 10 replicas: a person asked for it");
    }

    @Test
    void whereNothingStandsNothingIsTakenBack() {
        loop.turn(400);
        loop.say(new Revert("ann", "too many"));
        loop.turn(400);
        loop.say(new Revert("ann", "too many"));
        DecisionRecord decision = loop.turn(400);
        assertThat(Explanation.of(decision).sentences())
                .endsWith(
                        "to take back the last change, 10 replicas: a person asked for it, but no"
                                + " change that was made here stands",
                        "nothing to be done");
        assertThat(decisions()).as("each wish is answered").hasSize(3);
        assertThat(loop.turn(400).proposal().purpose()).isEqualTo(Purpose.PLAN);
    }

    @Test
    void whatSomebodyElseChangedSinceIsNotTakenBack() {
        loop.turn(400);
        loop.turn(640);
        loop.platform().set(WEB.id(), 20);
        loop.say(new Revert("ann", "too many"));
        assertThat(loop.turn(640).verdict()).isEqualTo(new Verdict.Unchanged());
    }

    @Test
    void takingBackTwiceMakesTheChangeAgain() {
        loop.turn(400);
        loop.turn(640);
        loop.say(new Revert("ann", "too many"));
        loop.turn(400);
        assertThat(loop.replicas()).isEqualTo(10);
        loop.say(new Revert("ann", "too few"));
        loop.turn(400);
        assertThat(loop.replicas()).isEqualTo(16);
    }

    @Test
    void aPauseHoldsAWishToTakeBackToo() {
        loop.turn(400);
        loop.turn(640);
        loop.say(new Pause("ann", "deploy"));
        loop.say(new Revert("ann", "too many"));
        assertThat(verdict(loop.turn(400))).startsWith("withheld: paused by ann");
        loop.say(new Resume("ann", "deployed"));
        assertThat(loop.turn(600).proposal().purpose()).isEqualTo(Purpose.PLAN);
    }

    @Test
    void whatIsNeededDoesNotWaitBehindATakeBackThatWaits() {
        begin(Mode.ACT, 0.1, 50);
        loop.turns(5, 2000);
        loop.say(approve(50, 60));
        loop.turn(2400);
        assertThat(loop.replicas()).isEqualTo(60);
        DecisionRecord harm = faultyTurn(2400);
        assertThat(verdict(harm))
                .isEqualTo(
                        "waits for approval: moves 16.7 % of the replicas, more than 10 % (60 to 50"
                                + " replicas)");
        assertThat(harm.proposal().purpose()).isEqualTo(Purpose.TAKE_BACK);
        faultyTurn(2450);
        assertThat(loop.replicas()).isEqualTo(62);
    }

    private DecisionRecord faultyTurn(double demand) {
        var then = loop.clock().instant().plus(WEB.cadence().cycle());
        loop.telemetry().report(WEB.id(), Signal.ERROR_RATIO, 0.3, then);
        return loop.turn(demand);
    }

    private void begin(Mode mode, double above, int replicas) {
        workload = WEB.with(new Consent(mode, above));
        loop = new ControlLoop(workload, POLICY, replicas);
    }

    private Instruction approve(int from, int to) {
        return new Approve("ann", "the sale", from, to, loop.clock().instant().plus(MINUTE));
    }

    private List<JournalEntry> decisions() {
        return loop.journal().read().stream().filter(Decided.class::isInstance).toList();
    }

    private Knowledge fresh() {
        return new Knowledge(Map.of(WEB.id(), new WorkloadKnowledge(workload, POLICY)));
    }

    private static String verdict(DecisionRecord decision) {
        return Explanation.of(decision).verdict();
    }
}
