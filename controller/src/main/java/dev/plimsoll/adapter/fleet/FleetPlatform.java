// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plimsoll.adapter.fleet.FleetClient.Reply;
import dev.plimsoll.control.Outcome;
import dev.plimsoll.control.Outcome.Refusal;
import dev.plimsoll.control.Platform;
import dev.plimsoll.control.PlatformException;
import dev.plimsoll.control.PlatformException.Fault;
import dev.plimsoll.guard.ApprovedAction;
import dev.plimsoll.http.Request;
import dev.plimsoll.model.Action;
import dev.plimsoll.model.Inventory;
import dev.plimsoll.model.Pool;
import dev.plimsoll.model.WorkloadId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The fleet as a platform. An action's id is made of what it does and the version that it was
 * approved for: at most one action is applied to a version, so a controller that was killed and
 * tries the same again is answered as before. One reads the inventory at a time.
 */
public final class FleetPlatform implements Platform {
    private final FleetClient client;
    private final long epoch;
    private final FleetClock clock;
    private long cursor;
    private Optional<Pool> pool = Optional.empty();
    private List<Inventory> workloads = List.of();

    /**
     * A platform of which nothing was read yet.
     *
     * @param epoch of this controller; the fleet obeys only the latest that it has seen
     * @param clock by which everything is dated
     */
    public FleetPlatform(FleetClient client, long epoch, FleetClock clock) {
        this.client = client;
        this.epoch = epoch;
        this.clock = clock;
    }

    @Override
    public List<Inventory> inventory() {
        JsonNode root = ask();
        clock.meet(read(root, InventoryJson::at));
        workloads = read(root, json -> InventoryJson.workloads(json, clock));
        pool = Optional.of(read(root, InventoryJson::pool));
        cursor = read(root, InventoryJson::cursor);
        return workloads;
    }

    /** The workloads of the last inventory. */
    public SortedSet<WorkloadId> workloads() {
        return workloads.stream()
                .map(Inventory::workload)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public Pool pool() {
        return pool.orElseThrow(() -> new IllegalStateException("read the inventory first"));
    }

    @Override
    public Outcome apply(ApprovedAction approved) {
        return switch (approved.action()) {
            case Action.Scale scale ->
                    outcome(scale, client.put(path(scale.workload()), order(scale, approved)));
        };
    }

    /** What makes an action this one and no other. */
    public static String actionId(Action action, long version) {
        return switch (action) {
            case Action.Scale(var workload, int from, int to, var _) ->
                    "%s@%d:%d-%d".formatted(workload, version, from, to);
        };
    }

    private ObjectNode order(Action.Scale scale, ApprovedAction approved) {
        ObjectNode order = FleetClient.object();
        order.put("actionId", actionId(scale, approved.version())).put("epoch", epoch);
        order.put("version", approved.version()).put("to", scale.to());
        scale.victims().forEach(order.putArray("victims")::add);
        return order;
    }

    private Outcome outcome(Action.Scale scale, Reply reply) {
        return switch (reply) {
            case Reply.Silent(var fault, var _) -> failed(scale, fault);
            case Reply.Said(int status, var body) when status == 200 -> applied(scale, body);
            case Reply.Said(var _, var body) -> refused(scale, body);
        };
    }

    /** A fleet that says that it did something else is not believed. */
    private Outcome applied(Action.Scale scale, JsonNode body) {
        try {
            boolean same = InventoryJson.whole(body, "to") == scale.to();
            Instant at = clock.ours(InventoryJson.at(body));
            return same ? new Outcome.Applied(scale, at) : failed(scale, Fault.UNREADABLE);
        } catch (IllegalArgumentException | DateTimeException e) {
            return failed(scale, Fault.UNREADABLE);
        }
    }

    private Outcome refused(Action.Scale scale, JsonNode body) {
        return switch (body.path("refusal").asText()) {
            case "Conflict", "ActionIdReused" -> refused(scale, Refusal.CONFLICT);
            case "Superseded" -> refused(scale, Refusal.SUPERSEDED);
            case "UnknownWorkload" -> refused(scale, Refusal.UNKNOWN_WORKLOAD);
            case "Unfit", "Invalid" -> refused(scale, Refusal.UNFIT);
            default -> failed(scale, Fault.UNREADABLE);
        };
    }

    private Outcome refused(Action.Scale scale, Refusal refusal) {
        return new Outcome.Refused(scale, clock.instant(), refusal);
    }

    private Outcome failed(Action.Scale scale, Fault fault) {
        return new Outcome.Failed(scale, clock.instant(), fault);
    }

    private JsonNode ask() {
        return switch (client.get("/v1/inventory?since=" + cursor)) {
            case Reply.Said(int status, var body) when status == 200 -> body;
            case Reply.Said(int status, var _) -> throw unreadable("status " + status);
            case Reply.Silent(var fault, var detail) ->
                    throw new PlatformException(fault, client.name(), detail);
        };
    }

    private <T> T read(JsonNode root, Function<JsonNode, T> reader) {
        try {
            return reader.apply(root);
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw unreadable(String.valueOf(e.getMessage()));
        }
    }

    private PlatformException unreadable(String detail) {
        return new PlatformException(Fault.UNREADABLE, client.name(), detail);
    }

    private static String path(WorkloadId workload) {
        return "/v1/workloads/%s/%s/scale"
                .formatted(Request.encoded(workload.namespace()), Request.encoded(workload.name()));
    }
}
