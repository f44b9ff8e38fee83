// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.control.DecisionRecord;
import dev.plimsoll.guard.Verdict;
import dev.plimsoll.sim.backtest.BacktestCase;
import dev.plimsoll.sim.backtest.BacktestSettings;
import dev.plimsoll.sim.backtest.BacktestSettings.Replay;
import dev.plimsoll.sim.backtest.BacktestSettings.Scale;
import dev.plimsoll.sim.backtest.Moment;
import dev.plimsoll.sim.backtest.PolicySpec;
import dev.plimsoll.sim.backtest.Simulation;
import dev.plimsoll.sim.workload.Interpolation;
import dev.plimsoll.sim.workload.Trace;
import java.io.PrintStream;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The day of the demo: a day of history that passes at once, then the day itself, with {@code
 * predictive} and, unseen beside it, {@code hpa}. Not thread-safe.
 */
final class DemoDay {
    private static final int MINUTES = 24 * 60;
    private static final int PEAK_REPLICAS = 20;
    private static final Duration ROW = Duration.ofMinutes(20);
    private static final int BAR = 24;

    private final PrintStream out;
    private final BacktestCase replay;
    private final Simulation ours;
    private final Simulation theirs;
    private final Tally ourTally = new Tally();
    private final Tally theirTally = new Tally();
    private String decision = "";

    DemoDay(PrintStream out, long seed) {
        this.out = out;
        BacktestSettings usual = BacktestSettings.defaults(40);
        this.replay =
                BacktestCase.of(
                        twoDays(seed),
                        new BacktestSettings(
                                usual.service(),
                                usual.cadence(),
                                usual.startUp(),
                                new Scale.PeakReplicas(PEAK_REPLICAS),
                                usual.limits(),
                                new Replay(
                                        Interpolation.ROUGH,
                                        0.5,
                                        usual.replay().maxDays(),
                                        usual.replay().start(),
                                        seed),
                                usual.prices(),
                                usual.pushedInterval()));
        this.ours = new Simulation(replay, PolicySpec.parse("predictive"));
        this.theirs = new Simulation(replay, PolicySpec.parse("hpa"));
    }

    /** Plays the day at so many simulated seconds per second, until it ends or is stopped. */
    void play(int speed, Duration most, CountDownLatch stop) throws InterruptedException {
        int stepSeconds = replay.service().stepSeconds();
        int historySteps = MINUTES * 60 / stepSeconds;
        for (int step = 0; step < historySteps; step++) {
            ours.next();
            theirs.next();
        }
        header();
        long begin = System.nanoTime();
        long stepNanos = TimeUnit.SECONDS.toNanos(stepSeconds) / speed;
        for (long step = 1; ours.hasNext(); step++) {
            show(ours.next());
            theirTally.add(theirs.next(), stepSeconds);
            long left = begin + step * stepNanos - System.nanoTime();
            boolean over = System.nanoTime() - begin > most.toNanos();
            if (over || stop.await(Math.max(0, left), TimeUnit.NANOSECONDS)) {
                return;
            }
        }
    }

    void summarise() {
        out.println();
        out.printf(
                Locale.ROOT, "%-12s %10s %14s %9s%n", "", "violated", "replica-hours", "changes");
        ourTally.print(out, "predictive");
        theirTally.print(out, "hpa at 60 %");
    }

    private void header() {
        out.println(
                "A simulated day of one service: SLO %s, a new replica takes about 40 s."
                        .formatted(replay.service().slo()));
        out.println();
        out.printf(
                "%-6s %-" + BAR + "s %7s %8s %6s %7s  %s%n",
                "time",
                "demand",
                "req/s",
                "replicas",
                "busy",
                "p95 ms",
                "last decision");
    }

    private void show(Moment moment) {
        ourTally.add(moment, replay.service().stepSeconds());
        moment.decisions().forEach(this::note);
        long second = moment.at().getEpochSecond();
        if (second % ROW.toSeconds() == 0) {
            row(moment);
            decision = "";
        }
    }

    private void note(DecisionRecord record) {
        if (record.verdict() instanceof Verdict.Approved(var approved, var clamps)) {
            String bound = clamps.isEmpty() ? "" : "; " + clamps.getLast().rule().sentence();
            decision =
                    "%d → %d: %s%s"
                            .formatted(
                                    record.proposal().current(),
                                    clamps.isEmpty()
                                            ? record.proposal().target()
                                            : clamps.getLast().after(),
                                    record.proposal().reason().sentence(),
                                    bound);
        }
    }

    private void row(Moment moment) {
        var served = moment.served();
        int length = (int) Math.round(BAR * served.demand() / replay.demand().peak());
        String replicas =
                served.ready() == moment.desired()
                        ? String.valueOf(served.ready())
                        : served.ready() + "→" + moment.desired();
        out.printf(
                Locale.ROOT,
                "%-6s %-" + BAR + "s %7.0f %8s %5.0f%% %6.0f%s  %s%n",
                LocalTime.ofInstant(moment.at(), ZoneOffset.UTC),
                "▆".repeat(length),
                served.demand(),
                replicas,
                served.utilization() * 100,
                served.tailLatencySeconds() * 1000,
                served.violated() ? "!" : " ",
                decision);
        out.flush();
    }

    /** Two days of a web service by the minute: quiet nights, two peaks, and noise. */
    private static Trace twoDays(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[2 * MINUTES + 1];
        double noise = 0;
        for (int minute = 0; minute < values.length; minute++) {
            double hour = minute / 60.0 % 24;
            noise = 0.9 * noise + 0.04 * (random.nextDouble() - 0.5);
            double shape = 0.12 + 0.75 * peak(hour, 11, 3) + 0.88 * peak(hour, 20, 2.2);
            values[minute] = 1000 * shape * (1 + noise);
        }
        return Trace.regular("demo", 60, values);
    }

    private static double peak(double hour, double at, double width) {
        double apart = Math.abs(hour - at);
        double away = Math.min(apart, 24 - apart) / width;
        return StrictMath.exp(-away * away / 2);
    }

    /** What a policy's part of the day came to. */
    private static final class Tally {
        private double requests;
        private double violated;
        private double replicaHours;
        private int changes;
        private int desired = -1;

        void add(Moment moment, int stepSeconds) {
            double arrived = moment.served().demand() * stepSeconds;
            requests += arrived;
            violated += moment.served().violated() ? arrived : 0;
            replicaHours += moment.billed() * stepSeconds / 3600.0;
            changes += desired >= 0 && desired != moment.desired() ? 1 : 0;
            desired = moment.desired();
        }

        void print(PrintStream out, String name) {
            out.printf(
                    Locale.ROOT,
                    "%-12s %9.3f%% %14.1f %9d%n",
                    name,
                    requests > 0 ? 100 * violated / requests : 0,
                    replicaHours,
                    changes);
        }
    }
}
