// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plimsoll.adapter.fleet.FleetClient.Reply;
import dev.plimsoll.model.Cadence;
import dev.plimsoll.model.WorkloadId;
import dev.plimsoll.telemetry.Reading;
import dev.plimsoll.telemetry.Reading.Cause;
import dev.plimsoll.telemetry.Readings;
import dev.plimsoll.telemetry.Signal;
import dev.plimsoll.telemetry.TelemetrySource;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The fleet as a source of readings. It is asked once for all workloads, before they are read.
 * While it does not answer, every signal that it ever told is absent, with the cause. Thread-safe.
 */
public final class FleetTelemetry implements TelemetrySource {
    private final FleetClient client;
    private final Function<WorkloadId, Cadence> cadences;
    private final FleetClock clock;
    private volatile Said said =
            new Said(Optional.of(Cause.UNREACHABLE), EnumSet.noneOf(Signal.class), Map.of());

    /**
     * What a fleet said when it was asked last.
     *
     * @param silence why it said nothing
     * @param signals that it has ever told
     * @param workloads by their ids in words
     */
    private record Said(
            Optional<Cause> silence, Set<Signal> signals, Map<String, ToldReadings> workloads) {}

    /**
     * A source that was not asked yet.
     *
     * @param cadences by which the readings of a workload are fresh or old
     * @param clock by which they are dated
     */
    public FleetTelemetry(
            FleetClient client, Function<WorkloadId, Cadence> cadences, FleetClock clock) {
        this.client = client;
        this.cadences = cadences;
        this.clock = clock;
    }

    /** Asks what there is to be read now. One asks at a time. */
    public void refresh() {
        said =
                switch (client.get("/v1/readings")) {
                    case Reply.Said(int status, var body)
                            when status == 200 && body.path("workloads").isArray() ->
                            told(body.path("workloads"));
                    case Reply.Said _ -> silent(Cause.UNREADABLE);
                    case Reply.Silent(var fault, var _) ->
                            silent(
                                    switch (fault) {
                                        case UNREADABLE -> Cause.UNREADABLE;
                                        case UNREACHABLE, TIMED_OUT, FAULTY, INTERRUPTED ->
                                                Cause.UNREACHABLE;
                                    });
                };
    }

    private Said silent(Cause cause) {
        return new Said(Optional.of(cause), said.signals(), Map.of());
    }

    private Said told(JsonNode array) {
        Map<String, ToldReadings> workloads = new HashMap<>();
        Set<Signal> signals = EnumSet.noneOf(Signal.class);
        signals.addAll(said.signals());
        ReadingsJson json = new ReadingsJson();
        for (JsonNode node : array) {
            ToldReadings told = json.read(node);
            workloads.putIfAbsent(
                    node.path("namespace").asText() + "/" + node.path("name").asText(), told);
            signals.addAll(told.signals().keySet());
        }
        return new Said(Optional.empty(), signals, workloads);
    }

    @Override
    public Readings read(WorkloadId workload, Instant now) {
        Said last = said;
        if (last.silence().isPresent()) {
            return absent(last.signals(), last.silence().get());
        }
        ToldReadings told = last.workloads().get(workload.toString());
        return told == null
                ? Readings.NONE
                : told.readings(clock::ours, now, cadences.apply(workload));
    }

    /** What was never told stays so; of a fleet that never answered nothing is known. */
    private static Readings absent(Set<Signal> told, Cause cause) {
        Map<Signal, Reading> readings = new EnumMap<>(Signal.class);
        Set<Signal> signals = told.isEmpty() ? EnumSet.allOf(Signal.class) : told;
        signals.forEach(signal -> readings.put(signal, new Reading.Absent(cause)));
        return Readings.of(readings);
    }
}
