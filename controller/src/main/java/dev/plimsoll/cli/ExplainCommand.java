// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plimsoll explain}: why a running controller decided as it did, now or earlier. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = {
            "Explains a decision of a running controller: what was seen, wanted, proposed and not"
                    + " chosen, which rules bound, and what came of it.",
            "",
            "A moment is 2026-01-05T09:30:00Z; a time of day in UTC, 09:30; or how long ago, 10m:"
                    + " by the controller's clock. The answer is the last decision until then, from"
                    + " its journal. Exit code 1: the journal holds none.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {"  plimsoll explain shop/web", "  plimsoll explain web --at 09:30 -o json"})
final class ExplainCommand implements Callable<Integer> {
    private final PrintStream out;

    @Mixin private ControllerOptions options = new ControllerOptions();

    @Parameters(
            paramLabel = "WORKLOAD",
            description = "NAMESPACE/NAME, or NAME where it is the only one.")
    private String workload = "";

    @Option(names = "--at", paramLabel = "TIME", description = "Which moment. Default: now.")
    private Optional<String> at = Optional.empty();

    ExplainCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        ControllerClient client = options.client();
        String moment = at.map(text -> "?at=" + Moment.parse("--at", text, client::now)).orElse("");
        String path = ControllerClient.path(client.workload(workload)) + "/explanation" + moment;
        options.print(out, client.get(path), ExplainReport::sentences);
        return 0;
    }
}
