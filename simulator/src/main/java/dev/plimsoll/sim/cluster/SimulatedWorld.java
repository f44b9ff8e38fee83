// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.cluster;

import dev.plimsoll.model.Workload;
import java.time.Instant;

/** One service, what can be seen of it, and what its owner asks for. */
public record SimulatedWorld(
        Workload workload, Instant start, SimulatedService service, SimulatedTelemetry telemetry) {

    /** The present, in seconds since the start. */
    public long second() {
        return service.now();
    }

    public Instant now() {
        return start.plusSeconds(second());
    }
}
