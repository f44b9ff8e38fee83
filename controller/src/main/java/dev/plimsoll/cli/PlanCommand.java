// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plimsoll.model.WorkloadId;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code plimsoll plan}: what is proposed now. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = {
            "Shows what a running controller proposes now, which numbers lost, which rules bound,"
                    + " and what waits for a person.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {"  plimsoll plan", "  plimsoll plan shop/web -o json"})
final class PlanCommand implements Callable<Integer> {
    private final PrintStream out;

    @Mixin private ControllerOptions options = new ControllerOptions();

    @Mixin private WorkloadParameter workload = new WorkloadParameter();

    PlanCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        ControllerClient client = options.client();
        Optional<WorkloadId> only = workload.id(client);
        ObjectNode plan = client.get("/v1/plan");
        only.ifPresent(id -> keep(plan, id));
        options.print(out, plan, PlanCommand::text);
        return 0;
    }

    private static void keep(ObjectNode plan, WorkloadId id) {
        List<JsonNode> kept =
                plan.path("workloads")
                        .valueStream()
                        .filter(each -> ControllerClient.id(each).equals(id))
                        .toList();
        if (kept.isEmpty()) {
            throw ControllerClient.unknown("no policy scales " + id);
        }
        ArrayNode workloads = plan.putArray("workloads");
        workloads.addAll(kept);
    }

    private static String text(ObjectNode plan) {
        List<String> texts = new ArrayList<>();
        for (JsonNode each : plan.path("workloads")) {
            texts.add(text(each));
        }
        return String.join("\n\n", texts);
    }

    private static String text(JsonNode workload) {
        String head = ControllerClient.id(workload).toString();
        if (!workload.has("at")) {
            return new Sections(head + ", not decided on yet").toString();
        }
        return new Sections(head + " at " + workload.path("at").asText())
                .add(
                        "plan",
                        workload.path("sentences").valueStream().map(JsonNode::asText).toList())
                .add("waits", waiting(workload))
                .toString();
    }

    private static List<String> waiting(JsonNode workload) {
        return workload.has("awaiting")
                ? List.of(GetReport.waiting(workload.path("awaiting")))
                : List.of();
    }
}
