// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.config.scenario.ScenarioReader;
import dev.plimsoll.sim.backtest.Backtest;
import dev.plimsoll.sim.backtest.BacktestCase;
import dev.plimsoll.sim.backtest.BacktestRun;
import dev.plimsoll.sim.backtest.PolicySpec;
import dev.plimsoll.sim.scenario.Gallery;
import dev.plimsoll.sim.scenario.Scenario;
import dev.plimsoll.sim.score.ScoreContext;
import dev.plimsoll.sim.score.Timeline;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;

/**
 * Every built-in scenario under every policy that it names, a line each: the scores that matter and
 * the replicas over time. As text, so that a change of behaviour is a difference to be reviewed.
 */
final class GalleryReport {
    private static final long SEED = 1;
    private static final int WIDTH = 48;
    private static final String INTRODUCTION =
            """
            # What every policy does in every built-in scenario

            Made by `make report`, and held to the letter by the tests: whoever changes what a policy decides changes
            this file, and the difference is what a reviewer reads. One seed (1), a line a policy:

            - **violated**: requests that arrived while the objective was missed; **hours**: replica-hours
            - **chg**: changes of the number asked for; **blind**: scale-ins on readings that were not true
            - **lost**: sessions that ended because their replica did; **noq**: seconds without a quorum
            - **back**: actions taken back; **alarm**: times at which the guard called for a person
            - the line: replicas that were ready, against the same height in all lines of a scenario; `need`: what the
              objective needed

            `hpa`, `keda` and `kpa` decide as Kubernetes 1.36, KEDA 2.21 and Knative Serving 0.51 do, to the letter, at their
            defaults and a target of 60 % (`kpa`: 70 %); [docs/fairness.md](docs/fairness.md) says what they see. `hpa` was a
            sketch before: since it counts a fresh replica only once a whole metrics interval shows it, and from then on by
            the number of pods that were measured, it adds less on top of what still starts. In `shaky` that saves a sixth of
            its replica-hours (113.8 to 95.9) and costs violations (5.0 to 6.7 %), in `flash-crowd` it costs violations (10.4
            to 16.3 %). `kpa` answers a crowd fastest of the three, and goes down with every dip. Without metrics it halves
            the replicas once: exactly a stable window after the last scrape its average is 0, and only then its window counts
            as empty. Where that, or zeros, let an overload happen, it orders all it may afterwards: what it counts is in
            flight, and no simulated request ever gives up.

            """;

    private GalleryReport() {}

    /** The whole report; the same with any number of threads. */
    static String render(int threads, Runnable done) {
        StringBuilder text = new StringBuilder(INTRODUCTION);
        for (String name : Gallery.NAMES) {
            Scenario scenario = ScenarioReader.read(ScenarioSource.builtIn("SCENARIO", name));
            text.append(section(scenario, threads));
            done.run();
        }
        return text.toString();
    }

    private static String section(Scenario scenario, int threads) {
        Map<String, Timeline> timelines = new ConcurrentSkipListMap<>();
        List<PolicySpec> specs = scenario.policies().stream().map(PolicySpec::parse).toList();
        BacktestCase replay = BacktestCase.of(scenario, SEED);
        Supplier<BacktestCase> only = () -> replay;
        List<BacktestRun> runs =
                new Backtest(
                                specs,
                                (_, policy, timeline) -> timelines.put(policy.toString(), timeline))
                        .run(List.of(only), threads, () -> {});
        ScoreContext context = replay.context();
        double top = top(context, timelines);
        StringBuilder text = new StringBuilder();
        text.append("## %s%n%n%s%n%n```%n".formatted(scenario.name(), scenario.description()));
        text.append(header());
        text.append("%-67s%s%n".formatted("need", line(context::need, context.steps(), top)));
        for (BacktestRun run : runs) {
            IntToDoubleFunction supply = supply(timelines, run);
            text.append(row(run, line(supply, context.steps(), top)));
        }
        return text.append("```\n\n").toString();
    }

    private static IntToDoubleFunction supply(Map<String, Timeline> timelines, BacktestRun run) {
        Timeline timeline = timelines.get(run.policy().toString());
        if (timeline == null) {
            throw new IllegalStateException("no timeline was kept of " + run.policy());
        }
        return timeline::supply;
    }

    private static double top(ScoreContext context, Map<String, Timeline> timelines) {
        double top = 1;
        for (int step = 0; step < context.steps(); step++) {
            top = Math.max(top, context.need(step));
            for (Timeline timeline : timelines.values()) {
                top = Math.max(top, timeline.supply(step));
            }
        }
        return top;
    }

    private static String line(IntToDoubleFunction value, int steps, double top) {
        return Sparkline.of(value, steps, WIDTH, top);
    }

    private static String header() {
        return "%-14s %8s %7s %5s %5s %5s %5s %4s %5s%n"
                .formatted(
                        "policy",
                        "violated",
                        "hours",
                        "chg",
                        "blind",
                        "lost",
                        "noq",
                        "back",
                        "alarm");
    }

    private static String row(BacktestRun run, String line) {
        Map<String, Number> scores = run.scores().byName();
        return String.format(
                Locale.ROOT,
                "%-14s %8s %7s %5s %5s %5s %5s %4s %5s %s%n",
                run.policy(),
                BacktestTable.percent(scores, "sloViolationRatio"),
                BacktestTable.number(scores, "replicaHours", "%.1f"),
                scores.get("adaptations"),
                scores.get("scaleInsWithoutEvidence"),
                scores.get("sessionsLost"),
                scores.get("quorumLostSeconds"),
                scores.get("takeBacks"),
                scores.get("alarms"),
                line);
    }
}
