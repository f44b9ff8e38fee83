// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.forecast.Forecast;
import dev.plimsoll.forecast.ensemble.EnsembleForecaster;
import dev.plimsoll.forecast.ensemble.EnsembleSettings;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventBandsTest {
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    private static final Duration STEP = Duration.ofMinutes(15);
    private static final int DAY = 96;
    private static final int HORIZON = 24;

    /** Launches of four hours at ten o'clock of the third, seventh and eleventh day. */
    private static final int[] LAUNCHES = {2 * DAY + 40, 6 * DAY + 40, 10 * DAY + 40};

    private static EnsembleForecaster ensemble() {
        return new EnsembleForecaster(EnsembleSettings.of(STEP, HORIZON));
    }

    private static EventBands withEvents(int launches) {
        List<CalendarEvent> events =
                IntStream.range(0, launches)
                        .mapToObj(i -> START.plus(STEP.multipliedBy(LAUNCHES[i])))
                        .map(start -> new CalendarEvent("launch", start, Duration.ofHours(4)))
                        .toList();
        return new EventBands(ensemble(), new EventCalendar(START, STEP, events));
    }

    private static double demand(int i, SplittableRandom random) {
        double usual = 100 + 40 * StrictMath.sin(2 * Math.PI * i / DAY) + random.nextGaussian();
        for (int launch : LAUNCHES) {
            if (i >= launch && i < launch + 16) {
                return 2.5 * usual;
            }
        }
        return usual;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void theThirdLaunchIsExpectedBeforeItBegins(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        EventBands knowing = withEvents(3);
        EnsembleForecaster unaware = ensemble();
        for (int i = 0; i < LAUNCHES[2] - 4; i++) {
            double value = demand(i, random);
            knowing.observe(value);
            unaware.observe(value);
        }
        Forecast expected = knowing.forecast(HORIZON);
        double knowingError = 0;
        double unawareError = 0;
        for (int step = 6; step <= 18; step++) {
            double actual = demand(LAUNCHES[2] - 5 + step, random);
            knowingError += Math.abs(actual - expected.at(step).q50());
            unawareError += Math.abs(actual - unaware.at(step).q50());
        }
        assertThat(knowingError).isLessThan(unawareError / 3);
        assertThat(expected.forecaster()).isEqualTo("ensemble+events");
    }

    @Test
    void aNameThatWasNeverSeenChangesNothing() {
        SplittableRandom random = new SplittableRandom(1);
        EventBands knowing = withEvents(1);
        EnsembleForecaster unaware = ensemble();
        for (int i = 0; i < LAUNCHES[0] - 1; i++) {
            double value = demand(i, random);
            knowing.observe(value);
            unaware.observe(value);
        }
        assertThat(knowing.forecast(HORIZON).steps()).isEqualTo(unaware.forecast(HORIZON).steps());
    }

    @Test
    void continuesExactlyAfterRestore() {
        SplittableRandom random = new SplittableRandom(1);
        EventBands original = withEvents(3);
        for (int i = 0; i < LAUNCHES[1] + 5; i++) {
            original.observe(demand(i, random));
        }
        original.observeGap();
        StateWriter out = new StateWriter();
        original.save(out);
        EventBands restored = withEvents(3);
        StateReader state = new StateReader(out.toBytes());
        restored.restore(state);
        state.end();
        for (int i = 0; i < 50; i++) {
            original.observe(100 + i);
            restored.observe(100 + i);
        }
        assertThat(restored.forecast(HORIZON)).isEqualTo(original.forecast(HORIZON));
    }
}
