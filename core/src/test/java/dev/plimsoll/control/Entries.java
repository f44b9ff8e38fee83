// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import dev.plimsoll.control.JournalEntry.Acted;
import dev.plimsoll.control.JournalEntry.Decided;
import dev.plimsoll.control.JournalEntry.Instructed;
import dev.plimsoll.control.JournalEntry.Observed;
import dev.plimsoll.guard.Guard;
import dev.plimsoll.model.Action;
import dev.plimsoll.model.Instruction.Pause;
import dev.plimsoll.model.Inventory;
import dev.plimsoll.model.ScalingBehavior;
import dev.plimsoll.model.WorkloadId;
import dev.plimsoll.model.Workloads;
import dev.plimsoll.plan.StaticPolicy;
import dev.plimsoll.telemetry.Readings;
import dev.plimsoll.telemetry.Signal;
import dev.plimsoll.telemetry.TestReadings;
import dev.plimsoll.telemetry.WorkloadSnapshot;
import java.time.Instant;
import java.util.List;

/** Entries for tests of journals, by the second at which they were made. */
public final class Entries {
    public static final WorkloadId WEB = Workloads.WEB;
    public static final WorkloadId WORK = new WorkloadId("shop", "work");
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

    private Entries() {}

    public static Observed observed(WorkloadId id, long second) {
        return observed(id, second, 4);
    }

    /** Where the workload was not read. */
    public static Observed dark(WorkloadId id, long second) {
        return new Observed(second(second), snapshot(id, 4, Readings.NONE));
    }

    /** Approved where another number is wanted than there is; else nothing to be done. */
    public static Decided decided(WorkloadId id, long second, int current, int wanted) {
        return decided(observed(id, second, current), wanted);
    }

    public static Decided decided(Observed observed, int wanted) {
        var workload = Workloads.of(observed.workload(), Workloads.WIDE, ScalingBehavior.DEFAULT);
        var knowledge = new WorkloadKnowledge(workload, new StaticPolicy(wanted));
        return new Decided(knowledge.decide(knowledge.observe(observed), new Guard()));
    }

    /** The same, repeated until then. */
    public static Decided until(Decided decided, long second) {
        return new Decided(decided.record(), second(second));
    }

    /** What came a second later of what was decided at a second. */
    public static Acted acted(WorkloadId id, long decided) {
        var scale = new Action.Scale(id, 4, 7);
        return new Acted(second(decided), new Outcome.Applied(scale, second(decided + 1)));
    }

    /** What a person said at a second: pause it. */
    public static Instructed instructed(WorkloadId id, long second) {
        return new Instructed(second(second), id, new Pause("ann", "deploy"));
    }

    public static Instant second(long second) {
        return START.plusSeconds(second);
    }

    private static Observed observed(WorkloadId id, long second, int replicas) {
        Instant at = second(second);
        var readings = TestReadings.at(at).fresh(Signal.DEMAND, (double) second).readings();
        return new Observed(at, snapshot(id, replicas, readings));
    }

    private static WorkloadSnapshot snapshot(WorkloadId id, int replicas, Readings readings) {
        return new WorkloadSnapshot(new Inventory(id, replicas, replicas, 1, List.of()), readings);
    }
}
