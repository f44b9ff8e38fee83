// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.model.InvalidInputException;
import dev.plimsoll.sim.backtest.Backtest;
import dev.plimsoll.sim.backtest.BacktestCase;
import dev.plimsoll.sim.backtest.BacktestRun;
import dev.plimsoll.sim.backtest.BacktestSettings;
import dev.plimsoll.sim.backtest.PolicyCatalog;
import dev.plimsoll.sim.backtest.PolicySpec;
import dev.plimsoll.sim.workload.Trace;
import dev.plimsoll.sim.workload.TraceReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plimsoll backtest}: replays demand through policies and scores them side by side. */
@Command(
        name = "backtest",
        mixinStandardHelpOptions = true,
        description = {
            "Replays demand through policies on the simulator and scores them side by side.",
            "",
            "A trace is a CSV file with a header, 'timestamp_s,value' (seconds, Unix times or"
                    + " ISO-8601 times; demand per second), or one request a row:"
                    + " 'timestamp_s,prompt_tokens,output_tokens'.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  plimsoll backtest web.csv",
            "  plimsoll backtest web.csv --policy hpa:grid,predictive --lead-time 180s",
            "  plimsoll backtest web.csv --policy hybrid,hybrid-paper --forecaster svr",
            "  plimsoll backtest web.csv --tune --price-per-hour 0.12",
            "  plimsoll backtest web.csv -o html > report.html",
            "  plimsoll backtest --prometheus http://localhost:9090 \\",
            "    --demand 'sum(rate(http_requests_total{app=\"web\"}[1m]))' \\",
            "    --replicas 'sum(avg_over_time(up{app=\"web\"}[1m]))' \\",
            "    --cpu 'avg(rate(process_cpu_seconds_total{app=\"web\"}[1m]))'"
        })
final class BacktestCommand implements Callable<Integer> {
    private final PrintStream out;
    private final PrintStream err;

