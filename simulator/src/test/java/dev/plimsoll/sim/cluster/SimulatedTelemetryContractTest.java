// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.cluster;

import dev.plimsoll.telemetry.TelemetrySource;
import dev.plimsoll.telemetry.TelemetrySourceContract;
import java.util.List;

/** What is seen of a simulated service keeps the promises of a telemetry source. */
class SimulatedTelemetryContractTest extends TelemetrySourceContract {
    private static final int INTERVAL = (int) CADENCE.metricsInterval().toSeconds();

    @Override
    protected TelemetrySource measured(double demand, double utilization) {
        return telemetry(demand, utilization, TelemetryFaults.NONE);
    }

    @Override
    protected TelemetrySource silent() {
        var outage = new TelemetryFaults.Outage(0, 86_400, TelemetryFaults.Kind.ABSENT);
        return telemetry(30, 0.5, new TelemetryFaults(0, List.of(outage), 1));
    }

    private static TelemetrySource telemetry(
            double demand, double utilization, TelemetryFaults faults) {
        var telemetry =
                new SimulatedTelemetry(
                        WEB, END.minusSeconds(INTERVAL), CADENCE, Visibility.USUAL.with(faults));
        var step = Steps.served(demand, 4, utilization, 0.06, 0.2, false);
        telemetry.record(step, INTERVAL, INTERVAL, true);
        return telemetry;
    }
}
