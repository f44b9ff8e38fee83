// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link Forecaster} promises. */
public abstract class ForecasterContract {
    private static final int[] HORIZONS = {1, 2, 7, 12, 13, 1000, Integer.MAX_VALUE};

    /** A new forecaster, without history; any season has 12 samples. */
    protected abstract Forecaster forecaster();

    @Test
    void expectsNothingWhileNothingWasObserved() {
        Forecaster forecaster = forecaster();
        forecaster.observeGap();
        assertThat(forecaster.predict(1)).isZero();
        assertThat(forecaster.predict(500)).isZero();
    }

    @Test
    void expectsTheOnlySampleAfterOne() {
        Forecaster forecaster = forecaster();
        forecaster.observe(7);
        assertThat(forecaster.predict(1)).isEqualTo(7);
        assertThat(forecaster.predict(500)).isEqualTo(7);
    }

    @Test
    void staysOnAConstantSeriesThroughGaps() {
        Forecaster forecaster = forecaster();
        for (int i = 0; i < 60; i++) {
            if (i % 7 == 3) {
                forecaster.observeGap();
            } else {
                forecaster.observe(40);
            }
        }
        assertThat(forecaster.predict(1)).isEqualTo(40);
        assertThat(forecaster.predict(30)).isEqualTo(40);
    }

    static List<Hostile> hostile() {
        return List.of(
                new Hostile("zeros", i -> 0),
                new Hostile("1e9", i -> 1e9),
                new Hostile("alternating 0 and 1e9", i -> i % 2 * 1e9),
                new Hostile("single spike", i -> i == 30 ? 1e9 : 1),
                new Hostile("early spike", i -> i == 0 ? 1e9 : 0),
                new Hostile("collapse", i -> i < 40 ? 1e9 - i : 0),
                new Hostile("doubling", i -> StrictMath.pow(2, i)),
                new Hostile("largest and least", i -> i % 3 == 0 ? Double.MAX_VALUE : 5e-324));
    }

    record Hostile(String name, IntToDoubleFunction series) {
        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void isFiniteAndNeverNegativeOn(Hostile hostile) {
        Forecaster forecaster = forecaster();
        for (int i = 0; i < 300; i++) {
            forecaster.observe(hostile.series().applyAsDouble(i));
            assertPlausible(forecaster);
        }
        for (int i = 0; i < 50; i++) {
            forecaster.observeGap();
            assertPlausible(forecaster);
        }
    }

    private static void assertPlausible(Forecaster forecaster) {
        for (int steps : HORIZONS) {
            assertThat(forecaster.predict(steps))
                    .as("%d steps", steps)
                    .isBetween(0.0, Double.MAX_VALUE);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void continuesExactlyAfterRestore(long seed) {
        RegularSeries series = RandomSeries.withGaps(seed, 120);
        int saved = new SplittableRandom(seed).nextInt(0, 60);
        Forecaster original = forecaster();
        RandomSeries.feed(original, series, 0, saved);
        Forecaster restored = forecaster();
        StateReader state = new StateReader(bytes(original));
        restored.restore(state);
        state.end();

        for (int i = saved; i < series.size(); i++) {
            for (int steps : HORIZONS) {
                assertThat(Double.doubleToLongBits(restored.predict(steps)))
                        .isEqualTo(Double.doubleToLongBits(original.predict(steps)));
            }
            RandomSeries.feed(original, series, i, i + 1);
            RandomSeries.feed(restored, series, i, i + 1);
        }
        assertThat(bytes(restored)).isEqualTo(bytes(original));
    }

    @Test
    protected void gapsBeforeTheFirstSampleAreNoHistory() {
        Forecaster late = forecaster();
        late.observeGap();
        late.observeGap();
        Forecaster prompt = forecaster();
        RegularSeries series = RandomSeries.withGaps(1, 40);
        late.observe(3);
        prompt.observe(3);
        RandomSeries.feed(late, series, 0, 40);
        RandomSeries.feed(prompt, series, 0, 40);
        assertThat(bytes(late)).isEqualTo(bytes(prompt));
    }

    @Test
    void predictingLearnsNothing() {
        Forecaster forecaster = forecaster();
        RandomSeries.feed(forecaster, RandomSeries.withGaps(2, 40), 0, 40);
        byte[] before = bytes(forecaster);
        forecaster.predict(1);
        forecaster.predict(100);
        assertThat(bytes(forecaster)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, -1e-9})
    void refusesAValueThatIsNoQuantityAndForgetsIt(double value) {
        Forecaster forecaster = forecaster();
        forecaster.observe(5);
        assertThatIllegalArgumentException().isThrownBy(() -> forecaster.observe(value));
        assertThat(forecaster.predict(1)).isEqualTo(5);
    }

    @Test
    void refusesToPredictThePresent() {
        assertThatIllegalArgumentException().isThrownBy(() -> forecaster().predict(0));
    }

    @Test
    void refusesStateThatEndsEarly() {
        byte[] whole = bytes(forecaster());
        StateReader state = new StateReader(Arrays.copyOf(whole, whole.length - 1));
        assertThatIllegalArgumentException().isThrownBy(() -> forecaster().restore(state));
    }

    protected static byte[] bytes(Forecaster forecaster) {
        StateWriter out = new StateWriter();
        forecaster.save(out);
        return out.toBytes();
    }
}
