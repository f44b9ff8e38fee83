// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plimsoll.model.DurationText;
import dev.plimsoll.server.control.Order;
import dev.plimsoll.server.control.Order.Verb;
import java.io.PrintStream;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the commands have by which a person answers what waits for one. */
final class AnswerOptions {
    @Mixin private OrderOptions order = new OrderOptions();

    @Option(
            names = "--for",
            paramLabel = "TIME",
            description =
                    "For how long it holds, by the controller's clock, e.g. 15m."
                            + " Default: ${DEFAULT-VALUE}.")
    private String length = DurationText.of(Order.USUAL_LENGTH);

    @Option(
            names = "--change",
            paramLabel = "ID",
            description =
                    "Which change is meant, as 'get WORKLOAD' and events name it: no other one is"
                            + " answered. Default: the one that waits now.")
    private Optional<String> change = Optional.empty();

    /**
     * Gives the answer, and prints what it means.
     *
     * @param form takes the workload, two numbers of replicas, and until when it holds
     */
    int give(PrintStream out, Verb verb, String form) {
        return order.answer(out, verb, length, change, answer -> meaning(form, answer));
    }

    private static String meaning(String form, ObjectNode answer) {
        return form.formatted(
                ControllerClient.id(answer),
                answer.path("from").asInt(),
                answer.path("to").asInt(),
                answer.path("expiry").asText());
    }
}
