// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.Cadence;
import dev.plimsoll.model.WorkloadId;
import dev.plimsoll.model.Workloads;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every {@link TelemetrySource} promises. */
public abstract class TelemetrySourceContract {
    protected static final WorkloadId WEB = Workloads.WEB;
    protected static final Cadence CADENCE = Cadence.DEFAULT;

    /** The end of the interval that is measured. */
    protected static final Instant END = Instant.parse("2026-01-05T00:00:15Z");

    /** A source that measured {@link #WEB} once, over the interval up to {@link #END}. */
    protected abstract TelemetrySource measured(double demand, double utilization);

    /** A source to which nothing of {@link #WEB} ever came through. */
    protected abstract TelemetrySource silent();

    @Test
    public void everySignalOfAnUnknownWorkloadIsAbsent() {
        Readings readings = measured(30, 0.5).read(new WorkloadId("shop", "other"), readable());
        assertAllNeverSeen(readings);
    }

    @Test
    public void everySignalThatNeverCameThroughIsAbsentAndNotZero() {
        assertAllNeverSeen(silent().read(WEB, readable()));
    }

    @Test
    public void aValueTurnsFromFreshToStaleWithTime() {
        TelemetrySource source = measured(30, 0.5);
        Instant last = END.plus(CADENCE.freshFor());
        assertThat(source.read(WEB, readable()).of(Signal.DEMAND))
                .isEqualTo(new Reading.Fresh(30, END));
        assertThat(source.read(WEB, last).of(Signal.UTILIZATION))
                .isEqualTo(new Reading.Fresh(0.5, END));
        assertThat(source.read(WEB, last.plusNanos(1)).of(Signal.DEMAND))
                .isEqualTo(new Reading.Stale(30, END));
        assertThat(source.read(WEB, last.plusSeconds(86_400)).of(Signal.UTILIZATION))
                .isEqualTo(new Reading.Stale(0.5, END));
    }

    @Test
    public void aMeasuredZeroIsAValue() {
        assertThat(measured(0, 0).read(WEB, readable()).of(Signal.DEMAND))
                .isEqualTo(new Reading.Fresh(0, END));
    }

    @Test
    public void aValueThatIsNoQuantityIsAbsentAndTheOthersStay() {
        Readings readings = measured(30, Double.NaN).read(WEB, readable());
        assertThat(readings.of(Signal.UTILIZATION))
                .isEqualTo(new Reading.Absent(Reading.Cause.INVALID));
        assertThat(readings.of(Signal.DEMAND)).isEqualTo(new Reading.Fresh(30, END));
        assertThat(measured(30, Double.POSITIVE_INFINITY).read(WEB, readable()))
                .extracting(r -> r.of(Signal.UTILIZATION))
                .isEqualTo(new Reading.Absent(Reading.Cause.INVALID));
    }

    @Test
    public void readingChangesNothing() {
        TelemetrySource source = measured(30, 0.5);
        assertThat(source.read(WEB, readable())).isEqualTo(source.read(WEB, readable()));
    }

    private static Instant readable() {
        return END.plus(CADENCE.metricsDelay());
    }

    private static void assertAllNeverSeen(Readings readings) {
        for (Signal signal : Signal.values()) {
            assertThat(readings.of(signal)).as("%s", signal).isEqualTo(Reading.NEVER_SEEN);
        }
    }
}
