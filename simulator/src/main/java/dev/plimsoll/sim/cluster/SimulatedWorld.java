// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.cluster;

import dev.plimsoll.model.Pool;
import dev.plimsoll.model.Workload;
import java.time.Instant;

/** One service, what can be seen of it, what its owner asks for, and what its nodes hold. */
public record SimulatedWorld(
        Workload workload,
        Instant start,
        SimulatedService service,
        SimulatedTelemetry telemetry,
        Pool nodes) {

    /** The present, in seconds since the start. */
    public long second() {
        return service.now();
    }

    public Instant now() {
        return start.plusSeconds(second());
    }
}
