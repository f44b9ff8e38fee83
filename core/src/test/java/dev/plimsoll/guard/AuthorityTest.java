// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.guard;

import static dev.plimsoll.guard.ReviewBuilder.NOW;
import static dev.plimsoll.guard.ReviewBuilder.review;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.plimsoll.guard.Authority.Awaiting;
import dev.plimsoll.model.ChangeId;
import dev.plimsoll.model.Instruction;
import dev.plimsoll.model.Instruction.Approve;
import dev.plimsoll.model.Instruction.Pause;
import dev.plimsoll.model.Instruction.Reject;
import dev.plimsoll.model.Instruction.Resume;
import dev.plimsoll.model.Instruction.Revert;
import dev.plimsoll.model.Mode;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import dev.plimsoll.plan.Proposal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What is held of what people said, and what uses it up. */
class AuthorityTest {
    private static final Instant LATER = NOW.plusSeconds(600);
    private static final Pause PAUSE = new Pause("ann", "deploy");
    private static final Approve APPROVE = new Approve("ann", "sale", 10, 20, LATER);
    private static final Reject REJECT = new Reject("bob", "too dear", 10, 20, LATER);
    private static final Revert REVERT = new Revert("ann", "too many");

    private final Authority authority = new Authority();

    @Test
    void aPauseHoldsUntilAnybodyResumes() {
        authority.instructed(NOW, PAUSE);
        assertThat(authority.paused()).contains(new Withholding.Paused(PAUSE, NOW));
        authority.instructed(LATER, new Resume("bob", "deployed"));
        assertThat(authority.paused()).isEmpty();
    }

    @Test
    void theActionThatPassedByAnApprovalSpendsIt() {
        authority.instructed(NOW, APPROVE);
        assertThat(decide(review(10, 12).consent(Mode.ACT, 0.3)).leave()).isEmpty();
        assertThat(decide(review(10, 20).consent(Mode.ACT, 0.3)).leave()).contains(APPROVE);
        assertThat(decide(review(10, 20).consent(Mode.ACT, 0.3)))
                .isInstanceOf(Verdict.Withheld.class);
    }

    @Test
    void whatTheRulesForbidSpendsNothing() {
        authority.instructed(NOW, APPROVE);
        decide(review(10, 20).moved().consent(Mode.ACT, 0.3));
        assertThat(decide(review(10, 20).consent(Mode.ACT, 0.3)).leave()).contains(APPROVE);
    }

    @Test
    void aWishToTakeBackIsOverOnceItWasDecidedOn() {
        authority.instructed(NOW, REVERT);
        decide(review(10, 11));
        assertThat(authority.revert()).contains(REVERT);
        decide(review(10, 5).dark().reverting());
        assertThat(authority.revert()).isEmpty();
    }

    @Test
    void whatTheLastDecisionLeftWaitsSinceItWasFirstDecided() {
        decide(review(10, 20).consent(Mode.ADVISE, 0));
        authority.decided(LATER, proposal(10, 20), waiting(10, 20));
        assertThat(authority.awaiting(LATER)).contains(new Awaiting(10, 20, NOW));
        authority.decided(LATER, proposal(10, 21), waiting(10, 21));
        assertThat(authority.awaiting(LATER)).contains(new Awaiting(10, 21, LATER));
        decide(review(10, 10).consent(Mode.ADVISE, 0));
        assertThat(authority.awaiting(LATER)).isEmpty();
    }

    @Test
    void aChangeIsNamedByItsMoveAndAnyInstantSinceItBeganToWait() {
        Awaiting waiting = new Awaiting(10, 20, NOW);
        assertThat(waiting.isNamed(waiting.id())).isTrue();
        assertThat(waiting.isNamed(new ChangeId(10, 20, LATER))).isTrue();
        assertThat(waiting.isNamed(new ChangeId(10, 20, NOW.minusMillis(1)))).isFalse();
        assertThat(waiting.isNamed(new ChangeId(10, 21, NOW))).isFalse();
        assertThat(waiting.isNamed(new ChangeId(9, 20, NOW))).isFalse();
    }

