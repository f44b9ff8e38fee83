// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.svr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.plimsoll.forecast.FittedForecaster;
import dev.plimsoll.forecast.FittedForecasterContract;
import dev.plimsoll.forecast.RandomSeries;
import dev.plimsoll.forecast.TestSeries;
import dev.plimsoll.model.StateReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SvrForecasterTest extends FittedForecasterContract {
    private static final int DAY = 48;
    private static final int FITTED_DAYS = 10;

    @Override
    protected FittedForecaster forecaster() {
        return small(12);
    }

    static SvrForecaster small(int period) {
        SvrGrid grid = new SvrGrid(0.2, List.of(1.0), List.of(0.5));
        return new SvrForecaster(new SvrSettings(period, 3, List.of(1, 4), 30, grid));
    }

    private static SvrForecaster fitted(int period, double... history) {
        SvrForecaster forecaster = new SvrForecaster(SvrSettings.forPeriod(period));
        forecaster.fit(TestSeries.of(history));
        return forecaster;
    }

    @Test
    void isNaiveBeforeAFitAndAfterOneWithTooLittleHistory() {
        SvrForecaster forecaster = small(12);
        RandomSeries.feed(forecaster, TestSeries.of(ramp(200)), 0, 200);
        assertThat(forecaster.predict(5)).isEqualTo(199);
        forecaster.fit(TestSeries.of(ramp(SvrSettings.LEAST_ROWS)));
        assertThat(forecaster.predict(5)).isEqualTo(SvrSettings.LEAST_ROWS - 1);
        assertThat(forecaster.supportVectors()).isZero();
        assertThat(forecaster.name()).isEqualTo("svr");
    }

    private static double[] ramp(int size) {
        double[] values = new double[size];
        Arrays.setAll(values, i -> i);
        return values;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void learnsASeasonFarBetterThanNaive(long seed) {
        double[] series = noisySeason(seed, (FITTED_DAYS + 4) * DAY);
        assertThat(errorRatios(series, 1, 6, 24, 40))
                .satisfiesExactly(
                        one -> assertThat(one).isLessThan(0.9),
                        six -> assertThat(six).isLessThan(0.3),
                        half -> assertThat(half).isLessThan(0.15),
                        most -> assertThat(most).isLessThan(0.3));
    }

    private static double[] noisySeason(long seed, int size) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[size];
        Arrays.setAll(values, i -> 100 + 50 * wave(i) + 5 * random.nextGaussian());
        return values;
    }

    private static double wave(int i) {
        return StrictMath.sin(2 * Math.PI * i / DAY);
    }

    /** Errors so many steps ahead, that of the last sample being 1, after one fit. */
    private static List<Double> errorRatios(double[] series, int... steps) {
        int from = FITTED_DAYS * DAY;
        SvrForecaster forecaster = fitted(DAY, Arrays.copyOf(series, from));
        double[] errors = new double[steps.length];
        double[] naive = new double[steps.length];
        for (int i = from; i + steps[steps.length - 1] < series.length; i++) {
            forecaster.observe(series[i]);
            for (int j = 0; j < steps.length; j++) {
                double actual = series[i + steps[j]];
                errors[j] += Math.abs(forecaster.predict(steps[j]) - actual);
                naive[j] += Math.abs(series[i] - actual);
            }
        }
        return IntStream.range(0, steps.length).mapToObj(j -> errors[j] / naive[j]).toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void learnsAMapThatNoLineDescribes(long seed) {
        double[] logistic = mapped(seed, x -> 3.9 * x * (1 - x));
        double[] tent = mapped(seed, x -> 1.9 * Math.min(x, 1 - x));
        assertThat(errorRatios(logistic, 1).getFirst()).isLessThan(0.4);
        assertThat(errorRatios(tent, 1).getFirst()).isLessThan(0.4);
    }

    private static double[] mapped(long seed, DoubleUnaryOperator map) {
        double[] values = new double[(FITTED_DAYS + 4) * DAY];
        double x = new SplittableRandom(seed).nextDouble(0.2, 0.8);
        for (int i = 0; i < values.length; i++) {
            values[i] = 1000 * x;
            x = map.applyAsDouble(x);
        }
        return values;
    }

    @Test
    void expectsNoChangeWhereNoneCanBeForeseen() {
        double[] walk = new double[FITTED_DAYS * DAY];
        SplittableRandom random = new SplittableRandom(3);
        double level = 1000;
        for (int i = 0; i < walk.length; i++) {
            level += random.nextGaussian();
            walk[i] = level;
        }
        SvrForecaster forecaster = fitted(DAY, walk);
        double spread =
                Arrays.stream(walk).max().orElseThrow() - Arrays.stream(walk).min().orElseThrow();
        for (int steps : new int[] {1, 36, 5000}) {
            assertThat(Math.abs(forecaster.predict(steps) - level)).isLessThan(spread / 4);
        }
    }

    @Test
    void staysNearTheLastSampleFarFromAllThatItLearned() {
        SvrForecaster forecaster = fitted(DAY, noisySeason(1, FITTED_DAYS * DAY));
        for (int i = 0; i < 40; i++) {
            forecaster.observe(5000);
        }
        assertThat(forecaster.predict(1)).isBetween(4900.0, 5100.0);
        assertThat(forecaster.predict(36)).isBetween(4850.0, 5150.0);
    }

    @Test
    void runsOnDuringAGap() {
        SvrForecaster forecaster = fitted(DAY, noisySeason(1, FITTED_DAYS * DAY + 5));
        double expected = forecaster.predict(9);
        for (int i = 0; i < 6; i++) {
            forecaster.observeGap();
        }
        assertThat(forecaster.predict(3)).isEqualTo(expected);
    }

    @Test
    void keepsWithinTwentyKibibytes() {
        SvrForecaster forecaster = fitted(1440, noisySeason(1, 15 * 1440));
        assertThat(forecaster.supportVectors()).isBetween(1, 300);
        assertThat(bytes(forecaster).length).isLessThan(20 * 1024);
    }

    @Test
    void printsNothing() {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            fitted(DAY, noisySeason(1, 3 * DAY));
        } finally {
            System.setOut(before);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void continuesExactlyAfterRestoreOfAFittedModel() {
        double[] series = noisySeason(8, FITTED_DAYS * DAY);
        SvrForecaster original = fitted(DAY, series);
        SvrForecaster restored = new SvrForecaster(SvrSettings.forPeriod(DAY));
        StateReader state = new StateReader(bytes(original));
        restored.restore(state);
        state.end();
        for (double value : Arrays.copyOf(series, 100)) {
            original.observe(value);
            restored.observe(value);
            assertThat(restored.predict(7)).isEqualTo(original.predict(7));
        }
        assertThat(bytes(restored)).isEqualTo(bytes(original));
    }

    @Test
    void refusesStateOfOtherSettings() {
        byte[] state = bytes(fitted(DAY, noisySeason(1, 3 * DAY)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> small(DAY).restore(new StateReader(state)))
                .withMessage("state has a reach of lags of 17, these settings want 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new SvrForecaster(SvrSettings.forPeriod(24))
                                .restore(new StateReader(state)))
                .withMessage("state has a number of slots of 48, these settings want 24");
    }
}
