// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.plimsoll.forecast.Forecaster;
import dev.plimsoll.forecast.ForecasterContract;
import dev.plimsoll.forecast.HostileSeries;
import dev.plimsoll.forecast.RandomSeries;
import dev.plimsoll.forecast.RegularSeries;
import dev.plimsoll.forecast.TestSeries;
import dev.plimsoll.forecast.naive.NaiveForecaster;
import dev.plimsoll.forecast.naive.SeasonalNaiveForecaster;
import dev.plimsoll.forecast.smoothing.HoltWintersForecaster;
import dev.plimsoll.forecast.smoothing.HoltWintersSettings;
import dev.plimsoll.model.StateReader;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EventForecasterTest extends ForecasterContract {
    private static final int[] DAYS = {3, 8, 15};
    private static final int[] HORIZONS = {1, 2, 12, 13, 500, Integer.MAX_VALUE};

    @Override
    protected Forecaster forecaster() {
        List<CalendarEvent> events =
                List.of(
                        Launches.event("launch", 5, 8),
                        Launches.event("sale", 9, 12),
                        Launches.event("launch", 30, 8),
                        Launches.event("launch", 34, 30),
                        Launches.event("launch", 90, 10));
        return new EventForecaster(new NaiveForecaster(), Launches.calendar(events));
    }

    /** Unlike other forecasters: an absent sample moves time on, and with it all events nearer. */
    @Override
    @Test
    protected void gapsBeforeTheFirstSampleAreNoHistory() {
        EventCalendar none = Launches.calendar(List.of());
        Forecaster late = new EventForecaster(new SeasonalNaiveForecaster(12), none);
        late.observeGap();
        Forecaster prompt = new EventForecaster(new SeasonalNaiveForecaster(12), none);
        RandomSeries.feed(late, RandomSeries.withGaps(1, 40), 0, 40);
        RandomSeries.feed(prompt, RandomSeries.withGaps(1, 40), 0, 40);
        assertThat(late.predict(7)).isEqualTo(prompt.predict(7));
    }

    static Stream<Arguments> models() {
        List<Supplier<Forecaster>> models =
                List.of(
                        NaiveForecaster::new,
                        () -> new SeasonalNaiveForecaster(Launches.DAY),
                        () ->
                                new HoltWintersForecaster(
                                        HoltWintersSettings.forPeriod(Launches.DAY)));
        return models.stream()
                .flatMap(model ->
                        LongStream.range(1, 6)
                                .mapToObj(seed -> Arguments.of(model.get().name(), seed, model)));
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("models")
    void theThirdLaunchIsForeseen(String name, long seed, Supplier<Forecaster> model) {
        double[] demand = Launches.demand(seed, 2.5, DAYS);
        EventCalendar calendar = Launches.named("launch", DAYS);
        double with = launchError(new EventForecaster(model.get(), calendar), demand);
        double without = launchError(model.get(), demand);
        assertThat(with).isLessThan(without / 3);
    }

    /** Over the third launch, of forecasts made just before it. */
    private static double launchError(Forecaster forecaster, double... demand) {
        int start = Launches.at(DAYS[2]);
        RandomSeries.feed(forecaster, TestSeries.of(demand), 0, start);
        double error = 0;
        for (int steps = 1; steps <= Launches.LENGTH; steps++) {
            error += Math.abs(forecaster.predict(steps) - demand[start + steps - 1]);
        }
        return error;
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("models")
    void noDaySeesALaunchAgainThatIsNotInTheCalendar(
            String name, long seed, Supplier<Forecaster> model) {
        double[] demand = Launches.demand(seed, 2.5, DAYS);
        Forecaster forecaster = new EventForecaster(model.get(), Launches.named("launch", DAYS));
        int dayAfter = Launches.at(DAYS[2] + 1);
        RandomSeries.feed(forecaster, TestSeries.of(demand), 0, dayAfter);
        for (int steps = 1; steps <= Launches.LENGTH; steps++) {
            double quiet = Launches.quiet(dayAfter + steps - 1);
            assertThat(forecaster.predict(steps)).isLessThan(1.6 * quiet);
        }
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("models")
    void aNameThatNeverOccurredChangesNothing(String name, long seed, Supplier<Forecaster> model) {
        double[] demand = Launches.demand(seed, 1);
        Forecaster with = new EventForecaster(model.get(), Launches.named("launch", 15));
        Forecaster without = model.get();
        int start = Launches.at(15);
        RandomSeries.feed(with, TestSeries.of(demand), 0, start);
        RandomSeries.feed(without, TestSeries.of(demand), 0, start);
        for (int steps = 1; steps <= 2 * Launches.LENGTH; steps++) {
            assertThat(with.predict(steps)).isEqualTo(without.predict(steps));
        }
        assertThat(with.name()).isEqualTo(name + "+events");
    }

    private static EventForecaster naive(EventCalendar calendar, int size, int... days) {
        EventForecaster forecaster = new EventForecaster(new NaiveForecaster(), calendar);
        RandomSeries.feed(forecaster, TestSeries.of(flat(days)), 0, size);
        return forecaster;
    }

    /** 100, and 300 during launches. */
    private static double[] flat(int... days) {
        double[] values = new double[20 * Launches.DAY];
        Arrays.fill(values, 100);
        for (int day : days) {
            Arrays.fill(values, Launches.at(day), Launches.at(day) + Launches.LENGTH, 300);
        }
        return values;
    }

    @Test
    void learnsWhileTheFirstOneRunsAndKnowsWhenItEnds() {
        EventForecaster forecaster = naive(Launches.named("launch", 3), Launches.at(3) + 1, 3);
        assertThat(forecaster.predict(1)).isCloseTo(300, within(1e-9));
        assertThat(forecaster.predict(Launches.LENGTH - 1)).isCloseTo(300, within(1e-9));
        assertThat(forecaster.predict(Launches.LENGTH)).isCloseTo(100, within(1e-9));
    }

    @Test
    void oneOccurrenceCountsThreeQuartersTwoCountSixSevenths() {
        EventCalendar calendar = Launches.named("launch", DAYS);
        EventForecaster once = naive(calendar, Launches.at(8), 3);
        assertThat(once.factor(1)).isCloseTo(StrictMath.pow(3, 0.75), within(1e-9));
        EventForecaster twice = naive(calendar, Launches.at(15), 3, 8);
        assertThat(twice.factor(Launches.LENGTH))
                .isCloseTo(StrictMath.pow(3, 6.0 / 7), withinPercentage(1));
        assertThat(twice.factor(Launches.LENGTH + 1)).isEqualTo(1);
    }

    @Test
    void aLaunchThatFailsIsFollowedDown() {
        EventCalendar calendar = Launches.named("launch", DAYS);
        EventForecaster forecaster = naive(calendar, Launches.at(8) + 3, 3);
        assertThat(forecaster.predict(Launches.LENGTH - 3)).isLessThan(140);
    }

    @Test
    void aSpikeWithinALaunchIsNotItsEffect() {
        double[] demand = flat(3);
        demand[Launches.at(3) + 1] = 50_000;
        EventForecaster forecaster =
                new EventForecaster(new NaiveForecaster(), Launches.named("launch", DAYS));
        RandomSeries.feed(forecaster, TestSeries.of(demand), 0, Launches.at(8));
        assertThat(forecaster.factor(1)).isBetween(1.5, 3.0);
    }

    @Test
    void eventsThatOverlapMultiply() {
        int size = 300;
        double[] demand = new double[size];
        Arrays.fill(demand, 100);
        Arrays.fill(demand, 50, 60, 200);
        Arrays.fill(demand, 100, 110, 300);
        List<CalendarEvent> events =
                List.of(
                        Launches.event("launch", 50, 10),
                        Launches.event("sale", 100, 10),
                        Launches.event("launch", 200, 10),
                        Launches.event("sale", 205, 10));
        EventForecaster forecaster =
                new EventForecaster(new NaiveForecaster(), Launches.calendar(events));
        RandomSeries.feed(forecaster, TestSeries.of(demand), 0, 150);
        double launch = StrictMath.pow(2, 0.75);
        double sale = StrictMath.pow(3, 0.75);
        assertThat(forecaster.factor(201 - 150)).isCloseTo(launch, within(1e-9));
        assertThat(forecaster.factor(206 - 150)).isCloseTo(launch * sale, within(1e-9));
        assertThat(forecaster.factor(211 - 150)).isCloseTo(sale, within(1e-9));
    }

    @Test
    void anEventUnderWayBeforeTheFirstSampleTeachesNothing() {
        List<CalendarEvent> events =
                List.of(Launches.event("launch", -3, 10), Launches.event("launch", 50, 10));
        EventForecaster forecaster =
                new EventForecaster(new NaiveForecaster(), Launches.calendar(events));
        RandomSeries.feed(forecaster, TestSeries.of(flat()), 0, 40);
        assertThat(forecaster.factor(11)).isEqualTo(1);
    }

    @Test
    void theEffectIsBounded() {
        double[] demand = flat();
        Arrays.fill(demand, Launches.at(3), Launches.at(3) + Launches.LENGTH, 1e12);
        EventForecaster forecaster =
                new EventForecaster(new NaiveForecaster(), Launches.named("launch", 3, 4));
        RandomSeries.feed(forecaster, TestSeries.of(demand), 0, Launches.at(3) + 2);
        assertThat(forecaster.factor(1)).isCloseTo(100, within(1e-9));
    }

    @Test
    void theBaselineOfAHistoryIsWithoutItsEvents() {
        EventForecaster forecaster =
                naive(Launches.named("launch", DAYS), Launches.at(8) + 4, 3, 8);
        double[] recent = Arrays.copyOfRange(flat(3, 8), Launches.at(3) - 5, Launches.at(8) + 4);
        RegularSeries baseline = forecaster.baseline(TestSeries.of(recent));
        assertThat(baseline.at(0)).isEqualTo(100);
        assertThat(baseline.at(5)).isBetween(99.0, 140.0);
        assertThat(baseline.at(5 + Launches.LENGTH)).isEqualTo(100);
        assertThat(baseline.at(baseline.size() - 1)).isBetween(99.0, 120.0);
    }

    @Test
    void whatWasLearnedOutlivesTheCalendar() {
        EventForecaster before = naive(Launches.named("launch", 3), Launches.at(8), 3);
        EventForecaster after =
                new EventForecaster(new NaiveForecaster(), Launches.named("launch", 8));
        after.restore(new StateReader(bytes(before)));
        assertThat(before.factor(1)).isEqualTo(1);
        assertThat(after.factor(1)).isCloseTo(StrictMath.pow(3, 0.75), within(1e-9));
    }

    @Test
    void refusesStateOfOtherSteps() {
        byte[] state = bytes(forecaster());
        EventCalendar other = new EventCalendar(Instant.EPOCH, Duration.ofMinutes(1), List.of());
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new EventForecaster(new NaiveForecaster(), other)
                                .restore(new StateReader(state)))
                .withMessage(
                        "state has steps of 1800000 ms from 2026-03-01T00:00:00Z, this calendar has"
                                + " 60000 ms from 1970-01-01T00:00:00Z");
    }

    static LongStream seeds() {
        return LongStream.range(0, 1000);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void survivesHostileSeries(long seed) {
        RegularSeries series = HostileSeries.of(seed);
        Forecaster holtWinters = new HoltWintersForecaster(HoltWintersSettings.forPeriod(12));
        List<CalendarEvent> events =
                Stream.iterate(3, start -> start < 500, start -> start + 20)
                        .map(start -> Launches.event("launch " + start % 3, start, 1 + start % 45))
                        .toList();
        Forecaster forecaster = new EventForecaster(holtWinters, Launches.calendar(events));
        for (int i = 0; i < series.size(); i++) {
            RandomSeries.feed(forecaster, series, i, i + 1);
            assertPlausible(forecaster, seed);
        }
    }

    private static void assertPlausible(Forecaster forecaster, long seed) {
        for (int steps : HORIZONS) {
            double predicted = forecaster.predict(steps);
            if (!(predicted >= 0 && predicted <= Double.MAX_VALUE)) {
                throw new AssertionError(
                        "%s, %d steps: %s".formatted(HostileSeries.kind(seed), steps, predicted));
            }
        }
    }
}
