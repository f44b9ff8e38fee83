// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class ErrorScaleTest {
    private static final int HOUR = 240;

    @Test
    void theScaleOfLateFollowsUnrestHalfWayAndRemembersItForADay() {
        var late = new ErrorScale.OfLate();
        learn(late, 5_760, time -> 1);
        assertThat(late.at(0)).isCloseTo(1, within(1e-9));
        for (int i = 0; i < 600; i++) {
            late.learn(11, i);
        }
        // the mean of the quarter of an hour is at 11, that of the day 10 * (1 - e^-0.104) above 1
        assertThat(late.at(0)).isCloseTo(6.5, within(0.1));
    }

    @Test
    void theScaleOfTheHourKnowsItsPlaces() {
        var hourly = new ErrorScale.OfHour(HOUR);
        learn(hourly, 24 * HOUR, time -> time % HOUR == 40 ? 12 : 0);
        // (24 hours of 12, of which little has faded, and 4 of the mean 0.05) / 28
        assertThat(hourly.at(30L * HOUR + 40)).isBetween(9.0, 10.5);
        assertThat(hourly.at(30L * HOUR + 41)).isLessThan(0.01);
    }

    @Test
    void theScaleOfTheHourBelievesTheDayAtFirst() {
        var hourly = new ErrorScale.OfHour(HOUR);
        hourly.learn(2, 0);
        assertThat(hourly.at(1)).isEqualTo(2);
    }

    /** A place that is visited for ever counts as its recursion says, to the last bit. */
    @Test
    void aPlaceFadesWithEachVisit() {
        var hourly = new ErrorScale.OfHour(2);
        float errors = 0;
        double count = 0;
        for (int hour = 0; hour < 5_000; hour++) {
            hourly.learn(3, 2L * hour);
            errors = (float) (errors + (3 - 1.0 / 48 * errors));
            count += 1 - 1.0 / 48 * count;
            assertThat(hourly.at(0)).as("hour %d", hour).isEqualTo((12.0 + errors) / (count + 4));
        }
    }

    @Test
    void bothComeBackFromTheirSnapshots() {
        for (ErrorScale[] pair :
                new ErrorScale[][] {
                    {new ErrorScale.OfLate(), new ErrorScale.OfLate()},
                    {new ErrorScale.OfHour(HOUR), new ErrorScale.OfHour(HOUR)}
                }) {
            learn(pair[0], 700, time -> time % 7);
            var out = new StateWriter();
            pair[0].save(out);
            pair[1].restore(new StateReader(out.toBytes()));
            learn(pair[0], 300, time -> time % 5);
            learn(pair[1], 300, time -> time % 5);
            for (int place = 0; place < HOUR; place++) {
                assertThat(pair[1].at(place)).isEqualTo(pair[0].at(place));
            }
        }
    }

    private static void learn(ErrorScale scale, int samples, IntToDoubleFunction error) {
        for (int i = 0; i < samples; i++) {
            scale.learn(error.applyAsDouble(i), i);
        }
    }
}
