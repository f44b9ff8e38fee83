// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.plimsoll.capacity.Capacity;
import dev.plimsoll.capacity.LeadTime;
import dev.plimsoll.forecast.Forecaster;
import dev.plimsoll.forecast.bound.BoundSource;
import dev.plimsoll.forecast.bound.DemandBound;
import dev.plimsoll.forecast.bound.Interval;
import dev.plimsoll.forecast.bound.LookAhead;
import dev.plimsoll.forecast.bound.Reach;
import dev.plimsoll.forecast.ensemble.ForecastModel;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import dev.plimsoll.model.Workload;
import dev.plimsoll.model.Workloads;
import dev.plimsoll.telemetry.Readings;
import dev.plimsoll.telemetry.Signal;
import dev.plimsoll.telemetry.TestReadings;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The series that forecasters learn from, compared with one fed by hand. */
class DemandWatchTest {
    private static final Workload WEB = Workloads.web();
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    private static final Capacity CAPACITY = new Capacity.Known(50, 0.8, Capacity.Basis.LEARNED);

    private static final LeadTime LEAD_TIME = new LeadTime(40, 0.25);

    /** 15 s of delay, 40 s of lead time and 15 s to the next cycle are five intervals of 15 s. */
    private static final int HORIZON = 5;

    /** What is given up is missing from the second interval on, as the reading is one old. */
    private static final Reach REACH = new Reach(2, HORIZON);

    private final DemandWatch watch = DemandWatch.of(LookAhead.LEAST_COST, WEB);
    private final BoundSource byHand = LookAhead.LEAST_COST.create(WEB).orElseThrow();

    @Test
    void takesEachIntervalOnce() {
        see(demand(0, 100));
        see(demand(0, 100));
        see(demand(15, 110));
        see(demand(0, 100));
        byHand.observe(new Interval(100, 50), REACH);
        byHand.observe(new Interval(110, 50), REACH);
        assertSameSeries(15);
    }

    /** Half an interval of jitter is no gap. */
    @ParameterizedTest
    @CsvSource({"15, 0", "22, 0", "23, 1", "30, 1", "45, 2", "150, 9"})
    void anIntervalThatWasNeverReadIsAGap(long later, int gaps) {
        see(demand(0, 100));
        see(demand(later, 110));
        byHand.observe(new Interval(100, 50), REACH);
        for (int i = 0; i < gaps; i++) {
            byHand.observeGap();
        }
        byHand.observe(new Interval(110, 50), REACH);
        assertSameSeries(later);
    }

    @Test
    void whatIsNotFreshOrWithoutCapacityIsNotTaken() {
        see(Readings.NONE);
        see(TestReadings.at(START).stale(Signal.DEMAND, 100).readings());
        watch.observe(demand(0, 100), LEAD_TIME, Capacity.UNKNOWN);
        assertThat(watch.bound()).isEqualTo(DemandBound.NONE);
        assertThat(bytes(watch)).isEqualTo(bytes(DemandWatch.of(LookAhead.LEAST_COST, WEB)));
    }

    /** Seven days of 5760 gaps are the four weeks of minutes that are enough. */
    @ParameterizedTest
    @CsvSource({
        "40320, 40320",
        "40321, 40321",
        "46079, 46079",
        "46080, 40320",
        "46081, 40321",
        "1000000, 43840"
    })
    void aVeryLongSilenceIsShortenedByWholeDays(long silent, int gaps) {
        see(demand(0, 100));
        see(demand(15 * (silent + 1), 110));
        byHand.observe(new Interval(100, 50), REACH);
        for (int i = 0; i < gaps; i++) {
            byHand.observeGap();
        }
        byHand.observe(new Interval(110, 50), REACH);
        assertSameSeries(15 * (silent + 1));
    }

    @Test
    void whoDoesNotLookAheadHasNoBoundAndNoState() {
        DemandWatch idle = DemandWatch.of(LookAhead.NONE, WEB);
        idle.observe(demand(0, 100), LEAD_TIME, CAPACITY);
        assertThat(idle.bound()).isEqualTo(DemandBound.NONE);
        assertThat(bytes(idle)).isEmpty();
        idle.restore(new StateReader(new byte[0]));
    }

    @ParameterizedTest
    @EnumSource
    void oneForecasterIsHeardAloneWhereItIsAskedFor(ForecastModel model) {
        DemandWatch single = DemandWatch.of(new LookAhead.By(model), WEB);
        Forecaster forecaster = model.every(Duration.ofSeconds(15));
        for (int interval = 0; interval < 40; interval++) {
            double value = 100 + interval * (interval % 7);
            single.observe(demand(15L * interval, value), LEAD_TIME, CAPACITY);
            forecaster.observe(value);
        }

        double largest =
                IntStream.rangeClosed(1, HORIZON).mapToDouble(forecaster::predict).max().orElse(-1);
        assertThat(single.bound())
                .isEqualTo(new DemandBound.Expected(model.label(), largest, HORIZON));
    }

    @Test
    void refusesTheStateOfAnotherForecaster() {
        byte[] naive = bytes(DemandWatch.of(new LookAhead.By(ForecastModel.NAIVE), WEB));
        DemandWatch other = DemandWatch.of(new LookAhead.By(ForecastModel.HOLT_WINTERS), WEB);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> other.restore(new StateReader(naive)))
                .withMessage("state of the forecaster naive, these settings want holt-winters");
    }

    private void see(Readings readings) {
        watch.observe(readings, LEAD_TIME, CAPACITY);
    }

    private static Readings demand(long second, double demand) {
        return TestReadings.at(START.plusSeconds(second)).fresh(Signal.DEMAND, demand).readings();
    }

    private void assertSameSeries(long newest) {
        assertThat(watch.bound()).isEqualTo(byHand.bound());
        StateWriter expected =
                new StateWriter().putLong(START.plusSeconds(newest).getEpochSecond()).putInt(0);
        byHand.save(expected);
        assertThat(bytes(watch)).isEqualTo(expected.toBytes());
    }

    private static byte[] bytes(DemandWatch watch) {
        StateWriter out = new StateWriter();
        watch.save(out);
        return out.toBytes();
    }
}
