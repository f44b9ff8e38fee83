// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.config.scenario.PolicySignals;
import dev.plimsoll.config.scenario.ScenarioReader;
import dev.plimsoll.model.InvalidInputException;
import dev.plimsoll.sim.backtest.Backtest;
import dev.plimsoll.sim.backtest.BacktestCase;
import dev.plimsoll.sim.backtest.BacktestRun;
import dev.plimsoll.sim.backtest.Explained;
import dev.plimsoll.sim.backtest.PolicySpec;
import dev.plimsoll.sim.scenario.Gallery;
import dev.plimsoll.sim.scenario.Scenario;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plimsoll simulate}: plays a scenario with several policies and scores them. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = {
            "Plays a scenario on the simulator with several policies and scores them side by side.",
            "",
            "A scenario is the name of a built-in one or a YAML file (docs/scenarios.md). Without"
                    + " one, those that are built in are listed. To play a file that is named like"
                    + " a built-in one, write ./NAME.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  plimsoll simulate flash-crowd",
            "  plimsoll simulate outage-of-metrics --policy hpa,predictive --seed 7",
            "  plimsoll simulate flash-crowd --explain 01:02",
            "  plimsoll simulate --show flash-crowd > mine.yaml && plimsoll simulate mine.yaml"
        })
final class SimulateCommand implements Callable<Integer> {
    private final PrintStream out;
    private final PrintStream err;

    @Parameters(
            paramLabel = "SCENARIO",
            arity = "0..1",
            description = "What to play: a built-in scenario or a YAML file.")
    private Optional<String> scenario = Optional.empty();

    @Option(names = "--list", description = "List the built-in scenarios.")
    private boolean list;

    @Option(
            names = "--show",
            paramLabel = "NAME",
            description = "Print the file of a built-in scenario, to be copied and changed.")
    private Optional<String> show = Optional.empty();

    @Option(
            names = "--report",
            description = "Every built-in scenario under every policy, a line each, as Markdown.")
    private boolean report;

    @Option(
            names = "--policy",
            paramLabel = "a,b,…",
            description =
                    "Policies, each with its knobs, as in backtest. Default: those that the"
                            + " scenario names.")
    private Optional<String> policies = Optional.empty();

    @Mixin private ForecasterOption forecaster = new ForecasterOption();

    @Option(
            names = "--seed",
            description = "Of all that is drawn at random. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Mixin private ThreadsOption threads = new ThreadsOption();

    @Option(
            names = "--explain",
            paramLabel = "HH:MM",
            description =
                    "Instead of scores, the decision in force at this time of the scenario: what"
                            + " was seen and wanted, each rule that bound, and what came of it."
                            + " For one policy behind the guard; predictive where none is named.")
    private Optional<String> explain = Optional.empty();

    @Option(names = "-o", description = "Form: table, json or html. Default: ${DEFAULT-VALUE}.")
    private String form = "table";

    SimulateCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() {
        OutputForm output =
                OutputForm.parse(form, OutputForm.TABLE, OutputForm.JSON, OutputForm.HTML);
        int parallel = threads.count();
        if (explain.isPresent() && scenario.isEmpty()) {
            throw new InvalidInputException("--explain needs a SCENARIO, e.g. flash-crowd");
        }
        if (show.isPresent()) {
            out.print(ScenarioSource.builtIn("--show", show.get()).text());
        } else if (report) {
            try (Progress progress = new Progress("report", Gallery.NAMES.size())) {
                out.print(GalleryReport.render(parallel, progress::step));
            }
        } else if (list || scenario.isEmpty()) {
            out.print(ScenarioList.render());
        } else {
            Scenario played = ScenarioReader.read(ScenarioSource.of(scenario.get()));
            if (explain.isPresent()) {
                return explain(played, explain.get(), output);
            }
            play(played, output, parallel);
        }
        return 0;
    }

    private void play(Scenario played, OutputForm output, int parallel) {
        List<PolicySpec> specs = specs(played);
        RunCharts charts = new RunCharts(output == OutputForm.HTML);
        Supplier<BacktestCase> replay = () -> BacktestCase.of(played, seed);
        List<BacktestRun> runs;
        try (Progress progress = new Progress("simulate", specs.size())) {
            runs = new Backtest(specs, charts).run(List.of(replay), parallel, progress::step);
        }
        ScenarioSettings settings = new ScenarioSettings(played, seed);
        List<String> caveats = shortness(played).stream().toList();
        out.println(
                switch (output) {
                    case TABLE -> SimulateTable.render(settings, runs);
                    case JSON -> RunJson.simulate(settings, runs, caveats);
                    case HTML -> BacktestPage.render(settings, runs, charts, caveats);
                });
        caveats.forEach(caveat -> err.println("plimsoll: " + caveat));
    }

    private static Optional<String> shortness(Scenario played) {
        long millis = Math.round(played.startUp().medianSeconds() * 1000);
        return played.seconds() * 1000 < millis
                ? Optional.of(
                        ShortRun.thanOneLeadTime(
                                played.name(),
                                played.seconds(),
                                "spec.service.leadTime",
                                Duration.ofMillis(millis)))
                : Optional.empty();
    }

    private int explain(Scenario played, String time, OutputForm output) {
        List<PolicySpec> named = PolicySpec.parseList(policies.orElse("predictive"));
        if (named.size() != 1 || output == OutputForm.HTML) {
            throw new InvalidInputException(
                    "--explain takes one policy, and gives a table (sentences) or json");
        }
        PolicySpec policy = named.getFirst();
        PolicySignals.require(named, played);
        Duration at = ClockTime.parse(time, "--explain", played.seconds());
        Optional<Explained> explained = Explained.of(BacktestCase.of(played, seed), policy, at);
        if (explained.isEmpty()) {
            err.println(
                    "plimsoll: %s gives no reasons: only policies behind the guard do"
                            .formatted(policy));
            return 1;
        }
        out.println(
                switch (output) {
                    case JSON -> ExplainReport.json(explained.get());
                    case TABLE, HTML -> ExplainReport.sentences(explained.get());
                });
        return 0;
    }

    private List<PolicySpec> specs(Scenario played) {
        if (policies.isEmpty()) {
            return forecaster.in(played.policies().stream().map(PolicySpec::parse).toList());
        }
        List<PolicySpec> specs = forecaster.in(PolicySpec.parseList(policies.get()));
        PolicySignals.require(specs, played);
        return specs;
    }
}
