// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.prometheus;

import static dev.plimsoll.adapter.prometheus.TelemetryRig.INTERVAL;
import static dev.plimsoll.adapter.prometheus.TelemetryRig.READABLE;
import static dev.plimsoll.adapter.prometheus.TelemetryRig.demand;
import static dev.plimsoll.adapter.prometheus.TelemetryRig.metric;
import static dev.plimsoll.adapter.prometheus.TelemetryRig.value;
import static dev.plimsoll.adapter.prometheus.TelemetryRig.watched;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.telemetry.Reading;
import dev.plimsoll.telemetry.Signal;
import dev.plimsoll.telemetry.TelemetrySource;
import dev.plimsoll.telemetry.TelemetrySourceContract;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is read, and when it is of. */
@Timeout(60)
class PrometheusTelemetryTest extends TelemetrySourceContract {
    private final TelemetryRig rig = new TelemetryRig();

    @AfterEach
    void close() throws Exception {
        rig.close();
    }

    @Override
    protected TelemetrySource measured(double demand, double utilization) {
        rig.answer("d", value(demand));
        rig.answer("u", value(utilization));
        return rig.refreshed(
                watched(WEB, metric(Signal.DEMAND, "d"), metric(Signal.UTILIZATION, "u")));
    }

    @Override
    protected TelemetrySource silent() {
        return rig.telemetry(watched(WEB, metric(Signal.DEMAND, "d")));
    }

    @Test
    void aValueIsTurnedIntoTheUnitOfTheSignal() {
        rig.answer("l", value(250));
        var telemetry =
                rig.refreshed(
                        watched(
                                WEB,
                                new WatchedMetric(
                                        Signal.TAIL_LATENCY, "prom", "l", 0.001, Labels.NONE)));
        assertThat(telemetry.read(WEB, READABLE).of(Signal.TAIL_LATENCY))
                .isEqualTo(new Reading.Fresh(0.25, END));
        assertThat(telemetry.problems()).isEmpty();
    }

    @Test
    void questionsAreMovedToTheClockOfTheServerAndReadingsStayOnOurs() {
        rig.setServerClock(READABLE.plus(Duration.ofDays(100)));
        rig.answer("d", value(30));
        var telemetry = rig.refreshed(watched(WEB, metric(Signal.DEMAND, "d")));
        assertThat(rig.timesOf("d")).containsExactly("1776211215.000");
        assertThat(demand(telemetry, WEB)).isEqualTo(new Reading.Fresh(30, END));
        assertThat(telemetry.clockDifferences())
                .containsExactly("source prom: its clock is 100 days ahead of ours");
        assertThat(telemetry.problems()).isEmpty();
    }

    @Test
    void ofASimulatedClockOnlyAServerThatIsOffTheWallIsSaid() {
        Instant wall = READABLE.plus(Duration.ofDays(100));
        var telemetry = rig.simulated(wall, watched(WEB, metric(Signal.DEMAND, "d")));
        rig.answer("d", value(30));
        rig.setServerClock(wall);
        telemetry.refresh(READABLE);
        assertThat(demand(telemetry, WEB)).isEqualTo(new Reading.Fresh(30, END));
        assertThat(telemetry.clockDifferences()).isEmpty();

        step(telemetry, wall.plus(Duration.ofHours(1)));
        assertThat(telemetry.clockDifferences())
                .containsExactly("source prom: its clock is 60 min ahead of ours");
        step(telemetry, wall.minus(Duration.ofHours(1)));
        assertThat(telemetry.clockDifferences())
                .containsExactly("source prom: its clock is 60 min behind ours");
        step(telemetry, wall);
        assertThat(telemetry.clockDifferences()).isEmpty();
    }

    /** The clock of the server is set; ours has come to the next interval. */
    private void step(PrometheusTelemetry telemetry, Instant server) {
        rig.setServerClock(server);
        Instant next = rig.clock().instant().plus(INTERVAL);
        rig.setClock(next);
        telemetry.refresh(next);
    }

    @Test
    void aSmallDifferenceOfTheClocksChangesNothing() {
        rig.setServerClock(READABLE.minusMillis(1900));
        rig.answer("d", value(30));
        var telemetry = rig.refreshed(watched(WEB, metric(Signal.DEMAND, "d")));
        assertThat(rig.timesOf("d")).containsExactly("1767571215.000");
        assertThat(telemetry.clockDifferences()).isEmpty();
    }

    @Test
    void aClockThatIsSetBackIsFollowed() {
        rig.answer("d", value(30));
        var telemetry = rig.refreshed(watched(WEB, metric(Signal.DEMAND, "d")));
        Instant earlier = READABLE.minus(INTERVAL.multipliedBy(100));
        rig.setClock(earlier);
        telemetry.refresh(earlier);
        assertThat(telemetry.read(WEB, earlier).of(Signal.DEMAND))
                .isEqualTo(new Reading.Fresh(30, END.minus(INTERVAL.multipliedBy(100))));
    }

    @Test
    void aMetricOfAServerThatThereIsNotIsABug() {
        assertThatThrownBy(() ->
                        rig.telemetry(
                                watched(
                                        WEB,
                                        new WatchedMetric(
                                                Signal.DEMAND, "prm", "d", 1, Labels.NONE))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'prm', which is none of the servers [prom]");
    }
}
