// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.guard;

import static dev.plimsoll.guard.ReviewBuilder.MINUTE;
import static dev.plimsoll.guard.ReviewBuilder.NOW;
import static dev.plimsoll.guard.ReviewBuilder.review;
import static dev.plimsoll.model.Workloads.WEB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.guard.Verdict.Approved;
import dev.plimsoll.guard.Verdict.Deferred;
import dev.plimsoll.guard.Verdict.Unchanged;
import dev.plimsoll.guard.Verdict.Withheld;
import dev.plimsoll.model.Action;
import dev.plimsoll.model.Consent;
import dev.plimsoll.model.Instruction;
import dev.plimsoll.model.Instruction.Approve;
import dev.plimsoll.model.Instruction.Leave;
import dev.plimsoll.model.Instruction.Pause;
import dev.plimsoll.model.Instruction.Promote;
import dev.plimsoll.model.Instruction.Reject;
import dev.plimsoll.model.Instruction.Resume;
import dev.plimsoll.model.Instruction.Revert;
import dev.plimsoll.model.Mode;
import dev.plimsoll.model.Replica;
import dev.plimsoll.model.StateKind;
import dev.plimsoll.telemetry.Signal;
import dev.plimsoll.telemetry.TestReadings;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Who is asked, and what an answer does. Whatever is said was said a minute ago. */
class ConsentRulesTest {
    private static final Instant LATER = NOW.plusSeconds(1);
    private static final Pause PAUSE = new Pause("ann", "deploy");
    private static final Withholding OBSERVES = new Withholding.ObserveOnly();
    private static final Withholding ON_PROBATION = new Withholding.OnProbation();
    private static final Promote PROMOTE = new Promote("scorecard", "it brought more");
    private static final Withholding WAITS = new Withholding.AwaitingApproval();
    private static final Withholding PAUSED = new Withholding.Paused(PAUSE, NOW.minus(MINUTE));

    private final Guard guard = new Guard();

    /** What becomes of a change: where it is withheld why, else where it leads. */
    record Case(String name, ReviewBuilder review, Object becomes) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Case> modes() {
        return List.of(
                new Case("act, nobody is asked", in(Mode.ACT, 10, 20), 20),
                new Case("advise, little", in(Mode.ADVISE, 10, 11), WAITS),
                new Case("observe, little", in(Mode.OBSERVE, 10, 11), OBSERVES),
                new Case("the share", asking(10, 13), 13),
                new Case("more than the share", asking(10, 14), WAITS),
                new Case("less by more than the share", asking(10, 6), WAITS),
                new Case("harm taken back, little", asking(10, 8).takeBack(), 8),
                new Case("harm taken back, much", asking(10, 5).takeBack(), WAITS),
                new Case("what demand needs at once", asking(10, 15).needs(15).tick(9), WAITS),
                new Case("what the owner's limits force", asking(10, 10).limits(20, 30), WAITS),
                new Case("the clamped number counts", asking(10, 20).limits(1, 13), 13));
    }

    static List<Case> pauses() {
        return List.of(
                new Case("paused", in(Mode.ACT, 10, 11).told(PAUSE), PAUSED),
                new Case("paused, advises", in(Mode.ADVISE, 10, 11).told(PAUSE), PAUSED),
                new Case("paused, observes", in(Mode.OBSERVE, 10, 11).told(PAUSE), OBSERVES),
                new Case("paused, approved", asking(10, 20).told(PAUSE, to(20)), PAUSED),
                new Case("resumed", in(Mode.ACT, 10, 11).told(PAUSE, resume()), 11));
    }

    static List<Case> probations() {
        return List.of(
                new Case("on probation", onProbation(10, 11), ON_PROBATION),
                new Case("on probation, paused", onProbation(10, 11).told(PAUSE), ON_PROBATION),
                new Case("promoted", onProbation(10, 11).told(PROMOTE), 11),
                new Case("promoted, paused", onProbation(10, 11).told(PROMOTE, PAUSE), PAUSED),
                new Case("promoted, observes", in(Mode.OBSERVE, 10, 11).told(PROMOTE), OBSERVES));
    }

