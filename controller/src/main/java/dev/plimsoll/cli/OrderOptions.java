// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plimsoll.server.control.Order.Verb;
import java.io.PrintStream;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What all commands have by which a person orders something. */
final class OrderOptions {
    @Mixin private ControllerOptions options = new ControllerOptions();

    @Parameters(
            paramLabel = "WORKLOAD",
            description = "NAMESPACE/NAME, or NAME where it is the only one.")
    private String workload = "";

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            required = true,
            description = "Why; it is kept in the journal.")
    private String reason = "";

    @Option(
            names = "--as",
            paramLabel = "NAME",
            defaultValue = "${sys:user.name}",
            description = "Who orders it. Default: your login name.")
    private String who = "";

    /**
     * Gives an order for good, and prints what it means.
     *
     * @param form takes the workload
     */
    int give(PrintStream out, Verb verb, String form) {
        ControllerClient client = options.client();
        String path = path(client);
        options.print(
                out,
                client.post(path + "/" + verb.label(), body()),
                answer -> form.formatted(ControllerClient.id(answer)));
        return 0;
    }

    /**
     * Answers a change that waits, for a while.
     *
     * @param change which; where it is not said, the one that waits now, and none that comes later
     */
    int answer(
            PrintStream out,
            Verb verb,
            String length,
            Optional<String> change,
            Function<ObjectNode, Object> meaning) {
        PositiveDuration.parse("--for", length);
        ControllerClient client = options.client();
        String path = path(client);
        ObjectNode body =
                body().put("for", length)
                        .put("change", change.orElseGet(() -> waiting(client.get(path))));
        options.print(out, client.post(path + "/" + verb.label(), body), meaning);
        return 0;
    }

    private static String waiting(ObjectNode workload) {
        if (!workload.has("awaiting")) {
            throw new NoException(
                    "nothing of %s waits for approval; see its plan"
                            .formatted(ControllerClient.id(workload)));
        }
        return workload.path("awaiting").path("id").asText();
    }

    private String path(ControllerClient client) {
        return ControllerClient.path(client.workload(workload));
    }

    private ObjectNode body() {
        return ControllerClient.body().put("who", who).put("why", reason);
    }
}