    @Test
    void whatIsWithheldForAnotherReasonDoesNotWait() {
        decide(review(10, 20).consent(Mode.OBSERVE, 0));
        assertThat(authority.awaiting(NOW)).isEmpty();
    }

    @Test
    void whatWasAnsweredDoesNotWaitWhileTheAnswerHolds() {
        decide(review(10, 20).consent(Mode.ADVISE, 0));
        authority.instructed(NOW, REJECT);
        assertThat(authority.awaiting(NOW)).isEmpty();
        assertThat(authority.awaiting(LATER)).isPresent();
        authority.instructed(NOW, APPROVE);
        assertThat(authority.awaiting(NOW)).isEmpty();
    }

    @Test
    void rejectionsThatAnotherIncludesAreNotKept() {
        authority.instructed(NOW, REJECT);
        byte[] one = bytes(authority);
        authority.instructed(NOW, REJECT);
        assertThat(bytes(authority)).isEqualTo(one);
        authority.instructed(NOW, new Reject("bob", "too dear", 10, 15, NOW.plusSeconds(1)));
        assertThat(bytes(authority)).hasSizeGreaterThan(one.length);
        authority.instructed(NOW, new Reject("bob", "too dear", 10, 15, LATER));
        assertThat(bytes(authority)).hasSameSizeAs(one);
    }

    @Test
    void rejectionsThatExpiredAreNotKept() {
        authority.instructed(NOW, new Reject("bob", "too dear", 10, 15, LATER));
        authority.instructed(LATER, new Reject("bob", "too dear", 10, 20, LATER.plusSeconds(1)));
        assertThat(authority.rejection(NOW, 10, 16)).isEmpty();
    }

    @Test
    void isCarriedToAnotherHost() {
        for (Instruction instruction : new Instruction[] {PAUSE, APPROVE, REVERT}) {
            authority.instructed(NOW, instruction);
        }
        authority.instructed(NOW, new Reject("bob", "too few", 10, 5, LATER));
        authority.decided(NOW, proposal(10, 30), waiting(10, 30));
        Authority other = new Authority();
        other.instructed(NOW, REJECT);
        restore(other, bytes(authority));
        assertThat(bytes(other)).isEqualTo(bytes(authority));
        assertThat(other.paused()).isEqualTo(authority.paused()).isPresent();
        assertThat(other.revert()).contains(REVERT);
        assertThat(other.approval(NOW, 10, 20)).contains(APPROVE);
        assertThat(other.rejection(NOW, 10, 5)).isPresent();
        assertThat(other.rejection(NOW, 20, 30)).isEmpty();
        restore(other, bytes(new Authority()));
        assertThat(bytes(other)).isEqualTo(bytes(new Authority()));
    }

    @Test
    void refusesWhatIsNotItsState() {
        StateWriter out = new StateWriter().putInt(1);
        Instruction.save(REVERT, out);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> restore(authority, out.toBytes()))
                .withMessageEndingWith("stands where a Pause is wanted");
    }

    private Verdict decide(ReviewBuilder builder) {
        Review made = builder.build();
        Review review = new Review(made.outlook(), made.proposal(), made.history(), authority, 0);
        Verdict verdict = new Guard().review(review);
        authority.decided(review.at(), review.proposal(), verdict.remembered());
        return verdict;
    }

    private static Verdict waiting(int from, int to) {
        return new Guard().review(review(from, to).consent(Mode.ADVISE, 0).build());
    }

    private static Proposal proposal(int from, int to) {
        return review(from, to).build().proposal();
    }

    private static byte[] bytes(Authority authority) {
        StateWriter out = new StateWriter();
        authority.save(out);
        return out.toBytes();
    }

    private static void restore(Authority authority, byte[] bytes) {
        StateReader in = new StateReader(bytes);
        authority.restore(in);
        in.end();
    }
}
