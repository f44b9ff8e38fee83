// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.server.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plimsoll.model.WorkloadId;
import dev.plimsoll.server.JsonBody;
import dev.plimsoll.sim.fleet.Fleet;
import dev.plimsoll.sim.fleet.ScaleOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the body of an order; what cannot be used is refused with the field, value and mend. */
final class ScaleRequest {
    private static final int LONGEST_ID = 200;
    private static final Set<String> FIELDS =
            Set.of("to", "victims", "version", "actionId", "epoch");

    private ScaleRequest() {}

    static ScaleOrder read(WorkloadId workload, byte[] bytes) {
        JsonBody body =
                JsonBody.read(
                        bytes,
                        FIELDS,
                        "the fields to, version, actionId, epoch and, perhaps, victims");
        return new ScaleOrder(
                body.text("actionId", LONGEST_ID),
                body.whole("epoch", Long.MAX_VALUE),
                workload,
                body.whole("version", Long.MAX_VALUE),
                (int) body.whole("to", Fleet.MOST_REPLICAS),
                victims(body));
    }

    private static List<String> victims(JsonBody body) {
        JsonNode value = body.field("victims");
        List<String> victims = new ArrayList<>();
        boolean fits = value.isMissingNode() || value.isArray();
        for (JsonNode victim : value) {
            victims.add(victim.asText());
            fits &= victim.isTextual();
        }
        if (!fits) {
            throw body.refusal("victims", "give a list of replicas' names");
        }
        return victims;
    }
}
