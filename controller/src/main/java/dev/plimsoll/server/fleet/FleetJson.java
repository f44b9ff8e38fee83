// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.server.fleet;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plimsoll.model.Inventory;
import dev.plimsoll.model.Pool;
import dev.plimsoll.model.Replica;
import dev.plimsoll.model.WorkloadId;
import dev.plimsoll.server.ServerJson;
import dev.plimsoll.sim.fleet.AppliedOrder;
import dev.plimsoll.sim.fleet.Fleet;
import dev.plimsoll.telemetry.Reading;
import dev.plimsoll.telemetry.Readings;
import dev.plimsoll.telemetry.ReplicaReading;
import dev.plimsoll.telemetry.Signal;
import java.time.Instant;

/** What a fleet says, as JSON; see docs/fleet.md. What is absent is not there. */
final class FleetJson {
    /** More than there is: what is left of unlimited memory is beyond it. */
    private static final long UNLIMITED_BYTES = 1L << 60;

    private FleetJson() {}

    static ObjectNode time(Fleet fleet, int speed) {
        ObjectNode root = ServerJson.object("fleet-time");
        root.put("now", fleet.now().toString()).put("speed", speed);
        root.put("start", fleet.start().toString());
        fleet.end().ifPresent(end -> root.put("end", end.toString()));
        return root;
    }

    static ObjectNode inventory(Fleet fleet, long cursor) {
        ObjectNode root = ServerJson.object("fleet-inventory");
        root.put("at", fleet.now().toString()).put("cursor", fleet.cursor());
        ArrayNode workloads = root.putArray("workloads");
        for (Inventory inventory : fleet.inventory(cursor)) {
            fill(named(workloads, inventory.workload()), inventory);
        }
        fill(root.putObject("pool"), fleet.pool());
        return root;
    }

    static ObjectNode readings(Fleet fleet) {
        ObjectNode root = ServerJson.object("fleet-readings");
        root.put("at", fleet.now().toString());
        ArrayNode workloads = root.putArray("workloads");
        for (WorkloadId workload : fleet.workloads()) {
            ObjectNode node = named(workloads, workload);
            fleet.readings(workload).ifPresent(readings -> fill(node, readings));
        }
        return root;
    }

    static ObjectNode scaled(AppliedOrder applied) {
        var order = applied.order();
        ObjectNode root = ServerJson.object("fleet-scaled");
        root.put("actionId", order.actionId());
        root.put("namespace", order.workload().namespace()).put("name", order.workload().name());
        root.put("from", applied.from()).put("to", order.to());
        return root.put("version", applied.version()).put("at", applied.at().toString());
    }

    private static ObjectNode named(ArrayNode workloads, WorkloadId id) {
        return workloads.addObject().put("namespace", id.namespace()).put("name", id.name());
    }

    private static void fill(ObjectNode node, Inventory inventory) {
        node.put("desired", inventory.desired()).put("ready", inventory.ready());
        node.put("version", inventory.version());
        ArrayNode starts = node.putArray("completedStartsSeconds");
        inventory.completedStarts().forEach(start -> starts.add(start.toMillis() / 1000.0));
        inventory.pendingSince().ifPresent(since -> node.put("pendingSince", since.toString()));
        ArrayNode replicas = node.putArray("replicas");
        for (Replica replica : inventory.replicas()) {
            replicas.addObject().put("name", replica.name()).put("phase", replica.phase().name());
        }
    }

    private static void fill(ObjectNode node, Pool pool) {
        if (Double.isFinite(pool.left().cpuCores())) {
            node.put("cpuCores", pool.left().cpuCores());
        }
        if (pool.left().memoryBytes() < UNLIMITED_BYTES) {
            node.put("memoryBytes", pool.left().memoryBytes());
        }
        if (pool.quota() < Integer.MAX_VALUE) {
            node.put("quota", pool.quota());
        }
    }

    private static void fill(ObjectNode node, Readings readings) {
        ObjectNode signals = node.putObject("readings");
        for (Signal signal : Signal.values()) {
            put(signals, signal.name(), readings.of(signal));
        }
        ArrayNode replicas = node.putArray("replicas");
        for (ReplicaReading replica : readings.replicas()) {
            ObjectNode each = replicas.addObject().put("name", replica.replica());
            put(each, Signal.UTILIZATION.name(), replica.utilization());
            put(each, Signal.SESSIONS.name(), replica.sessions());
        }
    }

    /** Its quality is for the reader to judge: by its own clock, and by what else it knows. */
    private static void put(ObjectNode node, String name, Reading reading) {
        switch (reading) {
            case Reading.Fresh(double value, var at) -> put(node, name, value, at);
            case Reading.Stale(double value, var at) -> put(node, name, value, at);
            case Reading.Suspect(double value, var at, var _) -> put(node, name, value, at);
            case Reading.Absent _ -> {}
        }
    }

    private static void put(ObjectNode node, String name, double value, Instant at) {
        node.putObject(name).put("value", value).put("at", at.toString());
    }
}