    static List<Case> approvals() {
        return List.of(
                new Case("approved", asking(10, 20).told(to(20)), 20),
                new Case("approved, advises", in(Mode.ADVISE, 10, 11).told(to(11)), 11),
                new Case("approved, observes", in(Mode.OBSERVE, 10, 20).told(to(20)), OBSERVES),
                new Case("approved, and more wanted now", asking(10, 30).told(to(20)), 20),
                new Case("approved, and less wanted now", asking(10, 16).told(to(20)), 16),
                new Case("little is wanted now", asking(10, 12).told(to(20)), 12),
                new Case("it is there already", asking(20, 30).told(to(20)), WAITS),
                new Case("the other way is wanted now", asking(10, 5).told(to(20)), WAITS),
                new Case("fewer, approved", asking(10, 5).told(to(5)), 5),
                new Case("fewer, and still fewer wanted", asking(10, 2).told(to(5)), 5),
                new Case("expired", asking(10, 20).told(to(20, NOW)), WAITS),
                new Case("a later one counts", asking(10, 20).told(to(20), to(15)), 15),
                new Case("rejected after it", asking(10, 20).told(to(20), not(20)), not(20)),
                new Case("more rejected after it", asking(10, 20).told(to(20), not(25)), 20));
    }

    static List<Case> rejections() {
        return List.of(
                new Case("rejected", asking(10, 20).told(not(20)), not(20)),
                new Case("further", asking(10, 30).told(not(20)), not(20)),
                new Case("less far", asking(10, 19).told(not(20)), WAITS),
                new Case("little", asking(10, 12).told(not(11)), 12),
                new Case("the other way", asking(10, 5).told(not(20)), WAITS),
                new Case("expired", asking(10, 20).told(not(20, NOW)), WAITS),
                new Case("two, the other one", asking(10, 20).told(not(5), not(20)), not(20)),
                new Case("approved after it", asking(10, 20).told(not(20), to(20)), 20),
                new Case("less approved after it", asking(10, 20).told(not(20), to(15)), 15));
    }

    @ParameterizedTest
    @MethodSource({"modes", "pauses", "probations", "approvals", "rejections"})
    void becomes(Case example) {
        switch (verdict(example.review())) {
            case Approved(var approved, var _) ->
                    assertThat(((Action.Scale) approved.action()).to())
                            .isEqualTo(example.becomes());
            case Withheld(var _, var _, Withholding.RejectedByPerson(var by), var _) ->
                    assertThat(by).isEqualTo(example.becomes());
            case Withheld(var _, var _, var why, var _) ->
                    assertThat(why).isEqualTo(example.becomes());
            case Verdict other -> assertThat(other).isEqualTo(example.becomes());
        }
    }

    @Test
    void whatIsWithheldIsTheClampedAction() {
        assertThat(verdict(in(Mode.OBSERVE, 10, 40).limits(1, 20).versions(3, 3)))
                .isEqualTo(
                        new Withheld(
                                new Action.Scale(WEB, 10, 20),
                                3,
                                OBSERVES,
                                List.of(new Clamp(Rule.MAX_REPLICAS, 40, 20))));
        assertThat(verdict(in(Mode.OBSERVE, 10, 40)).passed()).isEmpty();
    }

    @Test
    void whoWouldLeaveIsChosenWhenItIsDone() {
        assertThat(verdict(withReplicas(in(Mode.ADVISE, 3, 2))))
                .isEqualTo(new Withheld(new Action.Scale(WEB, 3, 2), 1, WAITS, List.of()));
        assertThat(verdict(withReplicas(in(Mode.ADVISE, 3, 2)).told(to(2))).passed())
                .contains(new Action.Scale(WEB, 3, 2, List.of("web-2")));
    }

