// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.guard;

import static dev.plimsoll.guard.ReviewBuilder.MINUTE;
import static dev.plimsoll.guard.ReviewBuilder.review;
import static dev.plimsoll.guard.Rule.BY_HAND;
import static dev.plimsoll.guard.Rule.PRECONDITION;
import static dev.plimsoll.guard.Rule.REVERTED;
import static dev.plimsoll.guard.Rule.TAKEN_BACK;

import dev.plimsoll.plan.Purpose;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether the world is as it was planned for, and whom to let have their way. */
class WorldRulesTest {
    private static final Duration NANO = Duration.ofNanos(1);
    private static final Duration ALMOST = MINUTE.minus(NANO);

    static List<RuleCase> precondition() {
        return List.of(
                new RuleCase(PRECONDITION, "nothing moved", review(5, 9), 9),
                new RuleCase(PRECONDITION, "newer version", review(5, 9).versions(3, 4), 5),
                new RuleCase(PRECONDITION, "older version", review(5, 2).versions(4, 3), 5),
                new RuleCase(PRECONDITION, "take-back", review(5, 2).moved().takeBack(), 5));
    }

    static List<RuleCase> byHand() {
        return List.of(
                new RuleCase(BY_HAND, "never seen before", review(5, 9), 9),
                new RuleCase(BY_HAND, "as it was", review(5, 9).saw(MINUTE, 5), 9),
                new RuleCase(BY_HAND, "just seen, more", review(5, 9).byHand(Duration.ZERO), 5),
                new RuleCase(BY_HAND, "just seen, less", review(5, 2).byHand(Duration.ZERO), 5),
                new RuleCase(BY_HAND, "just within holdFor", review(5, 9).byHand(ALMOST), 5),
                new RuleCase(BY_HAND, "holdFor is over", review(5, 9).byHand(MINUTE), 9),
                new RuleCase(
                        BY_HAND,
                        "no holdFor",
                        review(5, 9).byHand(Duration.ZERO).holdFor(Duration.ZERO),
                        9),
                new RuleCase(
                        BY_HAND, "take-back", review(5, 2).byHand(Duration.ZERO).takeBack(), 5),
                new RuleCase(
                        BY_HAND, "a tick sees it first", review(5, 9).saw(MINUTE, 4).tick(9), 5),
                new RuleCase(
                        BY_HAND,
                        "what we did ourselves",
                        review(5, 9).saw(MINUTE, 4).done(MINUTE, 4, 5),
                        9));
    }

    static List<RuleCase> scaleInTakenBack() {
        return List.of(
                new RuleCase(TAKEN_BACK, "never", review(5, 2).done(MINUTE, 3, 5), 2),
                new RuleCase(TAKEN_BACK, "less again", in(5, 2, ALMOST), 5),
                new RuleCase(TAKEN_BACK, "holdFor is over", in(5, 2, MINUTE), 2),
                new RuleCase(TAKEN_BACK, "more", in(5, 9, NANO), 9),
                new RuleCase(TAKEN_BACK, "take-back", in(5, 2, NANO).takeBack(), 2));
    }

    static List<RuleCase> scaleOutTakenBack() {
        return List.of(
                new RuleCase(TAKEN_BACK, "more again", out(5, 9, ALMOST), 5),
                new RuleCase(TAKEN_BACK, "holdFor is over", out(5, 9, MINUTE), 9),
                new RuleCase(TAKEN_BACK, "less", out(5, 2, NANO), 2),
                new RuleCase(TAKEN_BACK, "fresh demand asks", out(5, 9, NANO).needs(7), 7),
                new RuleCase(TAKEN_BACK, "fresh demand fits", out(5, 9, NANO).needs(4), 5),
                new RuleCase(TAKEN_BACK, "take-back", out(5, 9, NANO).takeBack(), 9));
    }

    static List<RuleCase> reverted() {
        return List.of(
                new RuleCase(REVERTED, "did harm", in(5, 2, ALMOST), 2),
                new RuleCase(REVERTED, "less again", in(5, 2, ALMOST).reverted(), 5),
                new RuleCase(REVERTED, "holdFor is over", in(5, 2, MINUTE).reverted(), 2),
                new RuleCase(REVERTED, "more again", out(5, 9, ALMOST).reverted(), 5),
                new RuleCase(REVERTED, "fresh demand asks", out(5, 9, NANO).reverted().needs(7), 7),
                new RuleCase(TAKEN_BACK, "did no harm", in(5, 2, ALMOST).reverted(), 2));
    }

    @ParameterizedTest
    @MethodSource({"precondition", "byHand", "scaleInTakenBack", "scaleOutTakenBack", "reverted"})
    void letsThrough(RuleCase example) {
        example.check();
    }

    /** A review so long after a scale-in was taken back. */
    private static ReviewBuilder in(int current, int target, Duration ago) {
        return review(current, target).done(Purpose.TAKE_BACK, ago, current - 1, current);
    }

    /** A review so long after a scale-out was taken back. */
    private static ReviewBuilder out(int current, int target, Duration ago) {
        return review(current, target).done(Purpose.TAKE_BACK, ago, current + 1, current);
    }
}
