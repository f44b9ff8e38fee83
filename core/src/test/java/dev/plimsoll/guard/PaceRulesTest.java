// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.guard;

import static dev.plimsoll.guard.ReviewBuilder.MINUTE;
import static dev.plimsoll.guard.ReviewBuilder.review;
import static dev.plimsoll.guard.Rule.ACTION_RATE;
import static dev.plimsoll.guard.Rule.BLAST_RADIUS;
import static dev.plimsoll.guard.Rule.BURST;
import static dev.plimsoll.guard.Rule.COOL_DOWN;
import static dev.plimsoll.guard.Rule.SCALE_IN_RATE;
import static dev.plimsoll.guard.Rule.SURGE;
import static dev.plimsoll.guard.Rule.TICK;

import dev.plimsoll.plan.Purpose;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How much at once, and how often. */
class PaceRulesTest {
    private static final Duration NANO = Duration.ofNanos(1);
    private static final Duration HALF = Duration.ofSeconds(30);
    private static final Duration ALMOST = MINUTE.minus(NANO);

    static List<RuleCase> coolDown() {
        return List.of(
                new RuleCase(COOL_DOWN, "never scaled out", cooling(5, 2), 2),
                new RuleCase(COOL_DOWN, "just too early", cooling(5, 2).done(ALMOST, 4, 5), 5),
                new RuleCase(COOL_DOWN, "just over", cooling(5, 2).done(MINUTE, 4, 5), 2),
                new RuleCase(
                        COOL_DOWN, "a scale-in does not count", cooling(5, 2).done(NANO, 6, 5), 2),
                new RuleCase(
                        COOL_DOWN,
                        "a scale-in after the scale-out does not end it",
                        cooling(5, 2).done(HALF, 4, 6).done(NANO, 6, 5),
                        5),
                new RuleCase(
                        COOL_DOWN,
                        "taking a scale-in back does not count",
                        cooling(5, 2).done(Purpose.TAKE_BACK, NANO, 4, 5),
                        2),
                new RuleCase(COOL_DOWN, "scale-out is free", cooling(5, 9).done(NANO, 4, 5), 9),
                new RuleCase(COOL_DOWN, "take-back", cooling(5, 2).done(NANO, 4, 5).takeBack(), 2),
                new RuleCase(
                        COOL_DOWN, "none asked for", review(5, 2).done(Duration.ZERO, 4, 5), 2));
    }

    static List<RuleCase> scaleInRate() {
        return List.of(
                new RuleCase(SCALE_IN_RATE, "half of ten", review(10, 2).share(0.5), 5),
                new RuleCase(SCALE_IN_RATE, "exactly half", review(10, 5).share(0.5), 5),
                new RuleCase(SCALE_IN_RATE, "half of eleven, cut off", review(11, 2).share(0.5), 6),
                new RuleCase(SCALE_IN_RATE, "a tenth of three is one", review(3, 1).share(0.1), 2),
                new RuleCase(SCALE_IN_RATE, "all of them", review(10, 1).share(1), 1),
                new RuleCase(SCALE_IN_RATE, "scale-out is free", review(10, 90).share(0.1), 90),
                new RuleCase(SCALE_IN_RATE, "take-back", review(10, 2).share(0.1).takeBack(), 2));
    }

    static List<RuleCase> scaleInRateWithHistory() {
        return List.of(
                new RuleCase(
                        SCALE_IN_RATE,
                        "three of ten are gone, two more may go",
                        review(7, 1).share(0.5).done(HALF, 10, 7),
                        5),
                new RuleCase(
                        SCALE_IN_RATE,
                        "the share is spent",
                        review(5, 1).share(0.5).done(HALF, 10, 5),
                        5),
                new RuleCase(
                        SCALE_IN_RATE,
                        "more than the share is gone",
                        review(4, 1).share(0.5).done(HALF, 10, 4),
                        4),
                new RuleCase(
                        SCALE_IN_RATE,
                        "a nanosecond before it is given back",
                        review(5, 1).share(0.5).done(ALMOST, 10, 5),
                        5),
                new RuleCase(
                        SCALE_IN_RATE,
                        "a period later",
                        review(5, 1).share(0.5).done(MINUTE, 10, 5),
                        3),
                new RuleCase(
                        SCALE_IN_RATE,
                        "what was added does not make room",
                        review(15, 1).share(0.5).done(HALF, 5, 15),
                        8),
                new RuleCase(
                        SCALE_IN_RATE,
                        "nor what was added and taken away again",
                        review(10, 1).share(0.5).done(HALF, 6, 14).done(HALF, 14, 10),
                        9),
                new RuleCase(
                        SCALE_IN_RATE,
                        "a scale-out that was refused does not either",
                        review(5, 1).share(0.5).done(HALF, 5, 15),
                        3));
    }