    @ParameterizedTest
    @EnumSource
    void whatTheRulesForbidIsNotAskedAbout(Mode mode) {
        assertThat(verdict(in(mode, 10, 10))).isEqualTo(new Unchanged());
        assertThat(verdict(in(mode, 10, 5).coolDown(MINUTE).done(MINUTE.dividedBy(2), 9, 10)))
                .isInstanceOf(Deferred.class);
    }

    @Test
    void anApprovalOverridesNoRule() {
        ReviewBuilder dark =
                asking(10, 5).told(to(5)).readings(TestReadings.at(NOW).stale(Signal.DEMAND, 1));
        assertThat(verdict(dark).clamps()).containsExactly(new Clamp(Rule.EVIDENCE_STALE, 5, 10));
        assertThat(verdict(dark).leave()).isEmpty();
    }

    @Test
    void whatPassesByLeaveSaysSo() {
        Verdict cut = verdict(asking(10, 30).told(to(12)));
        assertThat(cut.clamps()).containsExactly(new Clamp(Rule.APPROVAL, 30, 12));
        assertThat(cut.leave()).contains(to(12));
        assertThat(cut.remembered().leave()).contains(to(12));
        assertThat(verdict(asking(10, 12).told(to(20))).leave()).isEmpty();
    }

    @Test
    void aWishToTakeBackIsLeaveEnough() {
        Revert wish = new Revert("ann", "too many");
        assertThat(verdict(asking(10, 5).reverting().told(wish)).leave()).contains(wish);
        assertThat(verdict(in(Mode.ADVISE, 10, 5).reverting().told(wish)).leave()).contains(wish);
        assertThat(verdict(asking(10, 5).reverting().told(wish, not(5))).leave()).contains(wish);
        assertThat(withheld(in(Mode.OBSERVE, 10, 5).reverting().told(wish))).isEqualTo(OBSERVES);
        assertThat(withheld(asking(10, 5).reverting().told(wish, PAUSE))).isEqualTo(PAUSED);
    }

    @Test
    void nobodyTakesBackWithoutAWish() {
        assertThat(withheld(asking(10, 5).reverting())).isEqualTo(WAITS);
        assertThat(withheld(asking(10, 5).told(new Revert("ann", "too many")))).isEqualTo(WAITS);
    }

    @Test
    void anApprovalIsNotUsedForATakeBackThatWasWished() {
        Revert wish = new Revert("ann", "too many");
        Verdict verdict = verdict(asking(10, 2).reverting().told(to(5), wish));
        assertThat(verdict.clamps()).isEmpty();
        assertThat(verdict.leave()).isEqualTo(Optional.<Leave>of(wish));
    }

    private Verdict verdict(ReviewBuilder review) {
        return guard.review(review.build());
    }

    private Withholding withheld(ReviewBuilder review) {
        return ((Withheld) verdict(review)).why();
    }

    private static ReviewBuilder in(Mode mode, int current, int target) {
        return review(current, target).consent(mode, Double.POSITIVE_INFINITY);
    }

    private static ReviewBuilder onProbation(int current, int target) {
        return review(current, target).consent(new Consent(Mode.ACT, 0.3, true));
    }

    /** About what moves more than 30 %. */
    private static ReviewBuilder asking(int current, int target) {
        return review(current, target).consent(Mode.ACT, 0.3);
    }

    private static ReviewBuilder withReplicas(ReviewBuilder review) {
        return review.keeps(new StateKind.Ordered(1))
                .replicas(ready("web-0"), ready("web-1"), ready("web-2"));
    }

    private static Replica ready(String name) {
        return new Replica(name, Replica.Phase.READY);
    }

    private static Instruction resume() {
        return new Resume("bob", "deployed");
    }

    private static Approve to(int replicas) {
        return to(replicas, LATER);
    }

    private static Approve to(int replicas, Instant expiry) {
        return new Approve("ann", "sale", 10, replicas, expiry);
    }

    private static Reject not(int replicas) {
        return not(replicas, LATER);
    }

    private static Reject not(int replicas, Instant expiry) {
        return new Reject("bob", "too dear", 10, replicas, expiry);
    }
}
