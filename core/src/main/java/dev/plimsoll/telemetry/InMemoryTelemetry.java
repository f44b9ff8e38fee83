// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.telemetry;

import dev.plimsoll.model.Cadence;
import dev.plimsoll.model.WorkloadId;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** The in-memory twin of a telemetry source: it knows what was reported to it. */
public final class InMemoryTelemetry implements TelemetrySource {
    private record Sample(double value, Instant at) {}

    private final Cadence cadence;
    private final Map<WorkloadId, Map<Signal, Sample>> samples = new TreeMap<>();

    public InMemoryTelemetry(Cadence cadence) {
        this.cadence = cadence;
    }

    /** Makes a value known, measured over the interval that ended at {@code at}. */
    public void report(WorkloadId workload, Signal signal, double value, Instant at) {
        samples.computeIfAbsent(workload, _ -> new EnumMap<>(Signal.class))
                .put(signal, new Sample(value, at));
    }

    @Override
    public Readings read(WorkloadId workload, Instant now) {
        Map<Signal, Reading> readings = new EnumMap<>(Signal.class);
        samples.getOrDefault(workload, Map.of())
                .forEach((signal, sample) ->
                        readings.put(
                                signal, Reading.of(sample.value(), sample.at(), now, cadence)));
        return Readings.of(readings);
    }
}
