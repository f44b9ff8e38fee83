// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.model.InvalidInputException;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import dev.plimsoll.sim.score.Scores;
import dev.plimsoll.sim.workload.Trace;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WrongForecastsTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @ParameterizedTest
    @CsvSource({"shifted, 15", "zero, 0", "stuck, 1", "tenfold, 240", "alternating, 0"})
    void areWrongInTheirOwnWay(String kind, double expected) {
        var wrong = new WrongForecasts(WrongForecasts.Kind.named(kind).orElseThrow(), HOUR);
        for (int hour = 1; hour <= 25; hour++) {
            wrong.observe(hour == 25 ? 24 : hour);
        }
        double[] opinions = new double[2];
        wrong.ahead(2, opinions);
        assertThat(opinions[0]).as("the last value").isEqualTo(24);
        assertThat(opinions[1]).as(kind).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void goOnTheSameAfterARestore(WrongForecasts.Kind kind) {
        var live = new WrongForecasts(kind, HOUR);
        for (int hour = 0; hour < 30; hour++) {
            live.observe(hour);
        }
        StateWriter out = new StateWriter();
        live.save(out);
        var restored = new WrongForecasts(kind, HOUR);
        restored.restore(new StateReader(out.toBytes()));
        double[] expected = new double[2];
        double[] opinions = new double[2];
        for (int hour = 0; hour < 30; hour++) {
            live.observe(7);
            restored.observe(7);
            live.ahead(3, expected);
            restored.ahead(3, opinions);
            assertThat(opinions).isEqualTo(expected);
        }
    }

    /** No more than 5 % (+ 0.0001) more violations, and 15 % more replica-hours, than reactive. */
    @ParameterizedTest
    @EnumSource
    void doLittleHarm(WrongForecasts.Kind kind) {
        BacktestCase day = BacktestCase.of(demand(), BacktestSettings.defaults(40));
        Scores reactive = played(day, "reactive");
        Scores misled = played(day, "predictive:forecast=" + kind.label());
        assertThat(misled.sloViolationRatio().orElseThrow())
                .isLessThanOrEqualTo(1.05 * reactive.sloViolationRatio().orElseThrow() + 0.0001);
        assertThat(misled.usage().replicaHours().orElseThrow())
                .isLessThanOrEqualTo(1.15 * reactive.usage().replicaHours().orElseThrow());
    }

    @Test
    void areRefusedWhereTheyAreNotKnown() {
        assertThatThrownBy(() -> PolicySpec.parse("predictive:forecast=lucky"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("alternating");
        assertThatThrownBy(() -> PolicySpec.parse("predictive:without=luck"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("cost-quantile");
    }

    private static Scores played(BacktestCase replay, String policy) {
        return new Simulation(replay, PolicySpec.parse(policy)).run().scores();
    }

    /** Two days, with crowds of twenty minutes. */
    private static Trace demand() {
        int minutes = 2 * 1440;
        double[] times = new double[minutes];
        double[] values = new double[minutes];
        for (int minute = 0; minute < minutes; minute++) {
            times[minute] = 60.0 * minute;
            values[minute] = 300 + 200 * StrictMath.sin(minute / 229.0) + crowd(minute);
        }
        return Trace.of("crowds", times, values);
    }

    private static double crowd(int minute) {
        return minute % 400 < 20 ? 300 : 0;
    }
}
