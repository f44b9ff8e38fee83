// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.adapter.prometheus.PrometheusClient;
import dev.plimsoll.sim.backtest.BacktestSettings;
import dev.plimsoll.sim.backtest.PolicySpec;
import dev.plimsoll.sim.cluster.ServiceModel;
import dev.plimsoll.sim.history.History;
import dev.plimsoll.sim.history.HistoryBacktest;
import dev.plimsoll.sim.history.Judgement;
import dev.plimsoll.sim.history.Prior;
import dev.plimsoll.sim.history.Scorecard;
import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** {@code backtest --prometheus}: judges policies on what a workload really went through. */
final class HistoryRun {
    private final PrintStream out;
    private final PrintStream err;
    private final int threads;

    HistoryRun(PrintStream out, PrintStream err, int threads) {
        this.out = out;
        this.err = err;
        this.threads = threads;
    }

    /** What is to be judged, and by what. */
    record Question(BacktestSettings settings, Prior prior, List<PolicySpec> policies) {}

    /** Reads the past, judges, prints, and returns the exit code. */
    int run(HistoryOptions options, Question question, OutputForm form) {
        History history = read(options, question.settings().service());
        RunCharts charts = new RunCharts(form == OutputForm.HTML);
        var backtest =
                new HistoryBacktest(
                        question.settings(), question.prior(), question.policies(), charts);
        Judgement judgement;
        try (Progress progress = new Progress("backtest", question.policies().size() + 1L)) {
            judgement = backtest.judge(history, threads, progress::step);
        }
        return switch (judgement) {
            case Scorecard card -> print(card, form, charts);
            case Judgement.Unjudged(String why) -> {
                err.println("plimsoll: nothing can be judged: " + why);
                yield CommandRunner.NO;
            }
        };
    }

    private static History read(HistoryOptions options, ServiceModel service) {
        var signals = options.signals();
        PastWindows windows = options.windows(Instant.now(), service.stepSeconds());
        try (PrometheusClient client = new PrometheusClient(options.server())) {
            return new PastReader(client, windows, service.slo().quantile())
                    .read(signals, options.desired());
        }
    }

    private int print(Scorecard card, OutputForm form, RunCharts charts) {
        out.println(
                switch (form) {
                    case TABLE -> HistoryTable.render(card);
                    case JSON -> HistoryJson.render(card);
                    case HTML -> page(card, charts);
                });
        if (card.reproduction().isTrusted()) {
            return 0;
        }
        card.reproduction()
                .doubts()
                .forEach(doubt -> err.println("plimsoll: not to be trusted: " + doubt));
        return CommandRunner.NO;
    }

    private static String page(Scorecard card, RunCharts charts) {
        List<String> caveats = new ArrayList<>(HistoryTable.findings(card));
        card.reproduction().doubts().forEach(doubt -> caveats.add("not to be trusted: " + doubt));
        return BacktestPage.render(
                new TraceSettings(card.settings()),
                Stream.concat(Stream.of(card.recorded()), card.policies().stream()).toList(),
                charts,
                caveats);
    }
}
