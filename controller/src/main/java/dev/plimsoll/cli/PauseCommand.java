// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.server.control.Order.Verb;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code plimsoll pause}: lets nothing be carried out until it is resumed. */
@Command(
        name = "pause",
        mixinStandardHelpOptions = true,
        description = {
            "Pauses a workload: nothing is carried out until somebody resumes it, restarts"
                    + " included. What is seen is learned from meanwhile. Exit code 1: it is paused"
                    + " already.",
            ""
        },
        footerHeading = "%nExample:%n",
        footer = "  plimsoll pause shop/web --reason 'we deploy'")
final class PauseCommand implements Callable<Integer> {
    private final PrintStream out;

    @Mixin private OrderOptions order = new OrderOptions();

    PauseCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        return order.give(
                out, Verb.PAUSE, "%s is paused: nothing is carried out until somebody resumes it");
    }
}
