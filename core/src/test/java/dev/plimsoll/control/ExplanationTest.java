// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.forecast.bound.DemandBound;
import dev.plimsoll.forecast.bound.Trust;
import dev.plimsoll.model.ReplicaLimits;
import dev.plimsoll.model.ScalingBehavior;
import dev.plimsoll.model.Workload;
import dev.plimsoll.model.Workloads;
import dev.plimsoll.plan.HybridAlgorithm;
import dev.plimsoll.plan.HybridPolicy;
import dev.plimsoll.plan.Outlook;
import dev.plimsoll.plan.PredictivePolicy;
import dev.plimsoll.plan.Proposal;
import dev.plimsoll.plan.Purpose;
import dev.plimsoll.plan.ReactivePolicy;
import dev.plimsoll.plan.Reason;
import dev.plimsoll.plan.StaticPolicy;
import dev.plimsoll.telemetry.Signal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The loop of {@link CycleTest}, one replica for each 40 requests/s, in words. */
class ExplanationTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Workload WORKLOAD =
            Workloads.web(Workloads.WIDE, new ScalingBehavior(6, 0.5, MINUTE, MINUTE, 1));

    private final ControlLoop loop = new ControlLoop(WORKLOAD, new ReactivePolicy(1.2), 2);

    @Test
    void saysWhatWasSeenWantedAndApproved() {
        loop.turn(80);
        Explanation why = Explanation.of(loop.turn(200));

        assertThat(why.evidence())
                .startsWith("2 replicas asked for, 2 ready", "demand 200/s, 0 s old")
                .contains(
                        "one replica carries 48.0/s within the objective; a new one takes about 60"
                                + " s");
        assertThat(why.wanted())
                .isEqualTo("reactive wants 5 replicas: what fresh demand needs now");
        assertThat(why.verdict()).isEqualTo("approved: 2 to 5 replicas");
        assertThat(why.rules()).isEmpty();
        assertThat(why.lost()).isEmpty();
    }

    @Test
    void namesEachRuleThatBound() {
        loop.turn(80);
        loop.turn(200);
        Explanation why = Explanation.of(loop.turn(80));

        assertThat(why.rules())
                .containsExactly(
                        "2 wanted, 5 by COOL_DOWN: no scale-in within coolDown after a scale-out");
        assertThat(why.verdict()).isEqualTo("deferred: time will let it pass");
    }

    @Test
    void toBeHeldAtALimitOfTheOwnerIsNoFault() {
        var narrow = Workloads.web(new ReplicaLimits(2, 4), ScalingBehavior.DEFAULT);
        ControlLoop most = new ControlLoop(narrow, new StaticPolicy(9), 4);
        assertThat(Explanation.of(most.turn(80)).verdict())
                .isEqualTo("held at 4, the most that the policy allows");
        ControlLoop fewest = new ControlLoop(narrow, new StaticPolicy(1), 2);
        assertThat(Explanation.of(fewest.turn(1)).verdict())
                .isEqualTo("held at 2, the fewest that the policy allows");
    }

    @Test
    void namesWhatLost() {
        ControlLoop patient =
                new ControlLoop(
                        Workloads.web(
                                Workloads.WIDE, new ScalingBehavior(6, 0.5, MINUTE, MINUTE, 3)),
                        new ReactivePolicy(1.2),
                        2);
        patient.turn(80);
        patient.turn(200);
        Explanation why = Explanation.of(patient.turn(80));

        assertThat(why.lost()).isEqualTo(List.of("not 2 replicas: what fresh demand needs now"));
        assertThat(why.proposed())
                .isEqualTo(
                        "the plan proposes 5 replicas: more was needed within the hold of"
                                + " scale-in");
    }

    @Test
    void saysWhatIsMissing() {
        loop.turn(80);
        for (int i = 0; i < 4; i++) {
            loop.darkTurn();
        }
        Explanation why = Explanation.of(loop.darkTurn());

        assertThat(why.evidence())
                .contains("demand 80.0/s, 75 s old: too old to take anything away");
        assertThat(Explanation.of(loop.turn(Double.NaN)).evidence())
                .contains(
                        "demand absent: what the source had is not a finite number of at least 0");
        assertThat(why.sentences()).endsWith("nothing to be done");
    }

    @Test
    void saysWhatTheForecastsAreWorth() {
        ControlLoop ahead = new ControlLoop(WORKLOAD, PredictivePolicy.DEFAULT, 2);
        for (int i = 0; i < 60; i++) {
            ahead.turn(80);
        }
        List<String> evidence = Explanation.of(ahead.turn(80)).evidence();

        assertThat(evidence.subList(evidence.size() - 3, evidence.size()))
                .containsExactly(
                        "forecasts, last value first of all, expect 80.0/s (2 replicas) 90 s after"
                                + " the newest reading, when an order of now is ready",
                        "it may be more: replicas for 96.0/s (2 replicas) are worth their price, as"
                            + " too few would cost 100 times what is needed, and demand is above"
                            + " even that with a chance of less than 0.01 %",
                        "they are held for 315 s");
    }

    @ParameterizedTest
    @CsvSource({
        "NO_SKILL, the forecasts err much more than the last value does",
        "NO_CALIBRATION, demand exceeded such bounds far more often than their chances said"
    })
    void saysWhyForecastsAreNotTrusted(Trust trust, String why) {
        Explanation distrust = explanation(0.01, trust);

        assertThat(distrust.evidence()).last().isEqualTo("this is not acted on, as " + why);
        assertThat(distrust.wanted())
                .isEqualTo(
                        "predictive wants 2 replicas: what fresh demand needs with headroom, as the"
                                + " forecasts are not trusted");
    }

    @ParameterizedTest
    @CsvSource({
        "0.00009, less than 0.01 %",
        "0.0033, 0.33 %",
        "0.0994, 9.9 %",
        "0.12, 12 %",
        "0.996, 100 %"
    })
    void aChanceIsReadAtAGlance(double chance, String said) {
        assertThat(explanation(chance, Trust.KEPT).evidence())
                .anyMatch(sentence -> sentence.endsWith("with a chance of " + said));
    }

    /** Of a decision on forecasts with this chance of too few, and so much trust. */
    private static Explanation explanation(double chance, Trust trust) {
        ControlLoop ahead = new ControlLoop(WORKLOAD, PredictivePolicy.DEFAULT, 2);
        ahead.turn(80);
        DecisionRecord decision = ahead.turn(80);
        Outlook seen = decision.outlook();
        var bound = (DemandBound.Upper) seen.bound();
        var odds = new DemandBound.Odds(chance, 100);
        Outlook outlook =
                new Outlook(
                        seen.workload(),
                        seen.at(),
                        seen.snapshot(),
                        seen.capacity(),
                        seen.leadTime(),
                        new DemandBound.Upper(
                                bound.expected(), bound.upper(), odds, bound.holdSamples(), trust),
                        seen.lastChange());
        return Explanation.of(
                new DecisionRecord(
                        outlook,
                        PredictivePolicy.DEFAULT.want(outlook),
                        decision.proposal(),
                        decision.verdict()));
    }

    @Test
    void aTakeBackIsNotWhatThePolicyWants() {
        loop.turn(80);
        DecisionRecord decision = loop.turn(200);
        Proposal plan = decision.proposal();
        Proposal back =
                new Proposal(
                        Purpose.TAKE_BACK,
                        plan.workload(),
                        "take-back",
                        5,
                        2,
                        Reason.HARM,
                        List.of(Signal.DEMAND),
                        plan.version(),
                        List.of());
        Explanation why =
                Explanation.of(
                        new DecisionRecord(
                                decision.outlook(), decision.want(), back, decision.verdict()));

        assertThat(why.wanted())
                .isEqualTo("the policy wants 5 replicas: what fresh demand needs now");
        assertThat(why.proposed())
                .isEqualTo("to take back the last change, 2 replicas: the last change did harm");
    }

    @Test
    void saysWhatOneForecasterExpects() {
        var policy = new HybridPolicy(HybridAlgorithm.DEFAULT);
        ControlLoop hybrid = new ControlLoop(WORKLOAD, policy, 2);
        for (int i = 0; i < 5; i++) {
            hybrid.turn(80);
        }
        assertThat(Explanation.of(hybrid.turn(80)).evidence())
                .last()
                .isEqualTo("arima expects at most 80.0/s within 90 s of the newest reading");
    }
}
