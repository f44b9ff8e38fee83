// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.server.fleet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plimsoll.model.InvalidInputException;
import dev.plimsoll.server.ServerJson;
import dev.plimsoll.sim.fleet.Fleet;
import dev.plimsoll.sim.fleet.ScaleAnswer;
import dev.plimsoll.sim.fleet.ScaleOrder;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/** What a fleet can be asked over HTTP; see docs/fleet.md. */
final class FleetApi implements HttpService {
    private final LiveFleet fleet;

    FleetApi(LiveFleet fleet) {
        this.fleet = fleet;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/v1/time", this::time)
                .get("/v1/inventory", this::inventory)
                .get("/v1/readings", this::readings)
                .put("/v1/workloads/{namespace}/{name}/scale", this::scale)
                .any(this::unknown);
    }

    private void time(ServerRequest request, ServerResponse response) {
        ServerJson.send(
                response, Status.OK_200, fleet.ask(asked -> FleetJson.time(asked, fleet.speed())));
    }

    private void inventory(ServerRequest request, ServerResponse response) {
        String since = request.query().first("since").orElse("0");
        if (since.matches("\\d{1,18}")) {
            long cursor = Long.parseLong(since);
            ServerJson.send(
                    response,
                    Status.OK_200,
                    fleet.ask(asked -> FleetJson.inventory(asked, cursor)));
        } else {
            refuse(
                    response,
                    Status.BAD_REQUEST_400,
                    "Invalid",
                    "since '%s': give the cursor of an earlier answer".formatted(since));
        }
    }

    private void readings(ServerRequest request, ServerResponse response) {
        ServerJson.send(response, Status.OK_200, fleet.ask(FleetJson::readings));
    }

    private void scale(ServerRequest request, ServerResponse response) {
        try {
            answer(response, order(request));
        } catch (InvalidInputException e) {
            refuse(response, Status.BAD_REQUEST_400, "Invalid", String.join("; ", e.problems()));
        } catch (LedgerException e) {
            refuse(
                    response,
                    Status.INSUFFICIENT_STORAGE_507,
                    "LedgerFailed",
                    String.valueOf(e.getMessage()));
        }
    }

    private static ScaleOrder order(ServerRequest request) {
        return ScaleRequest.read(ServerJson.workload(request), ServerJson.body(request));
    }

    private void answer(ServerResponse response, ScaleOrder order) {
        switch (fleet.order(order)) {
            case ScaleAnswer.Accepted(var applied) ->
                    ServerJson.send(response, Status.OK_200, FleetJson.scaled(applied));
            case ScaleAnswer.Repeated(var applied) ->
                    ServerJson.send(response, Status.OK_200, FleetJson.scaled(applied));
            case ScaleAnswer.Conflict(long version) -> {
                String sentence =
                        "%s has version %d, and the order was made for %d"
                                .formatted(order.workload(), version, order.version());
                ObjectNode refusal = refusal("Conflict", sentence).put("version", version);
                ServerJson.send(response, Status.CONFLICT_409, refusal);
            }
            case ScaleAnswer.Reused(var applied) ->
                    refuse(
                            response,
                            Status.CONFLICT_409,
                            "ActionIdReused",
                            "actionId '%s' stands for another order, to scale %s to %d"
                                    .formatted(
                                            order.actionId(),
                                            applied.order().workload(),
                                            applied.order().to()));
            case ScaleAnswer.Superseded(long epoch) ->
                    refuse(
                            response,
                            Status.FORBIDDEN_403,
                            "Superseded",
                            "epoch %d is over: somebody with epoch %d has taken over"
                                    .formatted(order.epoch(), epoch));
            case ScaleAnswer.UnknownWorkload _ ->
                    refuse(
                            response,
                            Status.NOT_FOUND_404,
                            "UnknownWorkload",
                            "there is no workload %s; see /v1/inventory"
                                    .formatted(order.workload()));
            case ScaleAnswer.Unfit(var sentence) ->
                    refuse(response, Status.BAD_REQUEST_400, "Unfit", sentence);
        }
    }

    private void unknown(ServerRequest request, ServerResponse response) {
        refuse(
                response,
                Status.NOT_FOUND_404,
                "UnknownPath",
                "there is no %s %s; see docs/fleet.md"
                        .formatted(request.prologue().method().text(), request.path().path()));
    }

    private void refuse(ServerResponse response, Status status, String name, String sentence) {
        ServerJson.send(response, status, refusal(name, sentence));
    }

    private ObjectNode refusal(String name, String sentence) {
        return ServerJson.refusal("fleet-refusal", name, sentence)
                .put("at", fleet.ask(Fleet::now).toString());
    }
}
