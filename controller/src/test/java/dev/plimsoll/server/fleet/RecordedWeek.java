// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.server.fleet;

import dev.plimsoll.config.Source;
import dev.plimsoll.config.scenario.ScenarioReader;
import dev.plimsoll.model.WorkloadId;
import dev.plimsoll.sim.backtest.BacktestCase;
import dev.plimsoll.sim.backtest.OpenRun;
import dev.plimsoll.sim.fleet.Fleet;
import dev.plimsoll.sim.fleet.ScaleAnswer;
import dev.plimsoll.sim.fleet.ScaleOrder;
import dev.plimsoll.sim.fleet.WorkloadFigures;
import dev.plimsoll.telemetry.Reading;
import dev.plimsoll.telemetry.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;

/**
 * A week of the embedded fleet under a plain autoscaler: replicas for a busy share, and fewer only
 * if five minutes agree. What a scraper finds every 15 s is handed on; what really happened is kept
 * beside it, from a run of the same scenario that gets the same orders.
 */
public final class RecordedWeek {
    public static final int DAYS = 7;
    private static final Duration SCRAPE = Duration.ofSeconds(15);
    private static final int AGREEING = 20;
    private static final double TARGET_SHARE = 0.75;
    private static final double TOLERANCE = 0.1;
    private static final int[] RATES = {
        700, 350, 250, 500, 1500, 2300, 1900, 1600, 2100, 3100, 2800, 1100
    };
    private static final double[] WEEKDAYS = {1, 1.05, 0.95, 1.1, 1.2, 0.7, 0.6};

    private final Fleet fleet;
    private final OpenRun truth;
    private final WorkloadId workload;
    private final Deque<Integer> wanted = new ArrayDeque<>();
    private final double[] demand;
    private final boolean[] violated;
    private final int[] billed;
    private final int stepSeconds;
    private int step;
    private long order;

    /** The week, which has not begun. */
    public RecordedWeek() {
        BacktestCase replay =
                BacktestCase.of(ScenarioReader.read(new Source("week.yaml", yaml())), 1);
        this.fleet = new Fleet(replay);
        this.truth = new OpenRun(replay);
        this.workload = replay.workload().id();
        this.stepSeconds = replay.context().stepSeconds();
        int steps = replay.context().steps();
        this.demand = new double[steps];
        this.violated = new boolean[steps];
        this.billed = new int[steps];
    }

    /** The scenario, as a person would write it. */
    static String yaml() {
        StringBuilder points = new StringBuilder();
        for (int hour = 0; hour < DAYS * 24; hour += 2) {
            double rate = RATES[hour % 24 / 2] * WEEKDAYS[hour / 24];
            points.append("      - {at: %dh, rate: %.0f/s}\n".formatted(hour, rate));
        }
        return """
        apiVersion: plimsoll.dev/v1alpha1
        kind: Scenario
        metadata: {name: week}
        spec:
          duration: 7d
          service: {concurrency: 4, serviceTime: 50ms, leadTime: 60s, leadTimeSpread: 0.25}
          workload:
            minReplicas: 2
            maxReplicas: 100
            slo: {latency: {quantile: 0.95, target: 250ms}, violationCost: 100}
          telemetry: {interval: 15s, delay: 15s, noise: true}
          demand:
            roughness: 5%%
            points:
        %s
        """
                .formatted(points.toString().stripTrailing().replaceAll("(?m)^", " "));
    }

    /** Lets it pass; each scrape is the fleet's time and its metrics as text. */
    public void play(BiConsumer<Instant, String> scrape) {
        while (!fleet.isOver()) {
            fleet.playTo(fleet.now().plus(SCRAPE));
            follow();
            scrape.accept(fleet.now(), MetricsText.of(fleet, 1));
            scale();
        }
    }

    public Instant start() {
        return fleet.start();
    }

    /** The share of requests that arrived in violated steps from a second on. */
    public double violationsFrom(long second) {
        double all = 0;
        double missed = 0;
        for (int i = (int) (second / stepSeconds); i < step; i++) {
            all += demand[i];
            missed += violated[i] ? demand[i] : 0;
        }
        return missed / all;
    }

    /** The replica-hours from a second on. */
    public double hoursFrom(long second) {
        double hours = 0;
        for (int i = (int) (second / stepSeconds); i < step; i++) {
            hours += billed[i] * stepSeconds / 3600.0;
        }
        return hours;
    }

    private void follow() {
        long second = Duration.between(fleet.start(), fleet.now()).toSeconds();
        while (truth.hasNext() && truth.stepEnd() <= second) {
            billed[step] = truth.world().service().billed();
            var served = truth.next().served();
            demand[step] = served.demand();
            violated[step] = served.violated();
            step++;
        }
    }

    private void scale() {
        WorkloadFigures figures = fleet.figures().getFirst();
        var readings = fleet.readings(workload).orElseThrow();
        if (fleet.isOver()
                || !(readings.of(Signal.UTILIZATION)
                        instanceof Reading.Fresh(double share, var _))) {
            return;
        }
        double ratio = share / TARGET_SHARE;
        int now =
                Math.abs(ratio - 1) < TOLERANCE
                        ? figures.desired()
                        : Math.clamp((int) Math.ceil(figures.ready() * ratio), 2, 100);
        wanted.addLast(now);
        if (wanted.size() > AGREEING) {
            wanted.removeFirst();
        }
        int most = wanted.stream().mapToInt(Integer::intValue).max().orElseThrow();
        order(now > figures.desired() ? now : Math.min(figures.desired(), most));
    }

    private void order(int replicas) {
        var inventory = fleet.inventory(fleet.cursor()).getFirst();
        if (replicas == inventory.desired()) {
            return;
        }
        var ordered =
                new ScaleOrder(
                        "o" + order++, 1, workload, inventory.version(), replicas, List.of());
        if (fleet.judge(ordered) instanceof ScaleAnswer.Accepted accepted) {
            fleet.apply(accepted);
            truth.world().service().scaleTo(replicas);
        } else {
            throw new AssertionError("the fleet refuses " + ordered);
        }
    }

    /** Metrics as a scraper stores them, with a time to each sample. */
    public static String timed(String metrics, Instant at) {
        String time = String.format(Locale.ROOT, " %d%n", at.toEpochMilli());
        StringBuilder text = new StringBuilder();
        metrics.lines()
                .filter(line -> !line.startsWith("#"))
                .forEach(line -> text.append(line).append(time));
        return text.toString();
    }
}
