// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import dev.plimsoll.control.JournalEntry.Acted;
import dev.plimsoll.control.JournalEntry.Observed;
import dev.plimsoll.control.Outcome.Applied;
import dev.plimsoll.control.Outcome.Refusal;
import dev.plimsoll.control.Outcome.Refused;
import dev.plimsoll.guard.ApprovedAction;
import dev.plimsoll.guard.Verdict.Approved;
import dev.plimsoll.model.Action;
import dev.plimsoll.model.Inventory;
import dev.plimsoll.model.Workload;
import dev.plimsoll.telemetry.Reading;
import dev.plimsoll.telemetry.Readings;
import dev.plimsoll.telemetry.Signal;
import dev.plimsoll.telemetry.WorkloadSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * A workload as it might be seen: demand that swings and jumps, lost readings, outages, garbage,
 * changes by hand, refused actions, new replicas that take their time.
 */
final class RandomWorld {
    private static final double SATURATION = 80;

    private final SplittableRandom random;
    private final Workload workload;
    private final Map<Signal, Double> values = new EnumMap<>(Signal.class);
    private Instant now = Instant.parse("2026-01-05T00:00:00Z");
    private Instant measured = now;
    private double level = 400;
    private int replicas = 5;
    private long version = 1;
    private int dark;

    RandomWorld(Workload workload, long seed) {
        this.workload = workload;
        this.random = new SplittableRandom(seed);
    }

    /** What is seen a cycle later. */
    Observed next() {
        now = now.plus(workload.cadence().cycle());
        dark = dark > 0 ? dark - 1 : random.nextInt(25) == 0 ? random.nextInt(1, 20) : 0;
        if (dark == 0 && random.nextInt(12) > 0) {
            measure();
        }
        if (random.nextInt(60) == 0) {
            set(random.nextInt(1, 20));
        }
        var inventory = new Inventory(workload.id(), replicas, replicas, version, starts());
        return new Observed(now, new WorkloadSnapshot(inventory, readings()));
    }

    /** What is seen between this cycle and the next, with demand that is pushed. */
    Observed tick() {
        double pushed = level * random.nextDouble(0.8, 1.6);
        Instant at = now.plusSeconds(random.nextInt(1, 14));
        var fresh = new Reading.Fresh(pushed, at);
        var inventory = new Inventory(workload.id(), replicas, replicas, version, List.of());
        var readings = readings().with(Signal.PUSHED_DEMAND, fresh);
        return new Observed(Clock.TICK, at, new WorkloadSnapshot(inventory, readings));
    }

    /** Carries a decision out, unless it is refused; what came of its action, if it has one. */
    Optional<Acted> carryOut(DecisionRecord decision) {
        if (decision.verdict() instanceof Approved(ApprovedAction approved, var _)
                && approved.action() instanceof Action.Scale scale) {
            if (random.nextInt(10) == 0) {
                return acted(decision, new Refused(scale, decision.at(), Refusal.CONFLICT));
            }
            set(scale.to());
            return acted(decision, new Applied(scale, decision.at()));
        }
        return Optional.empty();
    }

    private static Optional<Acted> acted(DecisionRecord decision, Outcome outcome) {
        return Optional.of(new Acted(decision.at(), outcome));
    }

    private void set(int wanted) {
        replicas = wanted;
        version++;
    }

    private void measure() {
        measured = now.minus(workload.cadence().metricsDelay());
        level = Math.clamp(level * (1 + 0.1 * random.nextGaussian()), 20, 5000);
        double demand = random.nextInt(40) == 0 ? Double.NaN : level;
        double load = Math.min(1, level / (replicas * SATURATION));
        values.put(Signal.DEMAND, demand);
        values.put(Signal.UTILIZATION, load);
        values.put(Signal.READY_REPLICAS, (double) replicas);
        values.put(Signal.MEAN_LATENCY, 0.05 / (1.01 - load * load * load * load));
    }

    private Readings readings() {
        Map<Signal, Reading> readings = new EnumMap<>(Signal.class);
        values.forEach((signal, value) ->
                readings.put(signal, Reading.of(value, measured, now, workload.cadence())));
        return Readings.of(readings);
    }

    private List<Duration> starts() {
        return random.nextInt(8) == 0
                ? List.of(Duration.ofMillis(random.nextInt(20_000, 70_000)))
                : List.of();
    }
}