    @Spec private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "TRACE.csv", arity = "0..*", description = "Demand to replay.")
    private List<Path> files = List.of();

    @Option(
            names = "--policy",
            paramLabel = "a,b,…",
            description = {
                "Policies, each with its knobs; these are their defaults:",
                "  static:replicas=peak",
                "  threshold:upper=85:lower=20",
                "  hpa:target=60:stabilization=300s",
                "  keda:target=60:stabilization=300s",
                "  kpa:target=70",
                "  kpa-native:target=70 (with --step 1s)",
                "  reactive:headroom=1.2",
                "  predictive, oracle",
                "  hybrid:upper=85:periods=20:wait=10s",
                "    :forecaster=arima (see --forecaster)",
                "  hybrid-paper (without the guard;",
                "    the same knobs, and period=15s)",
                "  load-index:alpha=0.5:beta=0.3:gamma=0.2",
                "    :upper=80:lower=50",
                "and with no default:",
                "  manual:mon-fri/8-20=12:sat=6:else=4 (UTC)",
                "hpa:grid and keda:grid try 65 settings and keep the best,",
                "kpa:grid and kpa-native:grid 13.",
                "Default: " + PolicyCatalog.DEFAULT + "."
            })
    private Optional<String> policies = Optional.empty();

    @Option(
            names = "--tune",
            description =
                    "Instead of policies to compare: say what to set HPA and KEDA to on this trace,"
                            + " what that brings, what could have been known of it beforehand, and"
                            + " what predictive would bring beyond it, in money too"
                            + " (--price-per-hour). Not together with --policy, --forecaster or"
                            + " --plans; as table or json.")
    private boolean tune;

    @Mixin private ForecasterOption forecaster = new ForecasterOption();

    @Mixin private HistoryOptions history = new HistoryOptions();

    @Mixin private SettingsOptions options = new SettingsOptions();

    @Mixin private ThreadsOption threads = new ThreadsOption();

    @Option(
            names = "--plans",
            paramLabel = "DIR",
            description =
                    "Write what each policy wanted, one CSV a trace and policy, as"
                            + " TRACE_L40_POLICY.csv.")
    private Optional<Path> plans = Optional.empty();

    @Option(names = "-o", description = "Form: table, json or html. Default: ${DEFAULT-VALUE}.")
    private String form = "table";

    BacktestCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() {
        OutputForm output =
                OutputForm.parse(form, OutputForm.TABLE, OutputForm.JSON, OutputForm.HTML);
        if (history.isAsked(command().getParseResult(), files)) {
            var question =
                    new HistoryRun.Question(options.toLearn(), options.prior(), specs(output));
            return new HistoryRun(out, err, threads.count()).run(history, question, output);
        }
        if (files.isEmpty()) {
            throw new ParameterException(
                    command(), "Missing required parameter: 'TRACE.csv' or '--prometheus=URL'");
        }
        List<PolicySpec> specs = specs(output);
        BacktestSettings settings = options.settings();
        int parallel = threads.count();
        List<Trace> traces = files.stream().map(TraceReader::read).toList();
        requireDistinct(traces, specs);
        BacktestNotes notes = new BacktestNotes(settings);
        traces.forEach(trace -> notes.shortening(trace).ifPresent(err::println));
        out.println(
                tune
                        ? new TuneRun(settings, notes, parallel).text(traces, output)
                        : compared(traces, specs, notes, output));
        List<String> names = traces.stream().map(Trace::name).toList();
        names.forEach(name -> notes.about(name).ifPresent(err::println));
        return names.stream().anyMatch(notes::isUnanswered) ? CommandRunner.NO : 0;
    }

    private CommandLine command() {
        return Objects.requireNonNull(spec, "picocli sets it").commandLine();
    }

    private List<PolicySpec> specs(OutputForm output) {
        if (tune) {
            TuneRun.requireAlone("--policy", policies);
            TuneRun.requireAlone("--forecaster", forecaster.name());
            TuneRun.requireAlone("--plans", plans);
            TuneRun.requireTableOrJson(output);
            return List.of();
        }
        return forecaster.in(PolicySpec.parseList(policies.orElse(PolicyCatalog.DEFAULT)));
    }

    private String compared(
            List<Trace> traces, List<PolicySpec> specs, BacktestNotes notes, OutputForm output) {
        RunCharts charts = new RunCharts(output == OutputForm.HTML);
        PlanFiles planFiles = new PlanFiles(plans);
        BacktestSettings settings = notes.settings();
        Backtest backtest =
                new Backtest(
                        specs,
                        (replay, policy, timeline) -> {
                            charts.finished(replay, policy, timeline);
                            planFiles.finished(replay, policy, timeline);
                            notes.finished(replay, policy, timeline);
                        });
        List<Supplier<BacktestCase>> cases =
                traces.stream()
                        .<Supplier<BacktestCase>>map(
                                trace -> () -> BacktestCase.of(trace, settings))
                        .toList();
        List<BacktestRun> runs;
        try (Progress progress = new Progress("backtest", (long) traces.size() * specs.size())) {
            runs = backtest.run(cases, threads.count(), progress::step);
        }
        planFiles.write().ifPresent(err::println);
        TraceSettings shared = new TraceSettings(settings);
        return switch (output) {
            case TABLE -> BacktestTable.render(shared, runs);
            case JSON -> RunJson.backtest(shared, runs, notes.caveats());
            case HTML -> BacktestPage.render(shared, runs, charts, notes.caveats());
        };
    }

    private void requireDistinct(List<Trace> traces, List<PolicySpec> specs) {
        Set<String> names = new HashSet<>();
        for (Trace trace : traces) {
            if (!names.add(trace.name())) {
                throw new InvalidInputException(
                        "TRACE.csv", "name", trace.name(), "two traces have this name; rename one");
            }
        }
        names.clear();
        for (PolicySpec spec : specs) {
            if (plans.isPresent() && !names.add(spec.name())) {
                throw new InvalidInputException(
                        "--plans",
                        "policy",
                        spec.name(),
                        "plans are named by policy: name each policy once");
            }
        }
    }
}
