// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plimsoll.adapter.fleet.ToldReadings.Told;
import dev.plimsoll.adapter.fleet.ToldReadings.ToldReplica;
import dev.plimsoll.telemetry.Signal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what one answer of a fleet tells of its workloads. They are all dated alike, so each
 * instant is made out once. Not thread-safe.
 */
final class ReadingsJson {
    private static final Signal[] SIGNALS = Signal.values();

    private final Map<String, Optional<Instant>> instants = new HashMap<>();

    ToldReadings read(JsonNode workload) {
        List<ToldReplica> replicas = new ArrayList<>();
        for (JsonNode replica : workload.path("replicas")) {
            replicas.add(new ToldReplica(replica.path("name").asText(), signals(replica)));
        }
        return new ToldReadings(signals(workload.path("readings")), replicas);
    }

    private Map<Signal, Told> signals(JsonNode node) {
        Map<Signal, Told> signals = new EnumMap<>(Signal.class);
        for (Signal signal : SIGNALS) {
            JsonNode told = node.path(signal.name());
            if (!told.isMissingNode()) {
                signals.put(signal, told(told));
            }
        }
        return signals;
    }

    private Told told(JsonNode node) {
        JsonNode value = node.path("value");
        return new Told(
                value.isNumber() ? value.asDouble() : Double.NaN,
                instants.computeIfAbsent(node.path("at").asText(), ReadingsJson::instant));
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
