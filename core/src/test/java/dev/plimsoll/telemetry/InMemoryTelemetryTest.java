// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InMemoryTelemetryTest extends TelemetrySourceContract {
    @Override
    protected TelemetrySource measured(double demand, double utilization) {
        InMemoryTelemetry telemetry = new InMemoryTelemetry(CADENCE);
        telemetry.report(WEB, Signal.DEMAND, demand, END);
        telemetry.report(WEB, Signal.UTILIZATION, utilization, END);
        return telemetry;
    }

    @Override
    protected TelemetrySource silent() {
        return new InMemoryTelemetry(CADENCE);
    }

    @Test
    void aSignalThatWasNotReportedIsAbsentBesideOneThatWas() {
        assertThat(measured(30, 0.5).read(WEB, END).of(Signal.MEAN_LATENCY))
                .isEqualTo(Reading.NEVER_SEEN);
    }

    @Test
    void theLastReportCounts() {
        InMemoryTelemetry telemetry = new InMemoryTelemetry(CADENCE);
        telemetry.report(WEB, Signal.DEMAND, 30, END);
        telemetry.report(WEB, Signal.DEMAND, 40, END.plusSeconds(15));
        assertThat(telemetry.read(WEB, END.plusSeconds(15)).of(Signal.DEMAND))
                .isEqualTo(new Reading.Fresh(40, END.plusSeconds(15)));
    }
}
