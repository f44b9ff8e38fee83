// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.guard;

import static dev.plimsoll.guard.ReviewBuilder.MINUTE;
import static dev.plimsoll.guard.ReviewBuilder.NOW;
import static dev.plimsoll.guard.ReviewBuilder.review;
import static dev.plimsoll.guard.Rule.ACTION_RATE;
import static dev.plimsoll.guard.Rule.COOL_DOWN;
import static dev.plimsoll.guard.Rule.EVIDENCE_ABSENT;
import static dev.plimsoll.guard.Rule.EVIDENCE_STALE;
import static dev.plimsoll.guard.Rule.MAX_REPLICAS;
import static dev.plimsoll.guard.Rule.MIN_REPLICAS;
import static dev.plimsoll.guard.Rule.PRECONDITION;
import static dev.plimsoll.guard.Rule.SCALE_IN_RATE;
import static dev.plimsoll.telemetry.Signal.DEMAND;
import static dev.plimsoll.telemetry.Signal.UTILIZATION;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.telemetry.Reading;
import dev.plimsoll.telemetry.TestReadings;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule alone, at its boundaries. */
class RuleTest {
    private static final Duration NANO = Duration.ofNanos(1);
    private static final Duration HALF = Duration.ofSeconds(30);

    record Case(Rule rule, String when, ReviewBuilder review, int through) {
        @Override
        public String toString() {
            return rule + ": " + when;
        }
    }

    static List<Case> precondition() {
        return List.of(
                new Case(PRECONDITION, "nothing moved", review(5, 9), 9),
                new Case(PRECONDITION, "newer version", review(5, 9).versions(3, 4), 5),
                new Case(PRECONDITION, "older version", review(5, 2).versions(4, 3), 5));
    }

    static List<Case> evidence() {
        var demandOnly = TestReadings.at(NOW).fresh(DEMAND, 1).readings();
        var oneStale = TestReadings.at(NOW).fresh(DEMAND, 1).stale(UTILIZATION, 0).readings();
        var invalid = new Reading.Absent(Reading.Cause.INVALID);
        return List.of(
                new Case(EVIDENCE_ABSENT, "fresh", review(5, 2), 2),
                new Case(EVIDENCE_ABSENT, "absent", review(5, 2).dark(), 5),
                new Case(EVIDENCE_ABSENT, "absent, scale-out", review(5, 9).dark(), 9),
                new Case(EVIDENCE_ABSENT, "absent, no change", review(5, 5).dark(), 5),
                new Case(
                        EVIDENCE_STALE,
                        "stale",
                        review(5, 2).readings(TestReadings.at(NOW).stale(DEMAND, 0).readings()),
                        5),
                new Case(
                        EVIDENCE_ABSENT,
                        "invalid",
                        review(5, 2).readings(TestReadings.at(NOW).put(DEMAND, invalid).readings()),
                        5),
                new Case(
                        EVIDENCE_ABSENT,
                        "one of two absent",
                        review(5, 2).evidence(DEMAND, UTILIZATION).readings(demandOnly),
                        5),
                new Case(
                        EVIDENCE_STALE,
                        "first of two stale",
                        review(5, 2).evidence(UTILIZATION, DEMAND).readings(oneStale),
                        5),
                new Case(EVIDENCE_ABSENT, "decided on nothing", review(5, 2).evidence().dark(), 2));
    }

    static List<Case> coolDown() {
        return List.of(
                new Case(COOL_DOWN, "never scaled out", review(5, 2).coolDown(MINUTE), 2),
                new Case(
                        COOL_DOWN,
                        "a nanosecond too early",
                        review(5, 2).coolDown(MINUTE).done(MINUTE.minus(NANO), 4, 5),
                        5),
                new Case(
                        COOL_DOWN,
                        "just over",
                        review(5, 2).coolDown(MINUTE).done(MINUTE, 4, 5),
                        2),
                new Case(
                        COOL_DOWN,
                        "a scale-in does not count",
                        review(5, 2).coolDown(MINUTE).done(NANO, 6, 5),
                        2),
                new Case(
                        COOL_DOWN,
                        "a scale-in after the scale-out does not end it",
                        review(5, 2).coolDown(MINUTE).done(HALF, 4, 6).done(NANO, 6, 5),
                        5),
                new Case(
                        COOL_DOWN,
                        "scale-out is free",
                        review(5, 9).coolDown(MINUTE).done(NANO, 4, 5),
                        9),
                new Case(COOL_DOWN, "none asked for", review(5, 2).done(Duration.ZERO, 4, 5), 2));
    }

