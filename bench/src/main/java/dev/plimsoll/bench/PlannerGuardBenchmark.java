// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench;

import dev.plimsoll.capacity.Capacity;
import dev.plimsoll.capacity.LeadTime;
import dev.plimsoll.forecast.bound.DemandBound;
import dev.plimsoll.guard.ActionHistory;
import dev.plimsoll.guard.Guard;
import dev.plimsoll.guard.Review;
import dev.plimsoll.guard.Verdict;
import dev.plimsoll.model.Cadence;
import dev.plimsoll.model.Inventory;
import dev.plimsoll.model.ReplicaLimits;
import dev.plimsoll.model.ScalingBehavior;
import dev.plimsoll.model.Slo;
import dev.plimsoll.model.Workload;
import dev.plimsoll.model.WorkloadId;
import dev.plimsoll.plan.Outlook;
import dev.plimsoll.plan.Planner;
import dev.plimsoll.plan.Proposal;
import dev.plimsoll.plan.ReactivePolicy;
import dev.plimsoll.telemetry.Reading;
import dev.plimsoll.telemetry.Readings;
import dev.plimsoll.telemetry.Signal;
import dev.plimsoll.telemetry.WorkloadSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Planner and guard alone, on a thousand outlooks whose demand wanders. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class PlannerGuardBenchmark {
    private static final int OUTLOOKS = 1024;
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

    private final Workload workload =
            new Workload(
                    new WorkloadId("bench", "web"),
                    new ReplicaLimits(1, 100),
                    new Slo(0.95, 0.25),
                    100,
                    ScalingBehavior.DEFAULT,
                    Cadence.DEFAULT);
    private final SplittableRandom random = new SplittableRandom(1);
    private final List<Outlook> outlooks =
            IntStream.range(0, OUTLOOKS).mapToObj(this::outlook).toList();
    private final Planner planner = new Planner(new ReactivePolicy(1.2));
    private final Guard guard = new Guard();
    private final ActionHistory history = new ActionHistory();
    private int next;

    /** A want, its proposal, and the verdict on it. */
    @Benchmark
    public Verdict planAndReview() {
        Outlook outlook = outlooks.get(next++ % OUTLOOKS);
        Proposal proposal = planner.plan(outlook, planner.observe(outlook));
        return guard.review(new Review(outlook, proposal, history, 0));
    }

    private Outlook outlook(int index) {
        Instant at = START.plusSeconds(15L * index);
        double demand = 1500 + 1000 * random.nextDouble();
        var readings = Readings.of(Map.of(Signal.DEMAND, new Reading.Fresh(demand, at)));
        int replicas = 25 + random.nextInt(20);
        var inventory = new Inventory(workload.id(), replicas, replicas, 1, List.of());
        return new Outlook(
                workload,
                at,
                new WorkloadSnapshot(inventory, readings),
                new Capacity.Known(65.2, 0.815, Capacity.Basis.LEARNED),
                new LeadTime(40, 0.25),
                DemandBound.NONE,
                Instant.MIN);
    }
}
