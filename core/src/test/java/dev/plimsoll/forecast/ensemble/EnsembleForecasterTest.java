// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.plimsoll.forecast.HostileSeries;
import dev.plimsoll.forecast.Quantiles;
import dev.plimsoll.forecast.RandomSeries;
import dev.plimsoll.forecast.RegularSeries;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import java.time.Duration;
import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnsembleForecasterTest {
    /** A sample every half hour: a day has 48, a week 336. */
    private static final Duration STEP = Duration.ofMinutes(30);

    private static final int DAY = 48;
    private static final int HORIZON = 48;

    private static EnsembleForecaster forecaster() {
        return new EnsembleForecaster(EnsembleSettings.of(STEP, HORIZON));
    }

    @Test
    void expectsNothingWhileNothingWasObserved() {
        EnsembleForecaster forecaster = forecaster();
        forecaster.observeGap();
        assertThat(forecaster.at(1)).isEqualTo(new Quantiles(0, 0, 0, 0, 0));
        assertThat(forecaster.maximum(5)).isEqualTo(new Quantiles(0, 0, 0, 0, 0));
        assertThat(forecaster.shares(1)).isEmpty();
        assertThat(forecaster.trust(1)).isEqualTo(new Trust.Unknown(0));
    }

    @Test
    void climbsFromTheLastValueUpwards() {
        EnsembleForecaster forecaster = forecaster();
        forecaster.observe(7);
        assertThat(forecaster.at(9)).isEqualTo(new Quantiles(7, 7, 7, 7, 7));
        forecaster.observe(9);
        assertThat(forecaster.at(1).q50()).isEqualTo(9);
        assertThat(forecaster.at(4).q95() - 9)
                .as("widens with the root of the horizon")
                .isCloseTo(2 * (forecaster.at(1).q95() - 9), within(1e-5));
        for (int i = 0; i < 10; i++) {
            forecaster.observe(10);
        }
        assertThat(forecaster.shares(1)).isNotEmpty();
        assertThat(forecaster.shares(1).stream().mapToDouble(Share::share).sum())
                .isCloseTo(1, within(1e-6));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aDayThatWasSeenTwiceIsExpectedToComeAgain(long seed) {
        EnsembleForecaster forecaster = forecaster();
        SplittableRandom random = new SplittableRandom(seed);
        IntToDoubleFunction demand = i -> 100 + 80 * StrictMath.sin(2 * Math.PI * i / DAY);
        for (int i = 0; i < 5 * DAY; i++) {
            forecaster.observe(demand.applyAsDouble(i) + 2 * random.nextGaussian());
        }
        for (int steps = 1; steps <= HORIZON; steps++) {
            assertThat(forecaster.at(steps).q50())
                    .as("%d steps ahead", steps)
                    .isCloseTo(demand.applyAsDouble(5 * DAY + steps - 1), within(12.0));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void aCycleThatIsNoDayHelpsOnceItWasFound(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[40 * 17];
        Arrays.setAll(
                values,
                i -> 100 + 50 * StrictMath.sin(2 * Math.PI * i / 17) + random.nextGaussian());
        RegularSeries history = new RegularSeries(Arrays.copyOf(values, 30 * 17), new BitSet());
        EnsembleForecaster blind = forecaster();
        EnsembleForecaster fitted = forecaster();
        RandomSeries.feed(blind, history, 0, history.size());
        RandomSeries.feed(fitted, history, 0, history.size());
        assertThat(fitted.fit(history).periods().getFirst().samples()).isEqualTo(17);
        double blindError = 0;
        double fittedError = 0;
        for (int i = history.size(); i + 8 < values.length; i++) {
            blind.observe(values[i]);
            fitted.observe(values[i]);
            blindError += Math.abs(values[i + 8] - blind.at(8).q50());
            fittedError += Math.abs(values[i + 8] - fitted.at(8).q50());
        }
        assertThat(fittedError).isLessThan(0.35 * blindError);
        assertThat(fitted.shares(8).getFirst().expert()).startsWith("cycle");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void bandsOfStepsOfMaximaAndOfMeansHold(long seed) {
        EnsembleForecaster forecaster = forecaster();
        SplittableRandom random = new SplittableRandom(seed);
        int windows = 400;
        int length = 5;
        int insideSteps = 0;
        int insideMaximum = 0;
        int insideMean = 0;
        double level = 100;
        for (int i = 0; i < 300; i++) {
            level = next(level, random);
            forecaster.observe(level);
        }
        for (int window = 0; window < windows; window++) {
            Quantiles maximum = forecaster.maximum(length);
            Quantiles mean = forecaster.mean(length);
            Quantiles last = forecaster.at(length);
            double highest = 0;
            double sum = 0;
            for (int i = 0; i < length; i++) {
                level = next(level, random);
                forecaster.observe(level);
                highest = Math.max(highest, level);
                sum += level;
            }
            insideSteps += last.covers(level) ? 1 : 0;
            insideMaximum += maximum.covers(highest) ? 1 : 0;
            insideMean += mean.covers(sum / length) ? 1 : 0;
        }
        double allowed = 0.03 + 1.64 * Math.sqrt(0.09 / windows);
        assertThat((double) insideSteps / windows).isCloseTo(0.9, within(allowed));
        assertThat((double) insideMaximum / windows).isCloseTo(0.9, within(allowed));
        assertThat((double) insideMean / windows).isCloseTo(0.9, within(allowed));
        assertThat(forecaster.trust(length)).isInstanceOf(Trust.Earned.class);
    }

    /** An autoregression about 100 with exponential shocks: neither normal nor symmetric. */
    private static double next(double level, SplittableRandom random) {
        return 100 + 0.8 * (level - 100) - 3 * StrictMath.log(random.nextDouble()) - 3;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void aDayAfterABreakItIsAsGoodAsTheExpertThatSurvivedBest(long seed) {
        BreakOfStructure.Losses losses = BreakOfStructure.losses(seed);
        assertThat(losses.ensemble()).isLessThanOrEqualTo(1.1 * losses.survivor());
    }

    @Test
    void aServiceThatSleepsKeepsItsTrust() {
        EnsembleForecaster forecaster = forecaster();
        for (int i = 0; i < 1000; i++) {
            forecaster.observe(0.1);
        }
        assertThat(forecaster.trust(1)).isInstanceOf(Trust.Earned.class);
        assertThat(forecaster.at(1).q95()).isEqualTo(0.1f);
    }

    @Test
    void aBandThatCannotBeKeptLosesTrustAndEarnsItBack() {
        EnsembleForecaster forecaster = forecaster();
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 400; i++) {
            forecaster.observe(100 + random.nextGaussian());
        }
        assertThat(forecaster.trust(1)).isInstanceOf(Trust.Earned.class);
        double size = 1;
        for (int i = 0; i < 150; i++) {
            size *= 1.4;
            forecaster.observe(100 + size * random.nextDouble());
        }
        assertThat(forecaster.trust(1)).isInstanceOf(Trust.Lost.class);
        for (int i = 0; i < 3000; i++) {
            forecaster.observe(100 + random.nextGaussian());
        }
        assertThat(forecaster.trust(1)).isInstanceOf(Trust.Earned.class);
    }

    @Test
    void betweenSamplesTheBandsStand() {
        EnsembleForecaster forecaster = forecaster();
        RandomSeries.feed(forecaster, RandomSeries.withGaps(3, 200), 0, 200);
        Quantiles fifth = forecaster.at(5);
        forecaster.refresh(HORIZON);
        assertThat(forecaster.at(5)).isEqualTo(fifth);
        assertThat(forecaster.forecast(HORIZON).at(5)).isEqualTo(fifth);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void continuesExactlyAfterRestore(long seed) {
        RegularSeries series = RandomSeries.withGaps(seed, 500);
        int saved = new SplittableRandom(seed).nextInt(0, 480);
        EnsembleForecaster original = forecaster();
        RandomSeries.feed(original, series, 0, saved);
        EnsembleForecaster restored = forecaster();
        StateReader state = new StateReader(bytes(original));
        restored.restore(state);
        state.end();
        RandomSeries.feed(original, series, saved, 500);
        RandomSeries.feed(restored, series, saved, 500);
        assertThat(restored.forecast(HORIZON)).isEqualTo(original.forecast(HORIZON));
        assertThat(restored.maximum(7)).isEqualTo(original.maximum(7));
        assertThat(bytes(restored)).isEqualTo(bytes(original));
    }

    @Test
    void isFiniteOnAThousandHostileSeries() {
        for (long seed = 0; seed < 1000; seed++) {
            EnsembleForecaster forecaster = forecaster();
            RegularSeries series = HostileSeries.of(seed);
            RandomSeries.feed(forecaster, series, 0, series.size());
            forecaster.fit(series);
            RandomSeries.feed(forecaster, series, 0, series.size());
            // a Quantiles refuses whatever is not finite, at least 0 and ascending
            assertThat(forecaster.forecast(HORIZON).horizon())
                    .as("seed %d", seed)
                    .isEqualTo(HORIZON);
            forecaster.maximum(HORIZON);
            forecaster.mean(HORIZON);
        }
    }

    @Test
    void refusesWhatIsNoQuantityAndWhatIsBeyondItsHorizon() {
        EnsembleForecaster forecaster = forecaster();
        forecaster.observe(5);
        byte[] before = bytes(forecaster);
        assertThatIllegalArgumentException().isThrownBy(() -> forecaster.observe(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> forecaster.observe(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> forecaster.forecast(HORIZON + 1));
        assertThatIllegalArgumentException().isThrownBy(() -> forecaster.at(0));
        assertThat(bytes(forecaster)).isEqualTo(before);
    }

    @Test
    void refusesTheStateOfOtherSettings() {
        EnsembleForecaster other = new EnsembleForecaster(EnsembleSettings.of(STEP, 12));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> forecaster().restore(new StateReader(bytes(other))));
        EnsembleForecaster faster =
                new EnsembleForecaster(EnsembleSettings.of(STEP.dividedBy(2), HORIZON));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> forecaster().restore(new StateReader(bytes(faster))));
    }

    private static byte[] bytes(EnsembleForecaster forecaster) {
        StateWriter out = new StateWriter();
        forecaster.save(out);
        return out.toBytes();
    }
}
