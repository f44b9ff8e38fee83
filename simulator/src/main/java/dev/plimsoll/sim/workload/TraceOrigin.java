// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.workload;

import java.time.Instant;
import java.util.Optional;

/**
 * Where a trace begins.
 *
 * @param seconds the first sample's time as its time column counts: its seconds, or of ISO-8601
 *     times those since 1970
 * @param instant the same on the calendar, where the trace tells it
 */
record TraceOrigin(double seconds, Optional<Instant> instant) {
    /** A trace that begins at second 0 of nobody knows what. */
    static final TraceOrigin UNKNOWN = new TraceOrigin(0, Optional.empty());

    static TraceOrigin at(Instant instant) {
        double seconds = instant.getEpochSecond() + instant.getNano() / 1e9;
        return new TraceOrigin(seconds, Optional.of(instant));
    }

    TraceOrigin plus(double later) {
        return new TraceOrigin(
                seconds + later, instant.map(first -> first.plusNanos(Math.round(later * 1e9))));
    }
}
