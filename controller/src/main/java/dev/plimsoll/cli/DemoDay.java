// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.config.scenario.ScenarioReader;
import dev.plimsoll.sim.backtest.BacktestCase;
import dev.plimsoll.sim.backtest.Moment;
import dev.plimsoll.sim.backtest.PolicySpec;
import dev.plimsoll.sim.backtest.Simulation;
import dev.plimsoll.sim.scenario.Scenario;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The day of the demo: a day of history that passes at once, then the day itself, with {@code
 * predictive} and, unseen beside it, {@code hpa}. Not thread-safe.
 */
final class DemoDay {
    private static final String NAME = "demo";
    private static final Duration ROW = Duration.ofMinutes(20);

    private final PrintStream out;
    private final Scenario scenario;
    private final Simulation ours;
    private final Simulation theirs;
    private final DemoTable table;
    private final DemoTally ourTally = new DemoTally();
    private final DemoTally theirTally = new DemoTally();

    DemoDay(PrintStream out, long seed) {
        this.out = out;
        this.scenario = ScenarioReader.read(ScenarioSource.builtIn("demo", NAME));
        BacktestCase replay = BacktestCase.of(scenario, seed);
        this.ours = new Simulation(replay, PolicySpec.parse("predictive"));
        this.theirs = new Simulation(replay, PolicySpec.parse("hpa"));
        this.table = new DemoTable(out, replay);
    }

    /** Plays the day at so many simulated seconds per second, until it ends or is stopped. */
    void play(int speed, Duration most, CountDownLatch stop) throws InterruptedException {
        int stepSeconds = scenario.service().stepSeconds();
        for (long second = 0; second < scenario.warmUpSeconds(); second += stepSeconds) {
            ours.next();
            theirs.next();
        }
        table.header(scenario);
        long begin = System.nanoTime();
        long stepNanos = TimeUnit.SECONDS.toNanos(stepSeconds) / speed;
        for (long step = 1; ours.hasNext(); step++) {
            show(scenario.warmUpSeconds() + (step - 1) * stepSeconds);
            long left = begin + step * stepNanos - System.nanoTime();
            boolean over = System.nanoTime() - begin > most.toNanos();
            if (over || stop.await(Math.max(0, left), TimeUnit.NANOSECONDS)) {
                return;
            }
        }
    }

    private void show(long second) {
        Moment moment = ours.next();
        int stepSeconds = scenario.service().stepSeconds();
        ourTally.add(moment, stepSeconds);
        theirTally.add(theirs.next(), stepSeconds);
        scenario.events().forEach(event -> table.announce(event, second, stepSeconds));
        moment.decisions().forEach(table::note);
        table.watch(moment, second);
        if (second % ROW.toSeconds() == 0) {
            table.row(moment);
        }
    }

    /** What the day came to, beside what HPA made of it. */
    void summarise() {
        out.println();
        out.println("No request gives up here: a deep overload counts for longer than in life.");
        out.println();
        out.printf(
                Locale.ROOT,
                "%-12s %9s %14s %8s   %s%n",
                "",
                "violated",
                "replica-hours",
                "changes",
                "scale-ins on readings that were not true");
        row("predictive", ourTally, ours.scaleInsWithoutEvidence());
        row("hpa at 60 %", theirTally, theirs.scaleInsWithoutEvidence());
    }

    private void row(String name, DemoTally tally, int blind) {
        out.printf(
                Locale.ROOT,
                "%-12s %9s %14.1f %8d   %d%n",
                name,
                tally.violated(),
                tally.replicaHours(),
                tally.changes(),
                blind);
    }
}
