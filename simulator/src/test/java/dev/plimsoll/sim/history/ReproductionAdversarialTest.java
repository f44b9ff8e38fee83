// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.telemetry.Signal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pasts that lie, break off or never change: what is said of them is not to be believed. */
class ReproductionAdversarialTest {
    private static final KnownPast PAST = KnownPast.of(2, "hpa:target=70");
    private static final Signal[] ALL = {
        Signal.UTILIZATION, Signal.MEAN_LATENCY, Signal.TAIL_LATENCY
    };
    private static final int WINDOWS = 2 * 1440;

    /** Hunts an error figure that a service which changed for a part of the time slips through. */
    @ParameterizedTest(name = "from {0} % on")
    @ValueSource(ints = {35, 50, 65})
    void aServiceThatBecomesTwiceAsSlow(int percent) {
        int from = WINDOWS * percent / 100;
        History slower =
                with(
                        Map.of(
                                Signal.UTILIZATION, i -> busy(i) * (i < from ? 1 : 2),
                                Signal.TAIL_LATENCY,
                                        i -> mean(Signal.TAIL_LATENCY, i) * (i < from ? 1 : 2)));

        Reproduction reproduction = Judged.card(slower).reproduction();

        assertThat(reproduction.isTrusted()).isFalse();
        assertThat(reproduction.doubts().toString())
                .contains("busy share is off by", "worst in the hour from 2026-01-0")
                .contains("times as long as in the leading part");
    }

    /** Hunts a model that fits whatever is asked of it. */
    @Test
    void theDemandOfAnotherService() {
        History other = with(Map.of(Signal.DEMAND, i -> mean(Signal.DEMAND, (i + 720) % WINDOWS)));

        Reproduction reproduction = Judged.card(other).reproduction();

        assertThat(reproduction.isTrusted()).isFalse();
        assertThat(reproduction.doubts().toString())
                .contains("are not of the same service")
                .contains("demand is beyond what the replicas could serve");
    }

    /** Hunts trust in a model that explains the busy share alone. */
    @Test
    void latencyThatHasNothingToDoWithLoad() {
        SplittableRandom random = new SplittableRandom(3);
        History unrelated =
                with(Map.of(Signal.TAIL_LATENCY, _ -> 0.1 * StrictMath.exp(random.nextGaussian())));

        Reproduction reproduction = Judged.card(unrelated).reproduction();

        assertThat(reproduction.isTrusted()).isFalse();
        assertThat(reproduction.doubts().toString())
                .contains("tail latency is off by", "latency does not go with load");
    }

    /** Hunts violations that the model does not see, while its averages are right. */
    @Test
    void violationsOfWhichTheModelKnowsNothing() {
        History violated =
                with(
                        Map.of(
                                Signal.TAIL_LATENCY,
                                i -> i % 12 == 0 ? 0.3 : mean(Signal.TAIL_LATENCY, i)));

        assertThat(Judged.card(violated).reproduction().doubts())
                .singleElement()
                .asString()
                .startsWith("violated is off by");
    }

    @Test
    void nothingToCompareIsNoTrust() {
        Prior said = new Prior(OptionalInt.of(4), OptionalDouble.of(0.05), Optional.empty());
        Scorecard card = Judged.card(Judged.judge(PAST.history(), said, Judged.settings(0.3)));

        assertThat(card.service().rate()).isEqualTo(Origin.GIVEN);
        assertThat(card.reproduction().error()).isEmpty();
        assertThat(card.reproduction().doubts().toString()).contains("nothing was seen");
    }

    @Test
    void withoutBusyShareAndLatencyNothingIsMadeUp() {
        assertThat(Judged.refusal(Judged.judge(PAST.history())))
                .startsWith(
                        "in the leading part neither busy share nor latency is known: give --cpu");
    }

    @Test
    void latencyThatNeverRisesTellsNoCapacity() {
        History flat = with(Map.of(Signal.MEAN_LATENCY, _ -> 0.05), Signal.MEAN_LATENCY);

        assertThat(Judged.refusal(Judged.judge(flat)))
                .startsWith("latency hardly rises with the load of a replica: give --cpu");
    }

    @Test
    void anObjectiveThatNobodyMeets() {
        History slow =
                with(
                        Map.of(Signal.MEAN_LATENCY, _ -> 2.0),
                        Signal.UTILIZATION,
                        Signal.MEAN_LATENCY);

        assertThat(Judged.refusal(Judged.judge(slow)))
                .startsWith("even an idle replica misses p95=250ms");
    }

    @ParameterizedTest
    @EnumSource(
            value = Signal.class,
            names = {"DEMAND", "READY_REPLICAS", "UTILIZATION", "MEAN_LATENCY", "TAIL_LATENCY"})
    void gapsInAnySignalAreNoZeros(Signal signal) {
        History holed =
                with(
                        Map.of(
                                signal,
                                i ->
                                        i % 7 == 0 || i / 200 % 3 == 1
                                                ? Double.NaN
                                                : mean(signal, i)));

        Scorecard card = Judged.card(holed);

        assertThat(card.reproduction().doubts()).isEmpty();
        assertThat(card.service().station().serviceSeconds()).isBetween(0.0495, 0.0505);
    }

