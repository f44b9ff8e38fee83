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
        return give(
                out, verb, Optional.empty(), answer -> form.formatted(ControllerClient.id(answer)));
    }

    /** Gives an order that holds for a while. */
    int give(
            PrintStream out,
            Verb verb,
            Optional<String> length,
            Function<ObjectNode, Object> meaning) {
        length.ifPresent(text -> PositiveDuration.parse("--for", text));
        ControllerClient client = options.client();
        ObjectNode body = ControllerClient.body().put("who", who).put("why", reason);
        length.ifPresent(text -> body.put("for", text));
        String path = ControllerClient.path(client.workload(workload)) + "/" + verb.label();
        options.print(out, client.post(path, body), meaning);
        return 0;
    }
}
