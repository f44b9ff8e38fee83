// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plimsoll.model.Inventory;
import dev.plimsoll.model.Pool;
import dev.plimsoll.model.Replica;
import dev.plimsoll.model.Resources;
import dev.plimsoll.model.WorkloadId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads what a fleet says that it has. All that it must say is required: what is missing is never
 * taken for 0. What cannot be is an {@link IllegalArgumentException} or a {@link
 * java.time.DateTimeException}.
 */
final class InventoryJson {
    private InventoryJson() {}

    /** The workloads in the order of their ids. */
    static List<Inventory> workloads(JsonNode root, FleetClock clock) {
        Map<WorkloadId, Inventory> byId = new TreeMap<>();
        for (JsonNode node : array(root, "workloads")) {
            Inventory inventory = inventory(node, clock);
            if (byId.put(inventory.workload(), inventory) != null) {
                throw wrong("workload", inventory.workload() + " twice");
            }
        }
        return List.copyOf(byId.values());
    }

    /** When it was said, by the fleet's clock. */
    static Instant at(JsonNode root) {
        return Instant.parse(text(root, "at"));
    }

    static long cursor(JsonNode root) {
        return whole(root, "cursor");
    }

    static Pool pool(JsonNode root) {
        JsonNode pool = required(root, "pool");
        double cores = pool.path("cpuCores").asDouble(Double.POSITIVE_INFINITY);
        long bytes = pool.has("memoryBytes") ? whole(pool, "memoryBytes") : Long.MAX_VALUE;
        long quota = pool.has("quota") ? whole(pool, "quota") : Integer.MAX_VALUE;
        return new Pool(new Resources(cores, bytes), Math.toIntExact(quota));
    }

    static String text(JsonNode node, String field) {
        JsonNode value = required(node, field);
        if (!value.isTextual()) {
            throw wrong(field, value.toString());
        }
        return value.asText();
    }

    static long whole(JsonNode node, String field) {
        JsonNode value = required(node, field);
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.asLong() < 0) {
            throw wrong(field, value.toString());
        }
        return value.asLong();
    }

    private static Inventory inventory(JsonNode node, FleetClock clock) {
        return new Inventory(
                new WorkloadId(text(node, "namespace"), text(node, "name")),
                count(node, "desired"),
                count(node, "ready"),
                whole(node, "version"),
                starts(node),
                node.has("pendingSince")
                        ? Optional.of(clock.ours(Instant.parse(text(node, "pendingSince"))))
                        : Optional.empty(),
                replicas(node));
    }

    private static List<Duration> starts(JsonNode node) {
        List<Duration> starts = new ArrayList<>();
        for (JsonNode start : array(node, "completedStartsSeconds")) {
            if (!start.isNumber() || !(start.asDouble() >= 0 && start.asDouble() < 1e9)) {
                throw wrong("completedStartsSeconds", start.toString());
            }
            starts.add(Duration.ofMillis(Math.round(start.asDouble() * 1000)));
        }
        return starts;
    }

    private static List<Replica> replicas(JsonNode node) {
        List<Replica> replicas = new ArrayList<>();
        for (JsonNode replica : array(node, "replicas")) {
            var phase = Replica.Phase.valueOf(text(replica, "phase"));
            replicas.add(new Replica(text(replica, "name"), phase));
        }
        return replicas;
    }

    private static int count(JsonNode node, String field) {
        long count = whole(node, field);
        if (count > Integer.MAX_VALUE) {
            throw wrong(field, String.valueOf(count));
        }
        return (int) count;
    }

    private static JsonNode array(JsonNode node, String field) {
        JsonNode array = required(node, field);
        if (!array.isArray()) {
            throw wrong(field, array.toString());
        }
        return array;
    }

    private static JsonNode required(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (value.isMissingNode()) {
            throw wrong(field, "nothing");
        }
        return value;
    }

    private static IllegalArgumentException wrong(String field, String found) {
        return new IllegalArgumentException("%s cannot be %s".formatted(field, found));
    }
}
