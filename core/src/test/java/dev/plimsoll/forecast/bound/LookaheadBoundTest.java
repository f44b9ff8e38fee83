// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plimsoll.forecast.bound.DemandBound.Upper;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LookaheadBoundTest {
    private static final Duration INTERVAL = Duration.ofSeconds(15);
    private static final int HORIZON = 6;
    private static final double PER_REPLICA = 10;

    @Test
    void knowsNoBoundBeforeTheFirstSample() {
        assertThat(LookaheadBound.forInterval(INTERVAL, 100).bound()).isEqualTo(DemandBound.NONE);
    }

    @Test
    void needsNoMarginForDemandThatNeverChanges() {
        Upper bound = after(5_000, 100, i -> 95);
        // 95/s needs ten replicas of 10/s; any bound up to 100 costs the same ten
        assertThat(bound.upper()).isBetween(95.0, 100.0);
        assertThat(bound.missShare()).isZero();
    }

    @Test
    void coversSpikesThatAreWorthTheirPrice() {
        // every 40th sample twice as much: covering it costs 10 replicas more all the time, missing
        // it costs 2.5 % of κ times 20 replicas
        IntToDoubleFunction spikes = i -> i % 40 == 0 ? 200 : 100;
        assertThat(after(20_000, 100, spikes).upper()).isGreaterThanOrEqualTo(200);
        assertThat(after(20_000, 2, spikes).upper()).isLessThan(200);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void asksForMoreTheDearerAViolationIs(long seed) {
        IntToDoubleFunction noisy = noise(seed);
        double cheap = after(20_000, 1, noisy).missShare();
        double usual = after(20_000, 100, noisy).missShare();
        double dear = after(20_000, 1000, noisy).missShare();
        assertThat(cheap).isGreaterThan(usual);
        assertThat(usual).isGreaterThanOrEqualTo(dear);
        assertThat(dear).isLessThan(0.002);
    }

    @Test
    void leavesARampToTheForecasterThatFollowsIt() {
        Upper bound = after(4_000, 100, i -> 100 + 50 * Math.abs(i % 400 - 200) / 20.0);
        assertThat(bound.forecaster()).isEqualTo("holt");
    }

    @Test
    void isNeverBelowTheDemandOfNow() {
        LookaheadBound lookahead = LookaheadBound.forInterval(INTERVAL, 10);
        IntToDoubleFunction noisy = noise(7);
        for (int i = 0; i < 2_000; i++) {
            lookahead.observe(noisy.applyAsDouble(i), HORIZON, PER_REPLICA);
            assertThat(((Upper) lookahead.bound()).upper())
                    .isGreaterThanOrEqualTo(noisy.applyAsDouble(i));
        }
    }

    @Test
    void keepsTheBoundThroughAGapAndDoesNotJudgeByIt() {
        LookaheadBound lookahead = LookaheadBound.forInterval(INTERVAL, 100);
        for (int i = 0; i < 1_000; i++) {
            lookahead.observe(100, HORIZON, PER_REPLICA);
        }
        DemandBound before = lookahead.bound();
        for (int i = 0; i < 50; i++) {
            lookahead.observeGap();
        }
        assertThat(lookahead.bound()).isEqualTo(before);
        lookahead.observe(100, HORIZON, PER_REPLICA);
        assertThat(((Upper) lookahead.bound()).upper()).isCloseTo(100, within(10.0));
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void continuesAfterRestoreAsIfNothingHadHappened(long seed) {
        IntToDoubleFunction noisy = noise(seed);
        LookaheadBound live = LookaheadBound.forInterval(INTERVAL, 100);
        for (int i = 0; i < 3_000; i++) {
            live.observe(noisy.applyAsDouble(i), HORIZON, PER_REPLICA);
        }
        StateWriter out = new StateWriter();
        live.save(out);
        LookaheadBound restored = LookaheadBound.forInterval(INTERVAL, 100);
        restored.restore(new StateReader(out.toBytes()));
        for (int i = 3_000; i < 3_500; i++) {
            live.observe(noisy.applyAsDouble(i), HORIZON, PER_REPLICA);
            restored.observe(noisy.applyAsDouble(i), HORIZON, PER_REPLICA);
            assertThat(restored.bound()).isEqualTo(live.bound());
        }
    }

    private static Upper after(int samples, double violationCost, IntToDoubleFunction demand) {
        LookaheadBound lookahead = LookaheadBound.forInterval(INTERVAL, violationCost);
        for (int i = 0; i < samples; i++) {
            lookahead.observe(demand.applyAsDouble(i), HORIZON, PER_REPLICA);
        }
        return (Upper) lookahead.bound();
    }

    private static IntToDoubleFunction noise(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = random.doubles(20_000, 200, 400).toArray();
        return i -> values[i];
    }
}