    static List<Case> scaleInRate() {
        return List.of(
                new Case(SCALE_IN_RATE, "half of ten", review(10, 2).share(0.5), 5),
                new Case(SCALE_IN_RATE, "exactly half", review(10, 5).share(0.5), 5),
                new Case(SCALE_IN_RATE, "half of eleven, cut off", review(11, 2).share(0.5), 6),
                new Case(SCALE_IN_RATE, "a tenth of three is one", review(3, 1).share(0.1), 2),
                new Case(SCALE_IN_RATE, "all of them", review(10, 1).share(1), 1),
                new Case(SCALE_IN_RATE, "scale-out is free", review(10, 90).share(0.1), 90),
                new Case(
                        SCALE_IN_RATE,
                        "three of ten are gone, two more may go",
                        review(7, 1).share(0.5).done(HALF, 10, 7),
                        5),
                new Case(
                        SCALE_IN_RATE,
                        "the share is spent",
                        review(5, 1).share(0.5).done(HALF, 10, 5),
                        5),
                new Case(
                        SCALE_IN_RATE,
                        "more than the share is gone",
                        review(4, 1).share(0.5).done(HALF, 10, 4),
                        4),
                new Case(
                        SCALE_IN_RATE,
                        "a nanosecond before it is given back",
                        review(5, 1).share(0.5).done(MINUTE.minus(NANO), 10, 5),
                        5),
                new Case(
                        SCALE_IN_RATE,
                        "a period later",
                        review(5, 1).share(0.5).done(MINUTE, 10, 5),
                        3),
                new Case(
                        SCALE_IN_RATE,
                        "what was added does not make room",
                        review(15, 1).share(0.5).done(HALF, 5, 15),
                        8),
                new Case(
                        SCALE_IN_RATE,
                        "a scale-out that was refused does not either",
                        review(5, 1).share(0.5).done(HALF, 5, 15),
                        3));
    }

    static List<Case> actionRate() {
        return List.of(
                new Case(ACTION_RATE, "first", review(5, 9).actionsPerMinute(1), 9),
                new Case(
                        ACTION_RATE,
                        "one left",
                        review(5, 9).actionsPerMinute(2).done(HALF, 4, 5),
                        9),
                new Case(
                        ACTION_RATE,
                        "spent, by either direction",
                        review(5, 9).actionsPerMinute(2).done(HALF, 4, 6).done(NANO, 6, 5),
                        5),
                new Case(
                        ACTION_RATE,
                        "spent, scale-in",
                        review(5, 2).actionsPerMinute(1).done(HALF, 4, 5),
                        5),
                new Case(
                        ACTION_RATE,
                        "a nanosecond too early",
                        review(5, 9).actionsPerMinute(1).done(MINUTE.minus(NANO), 4, 5),
                        5),
                new Case(
                        ACTION_RATE,
                        "a minute later",
                        review(5, 9).actionsPerMinute(1).done(MINUTE, 4, 5),
                        9));
    }

    static List<Case> limits() {
        return List.of(
                new Case(MAX_REPLICAS, "at max", review(5, 8).limits(2, 8), 8),
                new Case(MAX_REPLICAS, "above", review(5, 9).limits(2, 8), 8),
                new Case(MAX_REPLICAS, "far above", review(5, Integer.MAX_VALUE).limits(2, 8), 8),
                new Case(MAX_REPLICAS, "below min", review(5, 1).limits(2, 8), 1),
                new Case(MIN_REPLICAS, "at min", review(5, 2).limits(2, 8), 2),
                new Case(MIN_REPLICAS, "below", review(5, 1).limits(2, 8), 2),
                new Case(MIN_REPLICAS, "far below", review(5, Integer.MIN_VALUE).limits(2, 8), 2),
                new Case(MIN_REPLICAS, "above max", review(5, 9).limits(2, 8), 9));
    }

    @ParameterizedTest
    @MethodSource({"precondition", "evidence", "coolDown", "scaleInRate", "actionRate", "limits"})
    void letsThrough(Case example) {
        Review review = example.review().build();
        int wanted = review.proposal().target();
        assertThat(example.rule().limit(wanted, review)).isEqualTo(example.through());
    }

    @Test
    void standInTheOrderInWhichTheyAreApplied() {
        assertThat(Arrays.stream(Rule.values()).map(Rule::name).collect(joining(" ")))
                .isEqualTo(
                        "PRECONDITION BY_HAND TAKEN_BACK"
                                + " EVIDENCE_ABSENT EVIDENCE_STALE EVIDENCE_ZERO EVIDENCE_FROZEN"
                                + " EVIDENCE_PARTIAL REACTIVE_FLOOR"
                                + " SESSIONS DRAINING ORDERED QUORUM"
                                + " COOL_DOWN SCALE_IN_RATE BLAST_RADIUS"
                                + " RETRIES NO_GAIN PENDING TICK BURST SURGE"
                                + " ACTION_RATE"
                                + " QUOTA MAX_REPLICAS MIN_REPLICAS NODE_CAPACITY");
    }

    @Test
    void timeAloneLetsOnlyRatesAndCoolDownsPass() {
        assertThat(Arrays.stream(Rule.values()).filter(Rule::isPassing))
                .extracting(Rule::name)
                .containsExactly(
                        "BY_HAND",
                        "TAKEN_BACK",
                        "DRAINING",
                        "COOL_DOWN",
                        "SCALE_IN_RATE",
                        "BLAST_RADIUS",
                        "BURST",
                        "SURGE",
                        "ACTION_RATE");
    }

    @Test
    void eachSaysWhatItIsFor() {
        assertThat(Arrays.stream(Rule.values()).map(Rule::sentence))
                .doesNotHaveDuplicates()
                .allSatisfy(sentence -> assertThat(sentence).hasSizeGreaterThan(15));
    }
}
