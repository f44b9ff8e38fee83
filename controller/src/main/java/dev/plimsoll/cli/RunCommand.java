// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code plimsoll run}: the controller. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Runs a controller: sees, forecasts, decides and acts as its policies say, every 15 s"
                    + " and in between.",
            "",
            "What it saw, decided and did is in its journal. However it ends, it goes on from"
                    + " there. The files are read again whenever they change; what cannot be used"
                    + " is said, and what was read before stays in force. Ctrl-C or SIGTERM ends"
                    + " it; the replicas stay as they are. Exit code 1: another controller has its"
                    + " store, or the store cannot be used. docs/run.md has more.",
            ""
        },
        footerHeading = "%nExample, with a fleet in another terminal:%n",
        footer = {
            "  plimsoll fleet flash-crowd --listen unix:/tmp/fleet.sock",
            "  plimsoll run -f examples/flash-crowd.yaml"
        })
final class RunCommand implements Callable<Integer> {
    private final PrintStream out;
    private final ControllerHost host;

    @Option(
            names = "-f",
            paramLabel = "FILE",
            required = true,
            description = "A YAML file of policies and a controller; may be given several times.")
    private List<String> files = List.of();

    RunCommand(PrintStream out, ControllerHost host) {
        this.out = out;
        this.host = host;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (StopSignal stop = new StopSignal()) {
            boolean asked = host.run(PolicyFiles.paths(files), out, stop.asked());
            return asked ? 0 : CommandRunner.NO;
        }
    }
}