    static List<RuleCase> blastRadius() {
        return List.of(
                new RuleCase(BLAST_RADIUS, "half of ten", review(10, 2).blastRadius(0.5), 5),
                new RuleCase(BLAST_RADIUS, "exactly half", review(10, 5).blastRadius(0.5), 5),
                new RuleCase(BLAST_RADIUS, "half of eleven", review(11, 2).blastRadius(0.5), 6),
                new RuleCase(BLAST_RADIUS, "at least one", review(3, 1).blastRadius(0.1), 2),
                new RuleCase(BLAST_RADIUS, "all of them", review(10, 1).blastRadius(1), 1),
                new RuleCase(BLAST_RADIUS, "scale-out is free", review(3, 9).blastRadius(0.1), 9),
                new RuleCase(
                        BLAST_RADIUS, "take-back", review(9, 2).blastRadius(0.1).takeBack(), 2));
    }

    static List<RuleCase> ticks() {
        return List.of(
                new RuleCase(TICK, "up to what is needed", review(5, 9).tick(9).needs(7), 7),
                new RuleCase(TICK, "less than is needed", review(5, 6).tick(9).needs(7), 6),
                new RuleCase(TICK, "needed are fewer", review(5, 9).tick(9).needs(4), 5),
                new RuleCase(TICK, "cannot be told", review(5, 9).tick(9), 5),
                new RuleCase(TICK, "never less", review(5, 2).tick(9).needs(2), 5),
                new RuleCase(TICK, "a cycle's plan", review(5, 9).needs(7), 9),
                new RuleCase(TICK, "a cycle's scale-in", review(5, 2), 2),
                new RuleCase(BURST, "within the budget", review(5, 8).tick(3), 8),
                new RuleCase(BURST, "above", review(5, 9).tick(3), 8),
                new RuleCase(BURST, "nothing left", review(5, 9).tick(0), 5),
                new RuleCase(BURST, "overdrawn", review(5, 9).tick(-4), 5),
                new RuleCase(BURST, "a cycle's plan", review(5, 9), 9));
    }

    static List<RuleCase> surge() {
        return List.of(
                new RuleCase(SURGE, "times four", review(10, 40), 40),
                new RuleCase(SURGE, "above", review(10, 41), 40),
                new RuleCase(SURGE, "twenty more of a few", review(3, 23), 23),
                new RuleCase(SURGE, "above", review(3, 24), 23),
                new RuleCase(SURGE, "absurd", review(10, Integer.MAX_VALUE), 40),
                new RuleCase(SURGE, "scale-in is free", review(10, 1), 1));
    }

    static List<RuleCase> actionRate() {
        return List.of(
                new RuleCase(ACTION_RATE, "first", once(5, 9), 9),
                new RuleCase(
                        ACTION_RATE,
                        "one left",
                        review(5, 9).actionsPerMinute(2).done(HALF, 4, 5),
                        9),
                new RuleCase(
                        ACTION_RATE,
                        "spent, by either direction",
                        review(5, 9).actionsPerMinute(2).done(HALF, 4, 6).done(NANO, 6, 5),
                        5),
                new RuleCase(
                        ACTION_RATE,
                        "a tick's half spent",
                        once(5, 9).actionsPerMinute(2).done(HALF, 4, 5).tick(9),
                        5),
                new RuleCase(
                        ACTION_RATE,
                        "a tick's half not spent",
                        once(5, 9).actionsPerMinute(3).done(HALF, 4, 5).tick(9),
                        9),
                new RuleCase(ACTION_RATE, "spent, scale-in", once(5, 2).done(HALF, 4, 5), 5),
                new RuleCase(ACTION_RATE, "just too early", once(5, 9).done(ALMOST, 4, 5), 5),
                new RuleCase(ACTION_RATE, "a minute later", once(5, 9).done(MINUTE, 4, 5), 9),
                new RuleCase(ACTION_RATE, "take-back", once(5, 2).done(HALF, 4, 5).takeBack(), 2));
    }

    @ParameterizedTest
    @MethodSource({
        "coolDown",
        "scaleInRate",
        "scaleInRateWithHistory",
        "blastRadius",
        "ticks",
        "surge",
        "actionRate"
    })
    void letsThrough(RuleCase example) {
        example.check();
    }

    private static ReviewBuilder cooling(int current, int target) {
        return review(current, target).coolDown(MINUTE);
    }

    private static ReviewBuilder once(int current, int target) {
        return review(current, target).actionsPerMinute(1);
    }
}
