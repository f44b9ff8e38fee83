// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.plimsoll.config.Source;
import dev.plimsoll.config.policy.Configuration;
import dev.plimsoll.config.policy.ConfigurationReader;
import dev.plimsoll.config.policy.Promotion;
import dev.plimsoll.config.policy.ScalingPolicy;
import dev.plimsoll.config.scenario.ScenarioReader;
import dev.plimsoll.control.InMemoryJournal;
import dev.plimsoll.control.Journal;
import dev.plimsoll.control.JournalEntry.Observed;
import dev.plimsoll.model.Inventory;
import dev.plimsoll.server.control.Bound;
import dev.plimsoll.sim.backtest.BacktestCase;
import dev.plimsoll.sim.fleet.Fleet;
import dev.plimsoll.sim.history.Judgement;
import dev.plimsoll.sim.history.Scorecard;
import dev.plimsoll.telemetry.WorkloadSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** A policy on probation is judged by what it would have brought on the past that it saw. */
class TrialTest {
    private static final Duration CYCLE = Duration.ofSeconds(15);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Instant NOW = Instant.parse("2026-01-06T00:00:00Z");

    /** Demand with two peaks, on so many replicas that nothing is violated. */
    private static final String SCENARIO =
            """
            apiVersion: plimsoll.dev/v1alpha1
            kind: Scenario
            metadata: {name: web}
            spec:
              duration: 1d
              service: {initialReplicas: %d}
              workload: {maxReplicas: 40}
              demand:
                points:
                  - {at: 0s, rate: 200/s}
                  - {at: 6h, rate: 900/s}
                  - {at: 12h, rate: 300/s}
                  - {at: 18h, rate: 1000/s}
                  - {at: 24h, rate: 200/s}
            """;

    private static final String POLICY =
            """
            apiVersion: plimsoll.dev/v1alpha1
            kind: ScalingPolicy
            metadata: {name: web, namespace: scenario}
            spec:
              scaleTargetRef: {kind: SimulatedService, name: web}
              mode: Act
              policy: %s
              maxReplicas: 40
              slo: {latency: {target: 250ms}}
              promotion: {over: 12h, violations: 1%%}
            """;

    @Test
    void whoWouldHaveDoneWithLessAndViolatedLittleIsPromoted() {
        Trial trial = trial("predictive", past(30));
        assertThat(trial.judgement())
                .isInstanceOfSatisfying(
                        Scorecard.class,
                        card -> {
                            assertThat(card.reproduction().doubts()).isEmpty();
                            assertThat(
                                            card.recorded()
                                                    .scores()
                                                    .usage()
                                                    .replicaHours()
                                                    .orElseThrow())
                                    .isCloseTo(30 * 24 * 0.7, Offset.offset(2.0));
                            assertThat(card.judgedSeconds()).isCloseTo(60_480L, Offset.offset(60L));
                        });
        assertThat(isPassed(trial, promotion())).isTrue();
        assertThat(trial.sentence())
                .startsWith("over 16.8 hours predictive would have had ")
                .contains(" replica-hours; really there were ")
                .doesNotContain("not to be trusted");
    }

    @Test
    void whoWouldHaveTakenMoreIsNot() {
        assertThat(isPassed(trial("static:replicas=35", past(30)), promotion())).isFalse();
    }

    @Test
    void whoWouldHaveViolatedMoreIsNot() {
        Trial trial = trial("static:replicas=8", past(30));
        assertThat(isPassed(trial, promotion())).isFalse();
        assertThat(isPassed(trial, new Promotion(Duration.ofHours(12), OptionalDouble.of(1), 1)))
                .isTrue();
    }

    @Test
    void whatReallyWasViolatedIsTheMeasureWhereNoneIsGiven() {
        Promotion asReally = new Promotion(Duration.ofHours(12), OptionalDouble.empty(), 10);
        assertThat(isPassed(trial("static:replicas=8", past(30)), asReally)).isFalse();
        assertThat(isPassed(trial("static:replicas=40", past(30)), asReally)).isTrue();
    }

