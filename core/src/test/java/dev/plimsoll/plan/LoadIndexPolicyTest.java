// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.plan;

import static dev.plimsoll.plan.OutlookBuilder.NOW;
import static dev.plimsoll.plan.OutlookBuilder.replicas;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.within;

import dev.plimsoll.forecast.bound.LookAhead;
import dev.plimsoll.model.Refusal;
import dev.plimsoll.telemetry.Reading;
import dev.plimsoll.telemetry.Readings;
import dev.plimsoll.telemetry.Signal;
import dev.plimsoll.telemetry.TestReadings;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LoadIndexPolicyTest {
    private static final LoadIndexPolicy POLICY = LoadIndexPolicy.DEFAULT;

    @Test
    void hasOurNumbersWhereThePaperHasNone() {
        assertThat(POLICY).isEqualTo(new LoadIndexPolicy(0.5, 0.3, 0.2, 0.8, 0.5));
        assertThat(POLICY.name()).isEqualTo("load-index");
        assertThat(POLICY.lookAhead()).isEqualTo(LookAhead.NONE);
        assertThat(POLICY.scaleInAfterPeriods(replicas(4).outlook())).isEqualTo(1);
    }

    /**
     * Worked by hand; the first is 0.45 + 0.18 + 0.10. An empty field is a signal that was never
     * seen: without a network 0.63 / 0.8, without a graphics processor 0.28 / 0.5.
     */
    @ParameterizedTest
    @CsvSource({
        "0.9, 0.6, 0.1, 0.73",
        "0.9, 0.6, 0.2, 0.83",
        "0.9, 0.6, 7.0, 0.83",
        "0.9, 0.6, 0.0, 0.63",
        "0.9, 0.6, , 0.7875",
        ", 0.6, 0.1, 0.56",
        "0.9, , , 0.9",
        ", 1.4, , 1.4",
        ", , 0.05, 0.25"
    })
    void weighsWhatTheWorkloadHas(Double gpu, Double cpu, Double delay, double index) {
        TestReadings readings = TestReadings.at(NOW);
        put(readings, Signal.GPU, gpu);
        put(readings, Signal.CPU, cpu);
        put(readings, Signal.NETWORK_LATENCY, delay);
        assertThat(POLICY.index(readings.readings()).orElse(-1)).isCloseTo(index, within(1e-12));
    }

    @Test
    void theBusyShareOfTheSlotsStandsForAProcessorThatIsNotRead() {
        TestReadings busy = TestReadings.at(NOW).fresh(Signal.UTILIZATION, 0.7);
        assertThat(POLICY.index(busy.readings())).hasValue(0.7);
        assertThat(POLICY.index(busy.fresh(Signal.CPU, 0.4).readings())).hasValue(0.4);
    }

    @Test
    void nothingSeenIsNoIndex() {
        assertThat(POLICY.index(Readings.NONE)).isEmpty();
        assertThat(POLICY.want(replicas(4).outlook())).isEqualTo(new Want(4, Reason.NO_EVIDENCE));
    }

    /** ceil(n · L / 0.8) out, both thresholds strict, one at a time in. */
    @ParameterizedTest
    @CsvSource({
        "10, 0.81, 11, OVERLOAD",
        "10, 1.00, 13, OVERLOAD",
        "4, 1.40, 7, OVERLOAD",
        "8, 0.90, 9, OVERLOAD",
        "10, 0.80, 10, WITHIN",
        "10, 0.50, 10, WITHIN",
        "10, 0.4999, 9, IDLE",
        "10, 0, 9, IDLE"
    })
    void comparesWithTwoThresholds(int replicas, double load, int wanted, Reason reason) {
        Outlook outlook = replicas(replicas).signal(Signal.CPU, load).outlook();
        assertThat(POLICY.want(outlook)).isEqualTo(new Want(wanted, reason));
    }

    @Test
    void whatIsOrderedAndNotReadyCountsOnceAndIsNotTakenBack() {
        assertThat(POLICY.want(replicas(20).ready(10).signal(Signal.CPU, 1).outlook()))
                .isEqualTo(new Want(20, Reason.OVERLOAD));
    }

    static List<Reading> notFresh() {
        return List.of(
                new Reading.Stale(0.1, NOW),
                new Reading.Absent(Reading.Cause.INVALID),
                new Reading.Absent(Reading.Cause.FROM_THE_FUTURE),
                new Reading.Suspect(0, NOW, Reading.Doubt.ZERO));
    }

    @ParameterizedTest
    @MethodSource("notFresh")
    void aSignalThatIsKnownAndNotFreshForbidsAScaleInButNotAScaleOut(Reading gpu) {
        OutlookBuilder idle = replicas(4).signal(Signal.GPU, gpu).signal(Signal.CPU, 0.1);
        assertThat(POLICY.want(idle.outlook())).isEqualTo(new Want(4, Reason.NO_EVIDENCE));
        assertThat(POLICY.evidence(idle.outlook())).containsExactly(Signal.GPU, Signal.CPU);

        OutlookBuilder busy = replicas(4).signal(Signal.GPU, gpu).signal(Signal.CPU, 0.9);
        assertThat(POLICY.want(busy.outlook())).isEqualTo(new Want(5, Reason.OVERLOAD));
    }

    @Test
    void decidesOnTheSignalsThatAreKnownAndHaveAWeight() {
        assertThat(POLICY.evidence(replicas(4).outlook())).isEqualTo(POLICY.evidence());
        assertThat(POLICY.evidence(replicas(4).utilization(0.1).outlook()))
                .containsExactly(Signal.UTILIZATION);
        OutlookBuilder all =
                replicas(4)
                        .utilization(0.1)
                        .signal(Signal.CPU, 0.1)
                        .signal(Signal.GPU, 0.1)
                        .signal(Signal.NETWORK_LATENCY, 0.1);
        assertThat(POLICY.evidence(all.outlook())).isEqualTo(POLICY.evidence());
        assertThat(new LoadIndexPolicy(0, 1, 0, 0.8, 0.5).evidence(all.outlook()))
                .containsExactly(Signal.CPU);
    }

    static List<Refusal> refusals() {
        return List.of(
                new Refusal("sum above 1", () -> index(0.5, 0.3, 0.3, 0.8, 0.5), "gamma 0.3"),
                new Refusal("sum below 1", () -> index(0.5, 0.3, 0.1, 0.8, 0.5), "gamma 0.1"),
                new Refusal("alpha below 0", () -> index(-0.5, 1, 0.5, 0.8, 0.5), "alpha -0.5"),
                new Refusal("beta below 0", () -> index(1, -0.5, 0.5, 0.8, 0.5), "beta -0.5"),
                new Refusal("gamma below 0", () -> index(1, 0.5, -0.5, 0.8, 0.5), "gamma -0.5"),
                new Refusal("alpha NaN", () -> index(Double.NaN, 1, 0, 0.8, 0.5), "alpha NaN"),
                new Refusal("lower at upper", () -> index(1, 0, 0, 0.5, 0.5), "upper 0.5"),
                new Refusal("upper above 1", () -> index(1, 0, 0, 1.1, 0.5), "upper 1.1"),
                new Refusal("lower below 0", () -> index(1, 0, 0, 0.5, -0.1), "lower -0.1"),
                new Refusal("upper NaN", () -> index(1, 0, 0, Double.NaN, 0), "upper NaN"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refuses(Refusal refusal) {
        refusal.check();
    }

    @Test
    void acceptsTheEndsOfItsSettings() {
        assertThatCode(() -> index(1, 0, 0, 1, 0)).doesNotThrowAnyException();
        assertThatCode(() -> index(0.1, 0.2, 0.7, 1, 0)).doesNotThrowAnyException();
    }

    private static Policy index(
            double alpha, double beta, double gamma, double upper, double lower) {
        return new LoadIndexPolicy(alpha, beta, gamma, upper, lower);
    }

    private static void put(TestReadings readings, Signal signal, Double value) {
        if (value != null) {
            readings.fresh(signal, value);
        }
    }
}
