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

/** {@code plimsoll approve}: lets what waits for a person be carried out. */
@Command(
        name = "approve",
        mixinStandardHelpOptions = true,
        description = {
            "Approves the change that waits for a person, once, and no further than was asked"
                    + " about.",
            "",
            "What is done is decided afresh by the next cycle, from what is seen then and by all"
                    + " rules: it may be less, and it may be nothing. Exit code 1: nothing waits.",
            ""
        },
        footerHeading = "%nExample:%n",
        footer = "  plimsoll approve shop/web --reason 'the sale begins' --for 10m")
final class ApproveCommand implements Callable<Integer> {
    private final PrintStream out;

    @Mixin private OrderOptions order = new OrderOptions();

    @Option(
            names = "--for",
            paramLabel = "TIME",
            description =
                    "For how long it holds, by the controller's clock, e.g. 15m."
                            + " Default: ${DEFAULT-VALUE}.")
    private String length = DurationText.of(Order.USUAL_LENGTH);

    ApproveCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        return order.give(out, Verb.APPROVE, Optional.of(length), ApproveCommand::meaning);
    }

    private static String meaning(ObjectNode answer) {
        return "%s: %d → %d is approved until %s; the next cycle decides afresh"
                .formatted(
                        ControllerClient.id(answer),
                        answer.path("from").asInt(),
                        answer.path("to").asInt(),
                        answer.path("expiry").asText());
    }
}