    @Test
    void whatIsNotThereIsNotScored() {
        History holed =
                with(
                        Map.of(
                                Signal.READY_REPLICAS,
                                i ->
                                        i >= 1500 && i < 2000
                                                ? Double.NaN
                                                : mean(Signal.READY_REPLICAS, i)));

        long less =
                Judged.card(PAST.history(ALL)).judgedSeconds() - Judged.card(holed).judgedSeconds();

        assertThat(less).isBetween(499 * 60L, 501 * 60L);
    }

    @Test
    void onlyTheFirstHourIsThere() {
        History brief =
                with(Map.of(Signal.DEMAND, i -> i < 60 ? mean(Signal.DEMAND, i) : Double.NaN));

        assertThat(Judged.refusal(Judged.judge(brief)))
                .isEqualTo(
                        "only 60 of 2880 windows have both demand and replicas, at least 100 are"
                                + " needed");
    }

    @Test
    void constantDemandAndOneReplicaAlways() {
        History still =
                with(
                        Map.of(
                                Signal.DEMAND, _ -> 40,
                                Signal.READY_REPLICAS, _ -> 1,
                                Signal.UTILIZATION, _ -> 0.5,
                                Signal.TAIL_LATENCY, _ -> 0.16,
                                Signal.MEAN_LATENCY, _ -> Double.NaN));

        History asked =
                new History(
                        "web",
                        still.start(),
                        still.windowSeconds(),
                        still.signals(),
                        WindowMeans.absent(WINDOWS),
                        Buckets.NONE);

        Scorecard card = Judged.card(asked);

        assertThat(card.service().station().saturationRate()).isBetween(79.0, 81.0);
        assertThat(card.recorded().scores().changes().adaptations()).isZero();
        assertThat(card.recorded().scores().usage().replicaHours().orElseThrow())
                .isEqualTo(card.judgedSeconds() / 3600.0);
    }

    @Test
    void noDemandAtAllTeachesNothing() {
        History idle =
                with(
                        Map.of(
                                Signal.DEMAND,
                                _ -> 0,
                                Signal.UTILIZATION,
                                _ -> 0,
                                Signal.MEAN_LATENCY,
                                _ -> 0,
                                Signal.TAIL_LATENCY,
                                _ -> 0));

        assertThat(Judged.refusal(Judged.judge(idle)))
                .startsWith("only 0 windows of the leading part are at least 5 % busy");
    }

    @Test
    void hoursWithoutAReplicaAreViolated() {
        History down =
                with(
                        Map.of(
                                Signal.READY_REPLICAS,
                                        i -> i / 60 == 36 ? 0 : mean(Signal.READY_REPLICAS, i),
                                Signal.UTILIZATION, i -> i / 60 == 36 ? Double.NaN : busy(i),
                                Signal.TAIL_LATENCY,
                                        i ->
                                                i / 60 == 36
                                                        ? Double.NaN
                                                        : mean(Signal.TAIL_LATENCY, i)));

        assertThat(Judged.card(down).recorded().scores().sloViolationRatio().orElseThrow())
                .isGreaterThan(0.02);
    }

    @Test
    void moreReplicasThanAnybodyHas() {
        History many =
                with(
                        Map.of(
                                Signal.READY_REPLICAS,
                                i -> i == 2500 ? 1e12 : mean(Signal.READY_REPLICAS, i)));

        assertThat(Judged.refusal(Judged.judge(many))).contains("look at the queries");
    }

    @Test
    void aPastWithoutALeadingPartTeachesNothing() {
        assertThat(Judged.refusal(Judged.judge(PAST.history(ALL), Prior.NONE, Judged.settings(0))))
                .contains("a larger --warm-up");
    }

    private static double mean(Signal signal, int window) {
        return PAST.mean(signal)[window];
    }

    private static double busy(int window) {
        return mean(Signal.UTILIZATION, window);
    }

    private static History with(Map<Signal, IntToDoubleFunction> changed) {
        return with(changed, ALL);
    }

    private static History with(Map<Signal, IntToDoubleFunction> changed, Signal... seen) {
        History history = PAST.history(seen);
        Map<Signal, WindowMeans> signals = new EnumMap<>(history.signals());
        changed.forEach((signal, value) -> {
            double[] means = new double[WINDOWS];
            Arrays.setAll(means, value::applyAsDouble);
            signals.put(signal, WindowMeans.of(means));
        });
        return new History(
                "web",
                history.start(),
                history.windowSeconds(),
                signals,
                history.desired(),
                Buckets.NONE);
    }
}
