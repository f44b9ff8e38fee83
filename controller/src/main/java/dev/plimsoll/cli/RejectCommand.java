// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.server.control.Order.Verb;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code plimsoll reject}: says no to what waits for a person. */
@Command(
        name = "reject",
        mixinStandardHelpOptions = true,
        description = {
            "Rejects the change that waits for a person: it, or more that way, is not asked for"
                + " again for a while. Less may be. Exit code 1: nothing waits, or not the change"
                + " that --change names.",
            ""
        },
        footerHeading = "%nExample:%n",
        footer = "  plimsoll reject shop/web --reason 'a load test' --for 1h")
final class RejectCommand implements Callable<Integer> {
    private final PrintStream out;

    @Mixin private AnswerOptions answer = new AnswerOptions();

    RejectCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        return answer.give(
                out,
                Verb.REJECT,
                "rejected %s: %d → %d replicas, or further, is not asked for again until %s");
    }
}
