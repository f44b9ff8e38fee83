// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.guard;

import static dev.plimsoll.guard.ReviewBuilder.MINUTE;
import static dev.plimsoll.guard.ReviewBuilder.review;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.guard.Verdict.Approved;
import dev.plimsoll.guard.Verdict.Deferred;
import dev.plimsoll.guard.Verdict.Rejected;
import dev.plimsoll.guard.Verdict.Unchanged;
import dev.plimsoll.model.Action;
import dev.plimsoll.model.Workloads;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The rules together: what each verdict means, and the order in which clamps bind. */
class GuardTest {
    private static final Duration HALF = Duration.ofSeconds(30);

    private final Guard guard = new Guard();

    @Test
    void approvesWhatNoRuleBinds() {
        assertThat(verdict(review(5, 9).versions(17, 17))).isEqualTo(approved(5, 9, 17));
        assertThat(verdict(review(5, 4))).isEqualTo(approved(5, 4, 1));
    }

    @Test
    void approvesWhatIsLeftAfterClamping() {
        assertThat(verdict(review(5, 12).limits(2, 8)))
                .isEqualTo(approved(5, 8, 1, new Clamp(Rule.MAX_REPLICAS, 12, 8)));
    }

    @Test
    void nothingProposedIsUnchanged() {
        assertThat(verdict(review(5, 5))).isEqualTo(new Unchanged());
        assertThat(verdict(review(5, 5)).clamps()).isEmpty();
        assertThat(verdict(review(5, 5).dark().moved())).isEqualTo(new Unchanged());
    }

    @Test
    void defersWhatTimeWillLetPass() {
        assertThat(verdict(review(5, 2).coolDown(MINUTE).done(HALF, 4, 5)))
                .isEqualTo(new Deferred(List.of(new Clamp(Rule.COOL_DOWN, 2, 5))));
        assertThat(verdict(review(5, 2).share(0.5).done(HALF, 10, 5)))
                .isEqualTo(new Deferred(List.of(new Clamp(Rule.SCALE_IN_RATE, 2, 5))));
        assertThat(verdict(review(5, 9).actionsPerMinute(1).done(HALF, 4, 5)))
                .isEqualTo(new Deferred(List.of(new Clamp(Rule.ACTION_RATE, 9, 5))));
    }

    @Test
    void rejectsWhatTimeAloneWillNotLetPass() {
        assertThat(verdict(review(5, 9).moved()))
                .isEqualTo(new Rejected(List.of(new Clamp(Rule.PRECONDITION, 9, 5))));
        assertThat(verdict(review(5, 2).dark()))
                .isEqualTo(new Rejected(List.of(new Clamp(Rule.EVIDENCE_ABSENT, 2, 5))));
        assertThat(verdict(review(8, 9).limits(2, 8)))
                .isEqualTo(new Rejected(List.of(new Clamp(Rule.MAX_REPLICAS, 9, 8))));
        assertThat(verdict(review(2, 1).limits(2, 8)))
                .isEqualTo(new Rejected(List.of(new Clamp(Rule.MIN_REPLICAS, 1, 2))));
    }

    @Test
    void listsTheClampsInTheOrderInWhichTheyBound() {
        assertThat(
                        verdict(
                                review(20, 1)
                                        .share(0.5)
                                        .actionsPerMinute(1)
                                        .done(HALF, 21, 20)
                                        .limits(25, 30)))
                .isEqualTo(
                        approved(
                                20,
                                25,
                                1,
                                new Clamp(Rule.SCALE_IN_RATE, 1, 11),
                                new Clamp(Rule.ACTION_RATE, 11, 20),
                                new Clamp(Rule.MIN_REPLICAS, 20, 25)));
    }

    @Test
    void theFirstRuleThatHoldsEverythingLeavesTheOthersNothingToBind() {
        assertThat(verdict(review(10, 1).moved().dark().coolDown(MINUTE).done(HALF, 9, 10)))
                .isEqualTo(new Rejected(List.of(new Clamp(Rule.PRECONDITION, 1, 10))));
    }

    @Test
    void theLastClampDecidesBetweenDeferredAndRejected() {
        assertThat(verdict(review(10, 1).share(0.5).limits(10, 20)))
                .isEqualTo(
                        new Rejected(
                                List.of(
                                        new Clamp(Rule.SCALE_IN_RATE, 1, 5),
                                        new Clamp(Rule.MIN_REPLICAS, 5, 10))));
    }

    @Test
    void theOwnersLimitsOverrideEvidenceRatesAndPrecondition() {
        ReviewBuilder above = review(12, 3).limits(2, 8).dark();
        assertThat(verdict(above))
                .isEqualTo(
                        approved(
                                12,
                                8,
                                1,
                                new Clamp(Rule.EVIDENCE_ABSENT, 3, 12),
                                new Clamp(Rule.MAX_REPLICAS, 12, 8)));
        assertThat(verdict(review(12, 12).limits(2, 8)))
                .isEqualTo(approved(12, 8, 1, new Clamp(Rule.MAX_REPLICAS, 12, 8)));
        assertThat(verdict(review(1, 1).limits(2, 8).actionsPerMinute(1).done(HALF, 2, 1)))
                .isEqualTo(approved(1, 2, 1, new Clamp(Rule.MIN_REPLICAS, 1, 2)));
        assertThat(verdict(review(12, 3).limits(2, 8).versions(3, 4)))
                .isEqualTo(
                        approved(
                                12,
                                8,
                                4,
                                new Clamp(Rule.PRECONDITION, 3, 12),
                                new Clamp(Rule.MAX_REPLICAS, 12, 8)));
    }

    @Test
    void reviewingChangesNothing() {
        Review review = review(10, 1).share(0.5).done(HALF, 12, 10).build();
        assertThat(guard.review(review)).isEqualTo(guard.review(review));
        assertThat(review.history().actionsSince(ReviewBuilder.NOW.minus(MINUTE))).isEqualTo(1);
    }

    @Test
    void aClampReadsAsASentence() {
        assertThat(new Clamp(Rule.MAX_REPLICAS, 12, 8)).hasToString("12 wanted, 8 by MAX_REPLICAS");
    }

    private Verdict verdict(ReviewBuilder review) {
        return guard.review(review.build());
    }

    private static Verdict approved(int from, int to, long version, Clamp... clamps) {
        var action = new Action.Scale(Workloads.WEB, from, to);
        return new Approved(new ApprovedAction(action, version, Optional.empty()), List.of(clamps));
    }
}
