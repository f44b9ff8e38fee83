// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.server.control.Order.Verb;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code plimsoll revert}: takes the last change back. */
@Command(
        name = "revert",
        mixinStandardHelpOptions = true,
        description = {
            "Takes the last change back that was made here and still stands, in the next cycle, no"
                    + " further than fresh demand allows. It is not made again within the policy's"
                    + " holdFor.",
            "",
            "Exit code 1: the workload is paused.",
            ""
        },
        footerHeading = "%nExample:%n",
        footer = "  plimsoll revert shop/web --reason 'p95 doubled'")
final class RevertCommand implements Callable<Integer> {
    private final PrintStream out;

    @Mixin private OrderOptions order = new OrderOptions();

    RevertCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        return order.give(
                out,
                Verb.REVERT,
                "%s: the next cycle takes the last change back, if it stands and demand allows");
    }
}