    @Test
    void aShortPastPromotesNobody() {
        Promotion longer = new Promotion(Duration.ofHours(18), OptionalDouble.of(1), 10);
        assertThat(isPassed(trial("predictive", past(30)), longer)).isFalse();
    }

    @Test
    void eachBoundSaysWhatIsRequiredAndWhatWasMeasured() {
        Trial trial = trial("static:replicas=35", past(30));
        List<Bound> bounds = new Probation(promotion(), trial.figures()).bounds();
        assertThat(bounds)
                .extracting(bound -> bound.figure().label(), Bound::met)
                .containsExactly(
                        tuple("over", true),
                        tuple("reproduction", true),
                        tuple("violations", true),
                        tuple("replicaHours", false));
        assertThat(bounds.getFirst().required()).hasValue(43_200);
        assertThat(bounds.getLast().required()).hasValue(1);
        assertThat(bounds.getLast().measured().orElseThrow())
                .isCloseTo(35.0 / 30, Offset.offset(0.02));
    }

    @Test
    void whatWasNotJudgedMeetsNothing() {
        var probation = new Probation(promotion(), Optional.empty());
        assertThat(probation.bounds()).noneMatch(Bound::met);
        assertThat(probation.bounds()).allMatch(bound -> bound.measured().isEmpty());
        assertThat(probation.bounds().get(2).required()).hasValue(0.01);
    }

    /** Seven tenths of the past judge, so 18 hours of it take 25.7. */
    @Test
    void aPastIsLongEnoughAfterALongerTime() {
        assertThat(trial("reactive", past(30)).longEnoughAt(Duration.ofHours(18)))
                .isBetween(NOW.plusSeconds(6000), NOW.plusSeconds(6300));
        assertThat(trial("reactive", past(30)).longEnoughAt(Duration.ofHours(12))).isEqualTo(NOW);
        assertThat(trial("reactive", new InMemoryJournal(DAY)).longEnoughAt(Duration.ofHours(7)))
                .isEqualTo(NOW.plus(Duration.ofHours(10)));
    }

    @Test
    void whereNothingWasSeenNothingIsJudged() {
        Trial trial = trial("predictive", new InMemoryJournal(DAY));
        assertThat(trial.judgement()).isInstanceOf(Judgement.Unjudged.class);
        assertThat(isPassed(trial, promotion())).isFalse();
        assertThat(trial.sentence())
                .isEqualTo("cannot be judged yet: the journal holds nothing yet");
    }

    @Test
    void theSamePastIsJudgedTheSame() {
        Journal past = past(20);
        assertThat(trial("reactive", past).sentence())
                .isEqualTo(trial("reactive", past).sentence());
    }

    private static Trial trial(String policy, Journal past) {
        return Trial.of(policy(policy), past, NOW);
    }

    private static boolean isPassed(Trial trial, Promotion wanted) {
        return new Probation(wanted, trial.figures()).isPassed();
    }

    private static Promotion promotion() {
        return policy("predictive").promotion().orElseThrow();
    }

    private static ScalingPolicy policy(String name) {
        Configuration read =
                ConfigurationReader.read(List.of(new Source("web.yaml", POLICY.formatted(name))));
        return read.policies().getFirst();
    }

    /** A day of a fleet that nobody scales, as a controller would have seen it. */
    private static Journal past(int replicas) {
        Journal journal = new InMemoryJournal(DAY.multipliedBy(2));
        var scenario = ScenarioReader.read(new Source("web", SCENARIO.formatted(replicas)));
        Fleet fleet = new Fleet(BacktestCase.of(scenario, 1));
        Instant end = fleet.end().orElseThrow();
        for (Instant now = fleet.start(); now.isBefore(end); now = now.plus(CYCLE)) {
            fleet.playTo(now);
            for (Inventory inventory : fleet.inventory(fleet.cursor())) {
                var readings = fleet.readings(inventory.workload()).orElseThrow();
                journal.append(new Observed(now, new WorkloadSnapshot(inventory, readings)));
            }
        }
        journal.commit();
        return journal;
    }
}
