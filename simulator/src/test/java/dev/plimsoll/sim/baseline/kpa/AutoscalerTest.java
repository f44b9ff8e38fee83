// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.kpa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.sim.baseline.kpa.AutoscalerSpec.PodLoad;
import dev.plimsoll.sim.baseline.kpa.AutoscalerSpec.ScaleRates;
import dev.plimsoll.sim.baseline.kpa.AutoscalerSpec.Timing;
import dev.plimsoll.sim.baseline.kpa.Averages.NoData;
import dev.plimsoll.sim.baseline.kpa.Averages.Observed;
import dev.plimsoll.sim.baseline.kpa.Decision.Scale;
import dev.plimsoll.sim.baseline.kpa.Decision.Undecided;
import dev.plimsoll.sim.baseline.kpa.ReadyPods.Counted;
import dev.plimsoll.sim.baseline.kpa.ReadyPods.NotFound;
import dev.plimsoll.sim.baseline.kpa.ReadyPods.Unavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AutoscalerTest {
    private static final PodLoad LOAD = new PodLoad(10, 20, 50);
    private static final ScaleRates RATES = new ScaleRates(1000, 2, 2);
    private static final Timing TIMING = new Timing(60, 0);
    private static final AutoscalerSpec SPEC = new AutoscalerSpec(LOAD, RATES, TIMING, 0, true);
    private static final AutoscalerSpec UNREACHABLE =
            new AutoscalerSpec(LOAD, RATES, TIMING, 0, false);

    private static Autoscaler calm(AutoscalerSpec spec) {
        return new Autoscaler(spec, new Counted(0), 0);
    }

    private static int pods(Autoscaler autoscaler, long second, int ready, double... averages) {
        Observed observed = new Observed(averages[0], averages[averages.length - 1]);
        return ((Scale) autoscaler.decide(second, new Counted(ready), observed)).pods();
    }

    private static int excess(AutoscalerSpec spec, int ready, double panic) {
        Decision decision = calm(spec).decide(2, new Counted(ready), new Observed(0, panic));
        return ((Scale) decision).excessBurst();
    }

    @Test
    void asManyPodsAsTheStableAverageNeedsAtTheTarget() {
        assertThat(pods(calm(SPEC), 2, 4, 41)).isEqualTo(5);
        assertThat(pods(calm(SPEC), 2, 4, 40)).isEqualTo(4);
    }

    @Test
    void panicBeginsWhenTheThresholdIsReached() {
        Autoscaler autoscaler = calm(SPEC);

        assertThat(pods(autoscaler, 2, 4, 40, 70)).isEqualTo(4);
        assertThat(autoscaler.isPanicking()).isFalse();
        assertThat(pods(autoscaler, 4, 4, 40, 71)).isEqualTo(8);
        assertThat(autoscaler.isPanicking()).isTrue();
    }

    @Test
    void panicEndsWhenMoreThanAStableWindowHasPassedSinceTheThresholdWasLastReached() {
        Autoscaler autoscaler = calm(SPEC);
        pods(autoscaler, 2, 4, 40, 80);
        pods(autoscaler, 4, 4, 40, 80);

        assertThat(pods(autoscaler, 64, 8, 40)).isEqualTo(8);
        assertThat(autoscaler.isPanicking()).isTrue();
        assertThat(pods(autoscaler, 66, 8, 40)).isEqualTo(4);
        assertThat(autoscaler.isPanicking()).isFalse();
    }

    @Test
    void moreThanOneReadyPodAtTheStartIsAPanic() {
        Autoscaler two = new Autoscaler(SPEC, new Counted(2), 0);
        Autoscaler one = new Autoscaler(SPEC, new Counted(1), 0);

        assertThat(two.isPanicking()).isTrue();
        assertThat(pods(two, 2, 2, 10)).isEqualTo(2);
        assertThat(one.isPanicking()).isFalse();
    }

    @Test
    void whereTheStartIsUnknownThereIsNoPanic() {
        assertThat(new Autoscaler(SPEC, new NotFound(), 0).isPanicking()).isFalse();
        assertThat(new Autoscaler(SPEC, new Unavailable(), 0).isPanicking()).isFalse();
    }

    @Test
    void inPanicTheLargestSinceItBeganCounts() {
        Autoscaler autoscaler = calm(SPEC);
        pods(autoscaler, 2, 1, 40, 90);

        assertThat(pods(autoscaler, 4, 9, 40, 50)).isEqualTo(9);
        assertThat(pods(autoscaler, 6, 9, 40, 120)).isEqualTo(12);
    }

    @Test
    void inPanicTheStableAverageCountsWhereItIsLarger() {
        Autoscaler autoscaler = calm(SPEC);
        pods(autoscaler, 2, 1, 40, 90);

        assertThat(pods(autoscaler, 4, 9, 100, 50)).isEqualTo(10);
    }

    @Test
    void aNewPanicKnowsNothingOfTheLast() {
        Autoscaler autoscaler = calm(SPEC);
        pods(autoscaler, 2, 1, 40, 90);
        pods(autoscaler, 64, 9, 40, 40);

        assertThat(pods(autoscaler, 66, 1, 20, 20)).isEqualTo(2);
        assertThat(autoscaler.isPanicking()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"3, 400, 5", "3, 1, 1", "2, 400, 3", "5, 1, 2", "0, 400, 2", "0, 0, 0"})
    void aDecisionStaysBetweenTheRatesRoundedOutwards(int ready, double average, int expected) {
        AutoscalerSpec slow =
                new AutoscalerSpec(LOAD, new ScaleRates(1.5, 2, 1e9), TIMING, 0, true);

        assertThat(pods(calm(slow), 2, ready, average)).isEqualTo(expected);
    }

    @Test
    void anUnreachableRevisionMayLoseAllPodsAtOnce() {
        assertThat(pods(calm(UNREACHABLE), 2, 8, 0)).isZero();
        assertThat(pods(calm(SPEC), 2, 8, 0)).isEqualTo(4);
    }

    @Test
    void theDelayHoldsOnlyWhileReachable() {
        Timing slow = new Timing(60, 30);
        Autoscaler autoscaler = calm(new AutoscalerSpec(LOAD, RATES, slow, 0, true));

        assertThat(pods(autoscaler, 2, 6, 80)).isEqualTo(8);
        assertThat(pods(autoscaler, 4, 6, 30)).isEqualTo(8);
        autoscaler.update(new AutoscalerSpec(LOAD, RATES, slow, 0, false));
        assertThat(pods(autoscaler, 6, 6, 30)).isEqualTo(3);
    }

    @Test
    void theDelayIsThatOfTheBeginning() {
        Autoscaler autoscaler = calm(SPEC);
        autoscaler.update(new AutoscalerSpec(LOAD, RATES, new Timing(60, 30), 0, true));
        pods(autoscaler, 2, 6, 80);

        assertThat(pods(autoscaler, 4, 6, 30)).isEqualTo(3);
    }

    @Test
    void atLeastTheActivationScaleIfAny() {
        AutoscalerSpec three = new AutoscalerSpec(LOAD, RATES, TIMING, 3, true);

        assertThat(pods(calm(three), 2, 1, 5)).isEqualTo(3);
        assertThat(pods(calm(three), 2, 1, 0)).isZero();
        assertThat(pods(calm(three), 2, 4, 35)).isEqualTo(4);
    }

    @Test
    void theActivationScaleCountsForPanicToo() {
        AutoscalerSpec nine = new AutoscalerSpec(LOAD, RATES, TIMING, 9, true);

        assertThat(pods(calm(nine), 2, 1, 0, 20)).isEqualTo(9);
    }

    @Test
    void burstCapacityIsWhatThePanicAverageLeavesOfTheTrulyReadyPods() {
        assertThat(excess(SPEC, 4, 10.5)).isEqualTo(4 * 20 - 50 - 11);
        assertThat(excess(SPEC, 0, 10.5)).isEqualTo(-50 - 11);
    }

    @Test
    void aTargetBurstOfZeroOrLessIsNoMatterOfLoad() {
        PodLoad none = new PodLoad(10, 20, 0);
        PodLoad always = new PodLoad(10, 20, -1);

        assertThat(excess(new AutoscalerSpec(none, RATES, TIMING, 0, true), 0, 99)).isZero();
        assertThat(excess(new AutoscalerSpec(always, RATES, TIMING, 0, true), 9, 0)).isEqualTo(-1);
    }

    @Test
    void withoutDataNothingIsDecidedNorRemembered() {
        Autoscaler autoscaler = calm(SPEC);

        assertThat(autoscaler.decide(2, new Counted(1), new NoData())).isEqualTo(new Undecided());
        assertThat(autoscaler.decide(4, new Unavailable(), new Observed(90, 90)))
                .isEqualTo(new Undecided());
        assertThat(autoscaler.isPanicking()).isFalse();
    }

    @Test
    void noEndpointsCountAsNoReadyPod() {
        Decision decision = calm(SPEC).decide(2, new NotFound(), new Observed(10, 10));

        assertThat(decision).isEqualTo(new Scale(1, -60));
    }
}
