// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.model.WorkloadId;
import java.io.PrintStream;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plimsoll history}: what was decided, done and said about a workload. */
@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        description = {
            "Lists what a running controller decided and did, and what people said, the newest"
                    + " last, from its journal: of a workload, or of all.",
            "",
            "A decision that only repeats the one before has no row: that one lasts until then."
                    + " Entries of a workload that follow each other and look the same, but for how"
                    + " far they would have gone, are one row that counts them; -o json has each.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {"  plimsoll history", "  plimsoll history web --since 09:30 --limit 20 -o json"})
final class HistoryCommand implements Callable<Integer> {
    private static final int USUAL_ROWS = 100;
    private static final int FEW_ROWS = 20;

    private final PrintStream out;

    @Mixin private ControllerOptions options = new ControllerOptions();

    @Mixin private WorkloadParameter workload = new WorkloadParameter();

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description =
                    "2026-01-05T09:30:00Z, a time of day in UTC, or how long ago, by the"
                            + " controller's clock. Default: as long ago as need be.")
    private Optional<String> since = Optional.empty();

    @Option(
            names = "--limit",
            paramLabel = "N",
            description =
                    "So many entries at most, the newest. Default: "
                            + USUAL_ROWS
                            + ", or "
                            + FEW_ROWS
                            + " where neither a workload nor a time is given.")
    private Optional<Integer> limit = Optional.empty();

    HistoryCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        ControllerClient client = options.client();
        Optional<Instant> from = since.map(text -> Moment.parse("--since", text, client::now));
        Optional<WorkloadId> only = workload.id(client);
        int rows = limit.orElse(only.isPresent() || from.isPresent() ? USUAL_ROWS : FEW_ROWS);
        String of = only.map(ControllerClient::path).orElse("/v1");
        String after = from.map("&since=%s"::formatted).orElse("");
        String path = "%s/history?limit=%d%s".formatted(of, rows, after);
        options.print(out, client.get(path), answer -> HistoryTable.of(answer, from.isPresent()));
        return 0;
    }
}
