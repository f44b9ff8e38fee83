// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.guard;

import static dev.plimsoll.guard.ReviewBuilder.NOW;
import static dev.plimsoll.guard.ReviewBuilder.review;
import static dev.plimsoll.telemetry.Signal.DEMAND;
import static dev.plimsoll.telemetry.Signal.UTILIZATION;

import dev.plimsoll.telemetry.Reading;
import dev.plimsoll.telemetry.Reading.Cause;
import dev.plimsoll.telemetry.Reading.Doubt;
import dev.plimsoll.telemetry.Signal;
import dev.plimsoll.telemetry.TestReadings;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of bad evidence has a rule of its own, which forbids to take away, and no more. */
class EvidenceRulesTest {
    private static final Reading FRESH = new Reading.Fresh(1, NOW);

    /** What each rule is against. */
    private static final Map<Rule, List<Reading>> BAD =
            new EnumMap<>(
                    Map.of(
                            Rule.EVIDENCE_ABSENT,
                            List.of(
                                    Reading.NEVER_SEEN,
                                    new Reading.Absent(Cause.INVALID),
                                    new Reading.Absent(Cause.FROM_THE_FUTURE)),
                            Rule.EVIDENCE_STALE,
                            List.of(new Reading.Stale(0, NOW)),
                            Rule.EVIDENCE_ZERO,
                            List.of(new Reading.Suspect(0, NOW, Doubt.ZERO)),
                            Rule.EVIDENCE_FROZEN,
                            List.of(new Reading.Suspect(1, NOW, Doubt.FROZEN)),
                            Rule.EVIDENCE_PARTIAL,
                            List.of(new Reading.Suspect(1, NOW, Doubt.PARTIAL))));

    static Stream<RuleCase> everyRuleAndReading() {
        return BAD.keySet().stream().flatMap(rule -> readings().map(bad -> scaleIn(rule, bad)));
    }

    static Stream<RuleCase> otherwise() {
        return BAD.keySet().stream().flatMap(rule -> otherwise(rule, BAD.get(rule).getFirst()));
    }

    @ParameterizedTest
    @MethodSource({"everyRuleAndReading", "otherwise"})
    void letsThrough(RuleCase example) {
        example.check();
    }

    private static Stream<RuleCase> otherwise(Rule rule, Reading bad) {
        var both = TestReadings.at(NOW).put(DEMAND, FRESH).put(UTILIZATION, bad);
        return Stream.of(
                new RuleCase(rule, "scale-out", review(5, 9).readings(demand(bad)), 9),
                new RuleCase(rule, "no change", review(5, 5).readings(demand(bad)), 5),
                new RuleCase(rule, "take-back", review(5, 2).readings(demand(bad)).takeBack(), 5),
                new RuleCase(rule, "decided on nothing", none().readings(demand(bad)), 2),
                new RuleCase(rule, "another signal", review(5, 2).readings(both), 2),
                new RuleCase(rule, "the first of two", two(UTILIZATION, DEMAND, both), 5),
                new RuleCase(rule, "the second of two", two(DEMAND, UTILIZATION, both), 5));
    }

    private static RuleCase scaleIn(Rule rule, Reading reading) {
        boolean bad = BAD.get(rule).contains(reading);
        return new RuleCase(
                rule, reading.toString(), review(5, 2).readings(demand(reading)), bad ? 5 : 2);
    }

    private static Stream<Reading> readings() {
        return Stream.concat(Stream.of(FRESH), BAD.values().stream().flatMap(List::stream));
    }

    private static TestReadings demand(Reading reading) {
        return TestReadings.at(NOW).put(DEMAND, reading);
    }

    private static ReviewBuilder none() {
        return review(5, 2).evidence();
    }

    private static ReviewBuilder two(Signal first, Signal second, TestReadings readings) {
        return review(5, 2).evidence(first, second).readings(readings);
    }
}
