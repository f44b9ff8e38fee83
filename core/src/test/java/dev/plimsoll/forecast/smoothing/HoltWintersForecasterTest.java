// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.smoothing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.plimsoll.forecast.Forecaster;
import dev.plimsoll.forecast.ForecasterContract;
import dev.plimsoll.forecast.HorizonAccuracy;
import dev.plimsoll.forecast.RegularSeries;
import dev.plimsoll.forecast.RollingOrigin;
import dev.plimsoll.forecast.TestSeries;
import dev.plimsoll.forecast.ensemble.EmpiricalIntervals;
import dev.plimsoll.forecast.naive.NaiveForecaster;
import dev.plimsoll.forecast.naive.SeasonalNaiveForecaster;
import dev.plimsoll.model.StateReader;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HoltWintersForecasterTest extends ForecasterContract {
    @Override
    protected Forecaster forecaster() {
        return new HoltWintersForecaster(
                new HoltWintersSettings(0.4, 0.3, 0.3, 0.9, new Season(12, 5)));
    }

    private static Forecaster withPeriod(double alpha, double beta, double gamma, int period) {
        return new HoltWintersForecaster(
                new HoltWintersSettings(alpha, beta, gamma, 0.5, new Season(period, 1)));
    }

    private static void observe(Forecaster forecaster, double... values) {
        for (double value : values) {
            forecaster.observe(value);
        }
    }

    @Test
    void isHoltsDampedTrendBeforeTheFirstPeriodIsComplete() {
        Forecaster forecaster = withPeriod(0.5, 0.5, 0, 100);
        observe(forecaster, 10, 14);
        // e = 4, l = 10 + 0.5·4 = 12, b = 0.5·0.5·4 = 1
        assertThat(forecaster.predict(1)).isEqualTo(12 + 0.5);
        assertThat(forecaster.predict(2)).isEqualTo(12 + 0.5 + 0.25);
        observe(forecaster, 16.5);
        // e = 16.5 − 12.5 = 4, l = 12.5 + 2 = 14.5, b = 0.5 + 1 = 1.5
        assertThat(forecaster.predict(1)).isEqualTo(14.5 + 0.75);
        assertThat(forecaster.predict(1_000_000)).isCloseTo(14.5 + 1.5, within(1e-9));
        assertThat(forecaster.name()).isEqualTo("holt-winters");
    }

    @Test
    void carriesTheDampedTrendThroughAGap() {
        Forecaster forecaster = withPeriod(0.5, 0.5, 0, 100);
        observe(forecaster, 10, 14);
        double afterNext = forecaster.predict(2);
        forecaster.observeGap();
        assertThat(forecaster.predict(1)).isEqualTo(afterNext);
    }

    @Test
    void believesHalfOfTheSeasonAfterTheFirstPeriod() {
        Forecaster forecaster = withPeriod(1, 0, 0, 4);
        observe(forecaster, 10, 10, 30, 10);
        // mean 15, no drift: half of −5 −5 15 −5; the level is what that leaves of 10
        assertThat(forecaster.predict(1)).isCloseTo(12.5 - 2.5, within(1e-9));
        assertThat(forecaster.predict(3)).isCloseTo(12.5 + 7.5, within(1e-9));
        assertThat(forecaster.predict(7)).isCloseTo(20, within(1e-9));
    }

    @Test
    void believesThreeQuartersAfterThreePeriodsAlike() {
        Forecaster forecaster = withPeriod(1, 0, 0, 4);
        for (int period = 0; period < 3; period++) {
            observe(forecaster, 10, 10, 30, 10);
        }
        assertThat(forecaster.predict(3)).isCloseTo(10 + 0.75 * 20, within(1e-9));
    }

    @Test
    void followsASeasonThatChangesByTheShareGamma() {
        Forecaster forecaster = withPeriod(1, 0, 0.5, 4);
        observe(forecaster, 10, 10, 30, 10, 10, 10, 50, 10);
        // half of a peak of 20, then half of what is missing to one of 40
        assertThat(forecaster.predict(3)).isCloseTo(10 + 25, within(1e-9));
    }

    @Test
    void takesGrowthForTrendAndNotForSeason() {
        Forecaster seasonal = withPeriod(0.5, 0.5, 0, 48);
        Forecaster plain = withPeriod(0.5, 0.5, 0, 1000);
        for (int i = 0; i < 60; i++) {
            observe(seasonal, 10 * i);
            observe(plain, 10 * i);
        }
        assertThat(seasonal.predict(1)).isCloseTo(plain.predict(1), within(1e-9));
        assertThat(seasonal.predict(30)).isCloseTo(plain.predict(30), within(1e-9));
    }

    @Test
    void fillsSlotsThatTheFirstPeriodMissedFromTheirNeighbours() {
        Forecaster gappy = withPeriod(1, 0, 0, 6);
        observe(gappy, 10, 16);
        gappy.observeGap();
        gappy.observeGap();
        observe(gappy, 40);
        gappy.observeGap();
        Forecaster whole = withPeriod(1, 0, 0, 6);
        observe(whole, 10, 16, 24, 32, 40, 25);
        double difference = gappy.predict(1) - whole.predict(1);
        for (int steps = 1; steps <= 6; steps++) {
            assertThat(gappy.predict(steps))
                    .isCloseTo(whole.predict(steps) + difference, within(1e-9));
        }
    }

    @Test
    void fillsAGapAtAPeriodsStartFromThePeriodBefore() {
        Forecaster forecaster = withPeriod(1, 0, 0.5, 4);
        observe(forecaster, 10, 10, 30, 10);
        forecaster.observeGap();
        observe(forecaster, 10, 30, 10);
        // as if the absent sample had been 10: half, then half of the rest
        assertThat(forecaster.predict(1)).isCloseTo(10, within(1e-9));
        assertThat(forecaster.predict(3)).isCloseTo(10 + 15, within(1e-9));
    }

    @Test
    void leavesOutAPeriodThatIsMostlyMissing() {
        Forecaster forecaster = withPeriod(1, 0, 0, 4);
        observe(forecaster, 10);
        for (int i = 0; i < 3; i++) {
            forecaster.observeGap();
        }
        observe(forecaster, 10, 10, 30);
        assertThat(forecaster.predict(4)).as("no season yet").isEqualTo(30);
        observe(forecaster, 10);
        assertThat(forecaster.predict(3)).isCloseTo(20, within(1e-9));
    }

    @Test
    void learnsTheSeasonAlikeFromCoarseAndFineSamples() {
        // shares 1/2, 1/3, then 0.3: of a peak of 50 so much is missed after five periods, and of
        // what is then missing to 70 after five more
        double first = 50 * (1 - StrictMath.pow(0.7, 3) / 3);
        double expected = 70 - (70 - first) * StrictMath.pow(0.7, 5);
        assertThat(peakAfterShift(new Season(12, 1))).isCloseTo(expected, within(1e-9));
        assertThat(peakAfterShift(new Season(240, 20))).isCloseTo(expected, within(2.0));
    }

    /** How high the season's peak is after five periods with one of 50 and five with one of 70. */
    private static double peakAfterShift(Season season) {
        Forecaster forecaster =
                new HoltWintersForecaster(new HoltWintersSettings(0.3, 0, 0.3, 0.5, season));
        int length = season.slotLength();
        for (int i = 0; i < 120 * length; i++) {
            int slot = i / length % 12;
            double peak = i < 60 * length ? 100 : 120;
            forecaster.observe(slot >= 5 && slot <= 7 ? peak : 50);
        }
        return forecaster.predict(6 * length + (length + 1) / 2) - forecaster.predict(1);
    }

    @Test
    void beatsBothNaivesOnANoisySeasonWithBandsThatHold() {
        RegularSeries series = noisySeason(7, 48, 40);
        RollingOrigin rolling = new RollingOrigin(series, 6);
        int[] origins = rolling.spreadOrigins(200);
        HorizonAccuracy holtWinters =
                accuracy(
                        rolling,
                        new HoltWintersForecaster(HoltWintersSettings.forPeriod(48)),
                        origins);
        HorizonAccuracy naive = accuracy(rolling, new NaiveForecaster(), origins);
        HorizonAccuracy seasonal = accuracy(rolling, new SeasonalNaiveForecaster(48), origins);

        assertThat(holtWinters.mase().orElseThrow())
                .isLessThan(naive.mase().orElseThrow())
                .isLessThan(seasonal.mase().orElseThrow());
        assertThat(holtWinters.wql().orElseThrow()).isLessThan(seasonal.wql().orElseThrow());
        assertThat(holtWinters.coverage90().orElseThrow()).isBetween(0.85, 0.95);
    }

    private static HorizonAccuracy accuracy(
            RollingOrigin rolling, Forecaster forecaster, int... origins) {
        return rolling.accuracy(() -> new EmpiricalIntervals(forecaster, 6), origins).getFirst();
    }

    private static RegularSeries noisySeason(long seed, int period, int periods) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[period * periods];
        for (int i = 0; i < values.length; i++) {
            double season = 100 + 50 * StrictMath.sin(2 * Math.PI * i / period);
            values[i] = season + 5 * random.nextGaussian();
        }
        return TestSeries.of(values);
    }

    @Test
    void refusesStateOfAnotherSeason() {
        byte[] state = bytes(withPeriod(0.5, 0, 0, 7));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> forecaster().restore(new StateReader(state)))
                .withMessage("state has an array of 7, these settings want 3");
    }
}
