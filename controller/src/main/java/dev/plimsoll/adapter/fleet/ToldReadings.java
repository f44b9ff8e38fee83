// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.fleet;

import dev.plimsoll.model.Cadence;
import dev.plimsoll.telemetry.Reading;
import dev.plimsoll.telemetry.Reading.Cause;
import dev.plimsoll.telemetry.Readings;
import dev.plimsoll.telemetry.ReplicaReading;
import dev.plimsoll.telemetry.Signal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What a fleet told of one workload, by its own clock and not judged yet. Immutable. */
record ToldReadings(Map<Signal, Told> signals, List<ToldReplica> replicas) {
    /**
     * A reading as it was told.
     *
     * @param value NaN where it was no number
     * @param at empty where it was no instant
     */
    record Told(double value, Optional<Instant> at) {
        private Reading reading(UnaryOperator<Instant> ours, Instant now, Cadence cadence) {
            return at.map(it -> Reading.of(value, ours.apply(it), now, cadence))
                    .orElseGet(() -> new Reading.Absent(Cause.INVALID));
        }
    }

    /** What was told of one replica. */
    record ToldReplica(String name, Map<Signal, Told> signals) {
        private Reading reading(
                Signal signal, UnaryOperator<Instant> ours, Instant now, Cadence cadence) {
            Told told = signals.get(signal);
            return told == null ? Reading.NEVER_SEEN : told.reading(ours, now, cadence);
        }
    }

    /**
     * What it is worth.
     *
     * @param ours an instant of the fleet's clock by the clock of {@code now}
     */
    Readings readings(UnaryOperator<Instant> ours, Instant now, Cadence cadence) {
        Map<Signal, Reading> readings = new EnumMap<>(Signal.class);
        signals.forEach((signal, told) -> readings.put(signal, told.reading(ours, now, cadence)));
        List<ReplicaReading> ofReplicas =
                replicas.stream()
                        .map(replica ->
                                new ReplicaReading(
                                        replica.name(),
                                        replica.reading(Signal.UTILIZATION, ours, now, cadence),
                                        replica.reading(Signal.SESSIONS, ours, now, cadence)))
                        .toList();
        return Readings.of(readings, ofReplicas);
    }
}
