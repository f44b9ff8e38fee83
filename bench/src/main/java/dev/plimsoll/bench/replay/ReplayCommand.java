// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.replay;

import dev.plimsoll.adapter.journal.Store;
import dev.plimsoll.bench.FormOption;
import dev.plimsoll.bench.Require;
import dev.plimsoll.bench.TemporaryFolder;
import dev.plimsoll.cli.CommandRunner;
import dev.plimsoll.cli.Progress;
import dev.plimsoll.config.Nearest;
import dev.plimsoll.config.Source;
import dev.plimsoll.config.scenario.ScenarioReader;
import dev.plimsoll.control.Replay;
import dev.plimsoll.model.InvalidInputException;
import dev.plimsoll.sim.backtest.PolicySpec;
import dev.plimsoll.sim.fleet.Copies;
import dev.plimsoll.sim.scenario.Gallery;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plimsoll bench replay}: whether everything is decided alike once more. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Plays a day of scenarios, each with four services that share their nodes, through the"
                    + " real loop into a store on disk. Its controller ends again and again: as it"
                    + " was asked to, between two turns, or while it acts. The next one goes on"
                    + " from the store. Then everything that the store holds is decided again.",
            "",
            "differences: decisions that come out otherwise. There should be none.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  plimsoll bench replay",
            "  plimsoll bench replay --scenarios flash-crowd,sessions --hours 2 -o json"
        })
public final class ReplayCommand implements Callable<Integer> {
    private static final int MOST_HOURS = 48;
    private static final int SERVICES = 4;
    private static final String POLICIES = "predictive,reactive,hybrid,threshold";
    private static final int MINUTE = 60;

    @Option(
            names = "--scenarios",
            paramLabel = "NAMES",
            split = ",",
            description = "Built-in scenarios. Default: ${DEFAULT-VALUE}.")
    private List<String> scenarios =
            List.of("daily", "flash-crowd", "outage-of-metrics-zero", "sessions", "quorum");

    @Option(
            names = "--hours",
            paramLabel = "N",
            description =
                    "Of each scenario, 1 to 48; those that are shorter end with their demand."
                            + " Default: ${DEFAULT-VALUE}.")
    private int hours = 24;

    @Option(
            names = "--life",
            paramLabel = "MINUTES",
            description =
                    "How long a controller lives on average, 1 to 1440. Default: ${DEFAULT-VALUE}.")
    private int life = 30;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Of all that is drawn at random. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Mixin private FormOption form = new FormOption();

    private final PrintStream out;

    public ReplayCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        boolean json = form.isJson();
        Require.number("--hours", hours, 1, MOST_HOURS);
        Require.number("--life", life, 1, 24 * MINUTE);
        scenarios.forEach(ReplayCommand::requireBuiltIn);
        ReplayResult result = measure();
        out.println(json ? result.json() : result.table());
        return result.isWell() ? 0 : CommandRunner.NO;
    }

    private static void requireBuiltIn(String scenario) {
        if (!Gallery.NAMES.contains(scenario)) {
            throw new InvalidInputException(
                    "--scenarios",
                    "name",
                    scenario,
                    "is not built in; " + Nearest.mend(scenario, Gallery.NAMES));
        }
    }

    private ReplayResult measure() throws IOException {
        List<ReplayResult.Row> rows = new ArrayList<>();
        try (Progress progress = new Progress("scenarios", scenarios.size())) {
            for (String scenario : scenarios) {
                rows.add(row(scenario));
                progress.step();
            }
        }
        return new ReplayResult(rows);
    }

    private ReplayResult.Row row(String scenario) throws IOException {
        try (TemporaryFolder folder = new TemporaryFolder("plimsoll-replay-")) {
            Run run =
                    new Run(
                            Store.h2(folder.path().resolve("store")),
                            estate(scenario),
                            Duration.ofMinutes(life),
                            seed);
            run.play(Duration.ofHours(hours));
            Replay.Result replayed = run.replay();
            return new ReplayResult.Row(
                    scenario,
                    SERVICES,
                    run.ends(),
                    replayed.decisions(),
                    replayed.differences().size());
        }
    }

    static Estate estate(String scenario) {
        Source source = new Source(scenario + ".yaml", Gallery.text(scenario));
        return new Estate(
                new Copies(ScenarioReader.read(source), SERVICES), PolicySpec.parseList(POLICIES));
    }
}
