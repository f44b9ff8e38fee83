// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.plan;

import static dev.plimsoll.plan.OutlookBuilder.replicas;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.plimsoll.forecast.bound.LookAhead;
import dev.plimsoll.forecast.bound.Trust;
import dev.plimsoll.model.Refusal;
import dev.plimsoll.telemetry.Signal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the policies that look at demand, and the one that looks at nothing, want. */
class DemandPoliciesTest {
    private static final Policy REACTIVE = new ReactivePolicy(1.2);
    private static final Policy PREDICTIVE = PredictivePolicy.DEFAULT;

    @ParameterizedTest
    @CsvSource({"100, 12", "100.1, 13", "5, 1", "0, 0"})
    void reactiveWantsCapacityForDemandWithHeadroom(double demand, int wanted) {
        Outlook outlook = replicas(4).demand(demand).outlook();
        assertThat(REACTIVE.want(outlook)).isEqualTo(new Want(wanted, Reason.DEMAND));
    }

    @Test
    void reactiveDoesNotLookAtForecasts() {
        Outlook outlook = replicas(4).demand(100).forecast(900).outlook();
        assertThat(REACTIVE.lookAhead()).isEqualTo(LookAhead.NONE);
        assertThat(REACTIVE.want(outlook)).isEqualTo(new Want(12, Reason.DEMAND));
    }

    @Test
    void predictiveWantsCapacityForTheUpperBound() {
        Outlook outlook = replicas(4).demand(100).forecast(171).outlook();
        assertThat(PREDICTIVE.lookAhead()).isEqualTo(LookAhead.LEAST_COST);
        assertThat(PREDICTIVE.want(outlook)).isEqualTo(new Want(18, Reason.FORECAST));
    }

    @ParameterizedTest
    @CsvSource({"0", "5", "91", "100"})
    void predictiveIsNeverBelowTheFloorThatStandsWithoutHeadroom(double upper) {
        Outlook outlook = replicas(4).demand(100).forecast(upper).outlook();
        assertThat(PREDICTIVE.want(outlook)).isEqualTo(new Want(10, Reason.DEMAND));
    }

    @Test
    void predictiveStandsOnTheFloorWhileThereIsNoForecast() {
        assertThat(PREDICTIVE.want(replicas(4).demand(100).outlook()))
                .isEqualTo(new Want(10, Reason.DEMAND));
    }

    static List<Policy> onDemand() {
        return List.of(REACTIVE, PREDICTIVE);
    }

    @ParameterizedTest
    @MethodSource("onDemand")
    void holdsWithoutFreshDemandWhateverTheForecast(Policy policy) {
        Want held = new Want(7, Reason.NO_EVIDENCE);
        assertThat(policy.evidence()).containsExactly(Signal.DEMAND);
        assertThat(policy.want(replicas(7).forecast(900).outlook())).isEqualTo(held);
        assertThat(policy.want(replicas(7).staleDemand(1).forecast(900).outlook())).isEqualTo(held);
        assertThat(policy.want(replicas(7).utilization(0.01).outlook())).isEqualTo(held);
    }

    @ParameterizedTest
    @MethodSource("onDemand")
    void holdsWhileCapacityIsUnknown(Policy policy) {
        assertThat(policy.want(replicas(7).demand(1).forecast(900).noCapacity().outlook()))
                .isEqualTo(new Want(7, Reason.NO_CAPACITY));
    }

    @Test
    void reactiveHoldsForAsManyPeriodsAsTheOwnerAsksFor() {
        assertThat(REACTIVE.scaleInAfterPeriods(replicas(7).scaleInAfter(9).outlook()))
                .isEqualTo(9);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "4, 4", "60, 60"})
    void predictiveHoldsForAsLongAsCostsLeast(int samples, int periods) {
        Outlook outlook = replicas(7).forecast(90, samples, Trust.KEPT).scaleInAfter(9).outlook();
        assertThat(PREDICTIVE.scaleInAfterPeriods(outlook)).isEqualTo(periods);
    }

    @Test
    void predictiveHoldsAsTheOwnerAsksWhileThereIsNoForecast() {
        Outlook outlook = replicas(7).scaleInAfter(9).outlook();
        assertThat(PREDICTIVE.scaleInAfterPeriods(outlook)).isEqualTo(9);
    }

    @ParameterizedTest
    @CsvSource({"0", "90", "900"})
    void predictiveDecidesAsReactiveWhileForecastsAreNotTrusted(double upper) {
        Outlook outlook =
                replicas(4)
                        .demand(100)
                        .forecast(upper, 2, Trust.NO_SKILL)
                        .scaleInAfter(9)
                        .outlook();
        assertThat(PREDICTIVE.want(outlook)).isEqualTo(new Want(12, Reason.DISTRUST));
        assertThat(PREDICTIVE.want(outlook).replicas())
                .isEqualTo(REACTIVE.want(outlook).replicas());
        assertThat(PREDICTIVE.scaleInAfterPeriods(outlook)).isEqualTo(9);
    }

    @Test
    void staticWantsItsNumberWhateverIsSeen() {
        Policy policy = new StaticPolicy(9);
        assertThat(policy.evidence()).isEmpty();
        assertThat(policy.lookAhead()).isEqualTo(LookAhead.NONE);
        assertThat(policy.scaleInAfterPeriods(replicas(7).outlook())).isEqualTo(1);
        assertThat(policy.want(replicas(7).outlook())).isEqualTo(new Want(9, Reason.FIXED));
        assertThat(policy.want(replicas(7).demand(1e6).forecast(1e9).outlook()))
                .isEqualTo(new Want(9, Reason.FIXED));
    }

    @Test
    void goByTheNamesThatAreUsedEverywhere() {
        assertThat(
                        List.of(
                                REACTIVE.name(),
                                PREDICTIVE.name(),
                                new StaticPolicy(1).name(),
                                ThresholdPolicy.DEFAULT.name()))
                .containsExactly("reactive", "predictive", "static", "threshold");
    }

    static List<Refusal> refusals() {
        return List.of(
                new Refusal("headroom below 1", () -> new ReactivePolicy(0.99), "headroom 0.99"),
                new Refusal("headroom above 100", () -> new ReactivePolicy(101), "headroom 101.0"),
                new Refusal("headroom NaN", () -> new ReactivePolicy(Double.NaN), "headroom NaN"),
                new Refusal("no replica", () -> new StaticPolicy(0), "replicas 0"),
                new Refusal("lower at upper", () -> thresholds(0.5, 0.5), "upper 0.5"),
                new Refusal("upper above 1", () -> thresholds(1.01, 0.5), "upper 1.01"),
                new Refusal("lower below 0", () -> thresholds(0.5, -0.1), "lower -0.1"),
                new Refusal("upper NaN", () -> thresholds(Double.NaN, 0.1), "upper NaN"),
                new Refusal("lower NaN", () -> thresholds(0.5, Double.NaN), "lower NaN"));
    }

    private static Policy thresholds(double upper, double lower) {
        return new ThresholdPolicy(upper, lower);
    }

    @Test
    void acceptsTheEndsOfItsSettings() {
        assertThatCode(() -> new ReactivePolicy(1)).doesNotThrowAnyException();
        assertThatCode(() -> new ReactivePolicy(100)).doesNotThrowAnyException();
        assertThatCode(() -> thresholds(1, 0)).doesNotThrowAnyException();
        assertThatCode(() -> new StaticPolicy(1)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refuses(Refusal refusal) {
        refusal.check();
    }
}
