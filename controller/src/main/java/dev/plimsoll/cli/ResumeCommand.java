// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.server.control.Order.Verb;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code plimsoll resume}: ends a pause. */
@Command(
        name = "resume",
        mixinStandardHelpOptions = true,
        description = {
            "Ends the pause of a workload, whoever began it. Exit code 1: it is not paused.",
            ""
        },
        footerHeading = "%nExample:%n",
        footer = "  plimsoll resume shop/web --reason 'deployed'")
final class ResumeCommand implements Callable<Integer> {
    private final PrintStream out;

    @Mixin private OrderOptions order = new OrderOptions();

    ResumeCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        return order.give(
                out,
                Verb.RESUME,
                "%s is resumed: from the next cycle on, what is decided is carried out");
    }
}
