// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.bound;

import static dev.plimsoll.forecast.bound.Bounds.PER_REPLICA;
import static dev.plimsoll.forecast.bound.Bounds.REACH;
import static dev.plimsoll.forecast.bound.Bounds.after;
import static dev.plimsoll.forecast.bound.Bounds.beside;
import static dev.plimsoll.forecast.bound.Bounds.noise;
import static dev.plimsoll.forecast.bound.Bounds.usual;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plimsoll.forecast.bound.DemandBound.Upper;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LookaheadBoundTest {
    @Test
    void knowsNoBoundBeforeTheFirstSample() {
        LookaheadBound bound = usual(100);
        bound.observeGap();
        assertThat(bound.bound()).isEqualTo(DemandBound.NONE);
    }

    @Test
    void needsNoMarginForDemandThatNeverChanges() {
        Upper bound = after(5_000, usual(100), i -> 95);
        // 95/s needs ten replicas of 10/s
        assertThat(bound.upper()).isEqualTo(100);
        assertThat(bound.odds().missChance()).isLessThan(0.001);
        assertThat(bound.trust()).isEqualTo(Trust.KEPT);
    }

    @Test
    void coversSpikesThatAreWorthTheirPrice() {
        // every 41st sample twice as much, so at no place in the hour more than at others: covering
        // it costs 10 replicas more all the time, missing it costs 2.4 % of κ times 20 replicas
        IntToDoubleFunction spikes = i -> i % 41 == 0 ? 200 : 100;
        assertThat(after(8_000, usual(100), spikes).upper()).isGreaterThanOrEqualTo(200);
        assertThat(after(8_000, usual(2), spikes).upper()).isLessThan(200);
    }

    @Test
    void coversSpikesOnRoundTimesAtThoseTimesAlone() {
        LookaheadBound bound = usual(100);
        for (int i = 0; i < 8_000; i++) {
            bound.observe(new Interval(i % 40 == 0 ? 200 : 100, PER_REPLICA), REACH);
            double upper = ((Upper) bound.bound()).upper();
            if (i > 6_000 && i % 40 == 34) {
                assertThat(upper).isGreaterThanOrEqualTo(200);
            } else if (i > 6_000 && i % 40 == 20) {
                assertThat(upper).isLessThan(150);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void asksForMoreTheDearerAViolationIs(long seed) {
        IntToDoubleFunction noisy = noise(seed);
        double cheap = after(8_000, usual(1), noisy).odds().missChance();
        double dear = after(8_000, usual(1000), noisy).odds().missChance();
        assertThat(cheap).isGreaterThan(0.02);
        assertThat(dear).isLessThan(0.002);
    }

    @Test
    void leavesARampToTheForecasterThatFollowsIt() {
        Upper bound = after(4_000, usual(100), i -> 100 + 50 * Math.abs(i % 400 - 200) / 20.0);
        assertThat(bound.forecaster()).isNotEqualTo("last value");
    }

    @Test
    void isNeverBelowTheDemandOfNow() {
        LookaheadBound bound = usual(10);
        IntToDoubleFunction noisy = noise(7);
        for (int i = 0; i < 2_000; i++) {
            bound.observe(new Interval(noisy.applyAsDouble(i), PER_REPLICA), REACH);
            assertThat(((Upper) bound.bound()).upper())
                    .isGreaterThanOrEqualTo(noisy.applyAsDouble(i));
        }
    }

    @Test
    void keepsTheBoundThroughAGapAndDoesNotJudgeByIt() {
        LookaheadBound bound = usual(100);
        Upper before = after(1_000, bound, i -> 100);
        for (int i = 0; i < 50; i++) {
            bound.observeGap();
        }
        assertThat(bound.bound()).isEqualTo(before);
        bound.observe(new Interval(100, PER_REPLICA), REACH);
        assertThat(((Upper) bound.bound()).upper()).isCloseTo(100, within(10.0));
    }

    @Test
    void doesNotActOnForecastsThatAreMuchWorseThanTheLastValue() {
        Upper wrong = after(200, Bounds.of(alternating(), 100), i -> 300 + i % 3);
        assertThat(wrong.trust()).isEqualTo(Trust.NO_SKILL);
        Upper right = after(200, Bounds.of(beside(last -> last), 100), i -> 300 + i % 3);
        assertThat(right.trust()).isEqualTo(Trust.KEPT);
    }

    /** One sample in two is as if there were no demand. */
    private static Panel alternating() {
        var wrong =
                new Object() {
                    int calls;

                    double of(double last) {
                        return calls++ % 2 == 0 ? 0 : 2 * last;
                    }
                };
        return beside(wrong::of);
    }

    @Test
    void withoutTrustItFollowsWrongForecasts() {
        LookaheadBound bound = Bounds.of(alternating(), 100, Part.TRUST);
        assertThat(after(200, bound, i -> 300 + i % 3).trust()).isEqualTo(Trust.KEPT);
    }

    @Test
    void earnsTrustBack() {
        var mood =
                new Object() {
                    double factor = 2;
                };
        var bound = Bounds.of(beside(last -> mood.factor * last), 100);
        assertThat(after(200, bound, i -> 300 + i % 3).trust()).isEqualTo(Trust.NO_SKILL);
        mood.factor = 1;
        assertThat(after(500, bound, i -> 300 + i % 3).trust()).isEqualTo(Trust.NO_SKILL);
        assertThat(after(4_000, bound, i -> 300 + i % 3).trust()).isEqualTo(Trust.KEPT);
    }

    @Test
    void aShortageThatBringsManyViolationsIsDearer() {
        LookaheadBound alone = usual(10);
        LookaheadBound lasting = usual(10);
        IntToDoubleFunction spikes = i -> i % 41 == 0 ? 200 : 100;
        for (int i = 0; i < 8_000; i++) {
            double demand = spikes.applyAsDouble(i);
            // twelve replicas serve 100/s; at 200/s they do not, nor for seven samples after it
            alone.observe(interval(demand, i % 41 == 0), REACH);
            lasting.observe(interval(demand, i % 41 < 8), REACH);
        }
        assertThat(((Upper) alone.bound()).upper()).isLessThan(200);
        assertThat(((Upper) lasting.bound()).upper()).isGreaterThanOrEqualTo(200);
    }

    @Test
    void withoutCorrectionTheHoldIsALeadTimeAndThePriceIsAsItWasGiven() {
        LookaheadBound bound = Bounds.of(beside(last -> last), 10, Part.CORRECTION);
        for (int i = 0; i < 2_000; i++) {
            bound.observe(interval(i % 41 == 0 ? 200 : 100, i % 41 < 8), REACH);
        }
        Upper upper = (Upper) bound.bound();
        assertThat(upper.odds().violationCost()).isEqualTo(10);
        assertThat(upper.holdSamples()).isEqualTo(1 + REACH.leadSamples());
    }

    @Test
    void withoutTheHourRoundTimesAreNotKnown() {
        var bound = Bounds.of(beside(last -> last), 100, Part.HOUR);
        IntToDoubleFunction spikes = i -> i % 40 == 0 ? 200 : 100;
        double between = after(8_021, bound, spikes).upper();
        double beforeASpike = after(14, bound, i -> 100).upper();
        assertThat(beforeASpike).isLessThanOrEqualTo(between);
    }

    @Test
    void withoutWeightsAllForecastsCountTheSame() {
        var bound = Bounds.of(beside(last -> 3 * last), 100, Part.WEIGHTS, Part.TRUST);
        assertThat(after(500, bound, i -> 100).expected().demand()).isCloseTo(200, within(1e-6));
    }

    private static Interval interval(double demand, boolean violated) {
        return new Interval(demand, PER_REPLICA, new Interval.Outcome.Seen(12, violated));
    }

    @Test
    void withoutThePriceItTakesWhatSufficesNineteenTimesOfTwenty() {
        // uniform between 20 and 40 replicas: 39 suffice at 95 %, at any price
        for (double price : new double[] {1, 1_000}) {
            var bound = Bounds.of(beside(_ -> 300), price, Part.COST_QUANTILE);
            assertThat(after(8_000, bound, noise(3)).odds().missChance()).isBetween(0.01, 0.08);
        }
    }

    @Test
    void aLookAheadThatGrowsIsNotJudgedByWhatWasSaidOfAnotherMoment() {
        // a forecast that is right for an end six samples ahead, and wrong for any other
        var rising = Bounds.of(beside(last -> last + 60), 100);
        double margin = after(500, rising, i -> 10 * i).upper() - 4_990;
        for (int i = 500; i < 508; i++) {
            rising.observe(new Interval(10 * i, PER_REPLICA), new Reach(2, 9));
        }
        assertThat(((Upper) rising.bound()).upper() - 5_070).isCloseTo(margin, within(10.0));
    }

    @Test
    void aForecastIsJudgedWhenItsMomentComesWhateverTheLookAheadIsThen() {
        var wrong = Bounds.of(beside(last -> 2 * last), 100);
        for (int i = 0; i < 200; i++) {
            wrong.observe(new Interval(300 + i % 3, PER_REPLICA), new Reach(2, i % 2 == 0 ? 5 : 7));
        }
        assertThat(((Upper) wrong.bound()).trust()).isEqualTo(Trust.NO_SKILL);
    }

    @ParameterizedTest
    @EnumSource
    void staysWithinReasonWithoutAPart(Part part) {
        var bound = Bounds.of(beside(last -> last * 1.1), 100, part);
        assertThat(after(500, bound, noise(5)).upper()).isBetween(200.0, 2_000.0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-12, 1e30, 1e100})
    void staysWithinReasonWhateverItIsTold(double demand) {
        LookaheadBound bound = usual(1000);
        Upper upper = after(300, bound, i -> i % 2 == 0 ? demand : 0);
        assertThat(upper.upper()).isBetween(PER_REPLICA, 1e6 * PER_REPLICA);
        assertThat(upper.odds().missChance()).isBetween(0.0, 1.0);
        assertThat(upper.expected().demand()).isBetween(0.0, 1e31);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void continuesAfterRestoreAsIfNothingHadHappened(long seed) {
        IntToDoubleFunction noisy = noise(seed);
        LookaheadBound live = usual(100);
        after(700, live, noisy);
        LookaheadBound restored = usual(100);
        restored.restore(new StateReader(bytes(live)));
        for (int i = 700; i < 1_500; i++) {
            if (i % 97 == 0) {
                live.observeGap();
                restored.observeGap();
            } else {
                live.observe(new Interval(noisy.applyAsDouble(i), PER_REPLICA), REACH);
                restored.observe(new Interval(noisy.applyAsDouble(i), PER_REPLICA), REACH);
            }
            assertThat(restored.bound()).isEqualTo(live.bound());
        }
        assertThat(bytes(restored)).isEqualTo(bytes(live));
    }

    private static byte[] bytes(LookaheadBound bound) {
        StateWriter out = new StateWriter();
        bound.save(out);
        return out.toBytes();
    }
}
