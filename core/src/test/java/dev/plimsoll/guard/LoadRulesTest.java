// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.guard;

import static dev.plimsoll.guard.ReviewBuilder.NOW;
import static dev.plimsoll.guard.ReviewBuilder.review;
import static dev.plimsoll.guard.Rule.NO_GAIN;
import static dev.plimsoll.guard.Rule.PENDING;
import static dev.plimsoll.guard.Rule.REACTIVE_FLOOR;
import static dev.plimsoll.guard.Rule.RETRIES;
import static dev.plimsoll.guard.Rule.UNPROVEN;
import static dev.plimsoll.telemetry.Signal.DEMAND;
import static dev.plimsoll.telemetry.Signal.PUSHED_DEMAND;
import static dev.plimsoll.telemetry.Signal.REJECTED;

import dev.plimsoll.telemetry.Reading;
import dev.plimsoll.telemetry.Signal;
import dev.plimsoll.telemetry.TestReadings;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What load asks for, and what it does not; a replica carries 10 requests/s where that is known.
 */
class LoadRulesTest {
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    static List<RuleCase> reactiveFloor() {
        var doubted = new Reading.Suspect(20, NOW, Reading.Doubt.FROZEN);
        return List.of(
                new RuleCase(REACTIVE_FLOOR, "needs more than wanted", review(5, 2).needs(3), 3),
                new RuleCase(REACTIVE_FLOOR, "needs exactly that", review(5, 2).needs(2), 2),
                new RuleCase(REACTIVE_FLOOR, "needs less", review(5, 2).needs(1), 2),
                new RuleCase(REACTIVE_FLOOR, "needs all", review(5, 2).needs(5), 5),
                new RuleCase(REACTIVE_FLOOR, "needs more than all", review(5, 2).needs(9), 5),
                new RuleCase(REACTIVE_FLOOR, "scale-out is free", review(5, 6).needs(9), 6),
                new RuleCase(REACTIVE_FLOOR, "no change", review(5, 5).needs(9), 5),
                new RuleCase(REACTIVE_FLOOR, "take-back", review(5, 2).needs(9).takeBack(), 2),
                new RuleCase(REACTIVE_FLOOR, "capacity unknown", review(5, 2), 2),
                new RuleCase(REACTIVE_FLOOR, "no demand", review(5, 2).capacity().dark(), 2),
                new RuleCase(
                        REACTIVE_FLOOR,
                        "demand is stale",
                        review(5, 2).capacity().readings(readings().stale(DEMAND, 90)),
                        2),
                new RuleCase(
                        REACTIVE_FLOOR,
                        "demand is doubted",
                        review(5, 2).capacity().readings(readings().put(DEMAND, doubted)),
                        5),
                new RuleCase(
                        REACTIVE_FLOOR,
                        "pushed demand is newer",
                        review(5, 2)
                                .capacity()
                                .readings(readings().fresh(DEMAND, 10).fresh(PUSHED_DEMAND, 31)),
                        4));
    }

    static List<RuleCase> retries() {
        return List.of(
                new RuleCase(RETRIES, "a tenth, at its word", storm(5, 20, 100, 10, 0), 20),
                new RuleCase(RETRIES, "above: 1.5 × 89 / 10", storm(5, 20, 100, 11, 0), 14),
                new RuleCase(RETRIES, "rejected ones too", storm(5, 20, 100, 0, 11), 14),
                new RuleCase(RETRIES, "and both together", storm(5, 20, 100, 6, 5), 14),
                new RuleCase(RETRIES, "less is wanted", storm(5, 13, 100, 11, 0), 13),
                new RuleCase(RETRIES, "there are more", storm(15, 20, 100, 11, 0), 15),
                new RuleCase(RETRIES, "all of it", storm(5, 20, 100, 90, 10), 5),
                new RuleCase(RETRIES, "more than all of it", storm(5, 20, 100, 150, 0), 5),
                new RuleCase(RETRIES, "scale-in is free", storm(5, 2, 100, 90, 0), 2),
                new RuleCase(RETRIES, "take-back", storm(5, 9, 100, 90, 0).takeBack(), 9),
                new RuleCase(
                        RETRIES,
                        "no demand to compare with",
                        review(5, 9).capacity().readings(readings().fresh(Signal.RETRIES, 3)),
                        9),
                new RuleCase(
                        RETRIES,
                        "capacity unknown",
                        review(5, 9).readings(readings().fresh(DEMAND, 9).fresh(Signal.RETRIES, 8)),
                        9));
    }

    static List<RuleCase> noGain() {
        Duration almost = TEN_MINUTES.minusNanos(1);
        return List.of(
                new RuleCase(NO_GAIN, "nothing tried", review(5, 9), 9),
                new RuleCase(NO_GAIN, "just found out", review(5, 9).useless(Duration.ZERO), 5),
                new RuleCase(NO_GAIN, "almost ten minutes ago", review(5, 9).useless(almost), 5),
                new RuleCase(NO_GAIN, "ten minutes ago", review(5, 9).useless(TEN_MINUTES), 9),
                new RuleCase(NO_GAIN, "scale-in is free", review(5, 2).useless(Duration.ZERO), 2),
                new RuleCase(
                        NO_GAIN, "take-back", review(5, 9).useless(Duration.ZERO).takeBack(), 9));
    }

    static List<RuleCase> unproven() {
        return List.of(
                new RuleCase(UNPROVEN, "nothing tried", review(5, 9), 9),
                new RuleCase(UNPROVEN, "two useless", review(5, 9).useless(TEN_MINUTES), 6),
                new RuleCase(UNPROVEN, "of many", review(40, 90).useless(TEN_MINUTES), 44),
                new RuleCase(UNPROVEN, "on trial", review(5, 9).onTrial(100, 100), 5),
                new RuleCase(UNPROVEN, "demand doubled", review(5, 19).onTrial(100, 200), 10),
                new RuleCase(UNPROVEN, "demand fell", review(5, 9).onTrial(100, 50), 5),
                new RuleCase(UNPROVEN, "scale-in is free", review(5, 2).onTrial(100, 100), 2),
                new RuleCase(UNPROVEN, "take-back", review(5, 9).onTrial(100, 100).takeBack(), 9));
    }

    static List<RuleCase> pending() {
        Duration usual = Duration.ofSeconds(40);
        Duration longer = usual.plusNanos(1);
        return List.of(
                new RuleCase(PENDING, "nothing", review(5, 9), 9),
                new RuleCase(PENDING, "for the usual time", review(5, 9).pendingFor(usual), 9),
                new RuleCase(PENDING, "for longer", review(5, 9).pendingFor(longer), 5),
                new RuleCase(PENDING, "scale-in is free", review(5, 2).pendingFor(longer), 2),
                new RuleCase(PENDING, "take-back", review(5, 9).pendingFor(longer).takeBack(), 5));
    }

    @ParameterizedTest
    @MethodSource({"reactiveFloor", "retries", "noGain", "unproven", "pending"})
    void letsThrough(RuleCase example) {
        example.check();
    }

    private static ReviewBuilder storm(
            int current, int target, double demand, double retried, double rejected) {
        return review(current, target)
                .capacity()
                .readings(
                        readings()
                                .fresh(DEMAND, demand)
                                .fresh(Signal.RETRIES, retried)
                                .fresh(REJECTED, rejected));
    }

    private static TestReadings readings() {
        return TestReadings.at(NOW);
    }
}
