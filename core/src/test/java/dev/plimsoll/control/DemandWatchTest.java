// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.capacity.Capacity;
import dev.plimsoll.capacity.LeadTime;
import dev.plimsoll.forecast.DemandBound;
import dev.plimsoll.forecast.LookaheadBound;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import dev.plimsoll.model.Workload;
import dev.plimsoll.model.Workloads;
import dev.plimsoll.plan.PredictivePolicy;
import dev.plimsoll.plan.ReactivePolicy;
import dev.plimsoll.telemetry.Readings;
import dev.plimsoll.telemetry.Signal;
import dev.plimsoll.telemetry.TestReadings;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The series that forecasters learn from, compared with one fed by hand. */
class DemandWatchTest {
    private static final Workload WEB = Workloads.web();
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    private static final Capacity CAPACITY = new Capacity.Known(50, 0.8, Capacity.Basis.LEARNED);

    /** No spread: the p95 is the median. */
    private static final LeadTime LEAD_TIME = new LeadTime(40, 0);

    /** 15 s of delay, 40 s of lead time and 15 s to the next cycle are five intervals of 15 s. */
    private static final int HORIZON = 5;

    private final DemandWatch watch = DemandWatch.forPolicy(new PredictivePolicy(), WEB);
    private final LookaheadBound byHand =
            LookaheadBound.forInterval(WEB.cadence().metricsInterval(), WEB.violationCost());

    @Test
    void takesEachIntervalOnce() {
        see(demand(0, 100));
        see(demand(0, 100));
        see(demand(15, 110));
        see(demand(0, 100));
        byHand.observe(100, HORIZON, 50);
        byHand.observe(110, HORIZON, 50);
        assertSameSeries(15);
    }

    /** Half an interval of jitter is no gap. */
    @ParameterizedTest
    @CsvSource({"15, 0", "22, 0", "23, 1", "30, 1", "45, 2", "150, 9"})
    void anIntervalThatWasNeverReadIsAGap(long later, int gaps) {
        see(demand(0, 100));
        see(demand(later, 110));
        byHand.observe(100, HORIZON, 50);
        for (int i = 0; i < gaps; i++) {
            byHand.observeGap();
        }
        byHand.observe(110, HORIZON, 50);
        assertSameSeries(later);
    }

    @Test
    void whatIsNotFreshOrWithoutCapacityIsNotTaken() {
        see(Readings.NONE);
        see(TestReadings.at(START).stale(Signal.DEMAND, 100).readings());
        watch.observe(demand(0, 100), LEAD_TIME, Capacity.UNKNOWN);
        assertThat(watch.bound()).isEqualTo(DemandBound.NONE);
        assertThat(bytes(watch))
                .isEqualTo(bytes(DemandWatch.forPolicy(new PredictivePolicy(), WEB)));
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
        byHand.observe(100, HORIZON, 50);
        for (int i = 0; i < gaps; i++) {
            byHand.observeGap();
        }
        byHand.observe(110, HORIZON, 50);
        assertSameSeries(15 * (silent + 1));
    }

    @Test
    void aPolicyThatDoesNotForecastHasNoBoundAndNoState() {
        DemandWatch idle = DemandWatch.forPolicy(new ReactivePolicy(1.2), WEB);
        idle.observe(demand(0, 100), LEAD_TIME, CAPACITY);
        assertThat(idle.bound()).isEqualTo(DemandBound.NONE);
        assertThat(bytes(idle)).isEmpty();
        idle.restore(new StateReader(new byte[0]));
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
