// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plimsoll.model.DurationText;
import dev.plimsoll.server.control.Order;
import dev.plimsoll.server.control.Order.Verb;
import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plimsoll reject}: says no to what waits for a person. */
@Command(
        name = "reject",
        mixinStandardHelpOptions = true,
        description = {
            "Rejects the change that waits for a person: it, or more that way, is not asked for"
                    + " again for a while. Less may be. Exit code 1: nothing waits.",
            ""
        },
        footerHeading = "%nExample:%n",
        footer = "  plimsoll reject shop/web --reason 'a load test' --for 1h")
final class RejectCommand implements Callable<Integer> {
    private final PrintStream out;

    @Mixin private OrderOptions order = new OrderOptions();

    @Option(
            names = "--for",
            paramLabel = "TIME",
            description =
                    "For how long it holds, by the controller's clock, e.g. 15m."
                            + " Default: ${DEFAULT-VALUE}.")
    private String length = DurationText.of(Order.USUAL_LENGTH);

    RejectCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        return order.give(out, Verb.REJECT, Optional.of(length), RejectCommand::meaning);
    }

    private static String meaning(ObjectNode answer) {
        return "%s: %d → %d, or further, is not asked for again until %s"
                .formatted(
                        ControllerClient.id(answer),
                        answer.path("from").asInt(),
                        answer.path("to").asInt(),
                        answer.path("expiry").asText());
    }
}
