// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import java.io.PrintStream;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plimsoll history}: what was decided, done and said about a workload. */
@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        description = {
            "Lists what a running controller decided and did about a workload, and what people said"
                    + " of it, the newest last, from its journal.",
            "",
            "A decision that only repeats the one before has no row: that one lasts until then.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  plimsoll history shop/web",
            "  plimsoll history web --since 09:30 --limit 20 -o json"
        })
final class HistoryCommand implements Callable<Integer> {
    private final PrintStream out;

    @Mixin private ControllerOptions options = new ControllerOptions();

    @Parameters(
            paramLabel = "WORKLOAD",
            description = "NAMESPACE/NAME, or NAME where it is the only one.")
    private String workload = "";

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description =
                    "2026-01-05T09:30:00Z, a time of day in UTC, or how long ago, by the"
                            + " controller's clock. Default: ${DEFAULT-VALUE}.")
    private String since = "1h";

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "So many rows at most, the newest. Default: ${DEFAULT-VALUE}.")
    private int limit = 100;

    HistoryCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        ControllerClient client = options.client();
        Instant from = Moment.parse("--since", since, client::now);
        String path =
                "%s/history?since=%s&limit=%d"
                        .formatted(ControllerClient.path(client.workload(workload)), from, limit);
        options.print(out, client.get(path), PastTable::of);
        return 0;
    }
}
