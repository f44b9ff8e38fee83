// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.server.control.Order.Verb;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code plimsoll approve}: lets what waits for a person be carried out. */
@Command(
        name = "approve",
        mixinStandardHelpOptions = true,
        description = {
            "Approves the change that waits for a person, once, and no further than was asked"
                    + " about.",
            "",
            "What is done is decided afresh by the next cycle, from what is seen then and by all"
                + " rules: it may be less, and it may be nothing. Exit code 1: nothing waits, or"
                + " not the change that --change names.",
            ""
        },
        footerHeading = "%nExample:%n",
        footer = "  plimsoll approve shop/web --reason 'the sale begins' --for 10m")
final class ApproveCommand implements Callable<Integer> {
    private final PrintStream out;

    @Mixin private AnswerOptions answer = new AnswerOptions();

    ApproveCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        return answer.give(
                out,
                Verb.APPROVE,
                "approved %s: %d → %d replicas, until %s; the next cycle decides afresh");
    }
}
