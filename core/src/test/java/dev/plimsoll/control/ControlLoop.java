// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import dev.plimsoll.control.JournalEntry.Instructed;
import dev.plimsoll.guard.Guard;
import dev.plimsoll.model.Instruction;
import dev.plimsoll.model.Inventory;
import dev.plimsoll.model.Workload;
import dev.plimsoll.plan.Policy;
import dev.plimsoll.telemetry.InMemoryTelemetry;
import dev.plimsoll.telemetry.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * One workload in the real loop, among in-memory twins and a hand-set clock. A replica is saturated
 * at 80 requests/s; latency is never seen, so that the prior edge of 60 % makes 48/s its capacity.
 */
final class ControlLoop {
    static final double SATURATION = 80;

    private final Workload workload;
    private final HandSetClock clock = new HandSetClock(Instant.parse("2026-01-05T00:00:00Z"));
    private final InMemoryPlatform platform = new InMemoryPlatform(clock);
    private final InMemoryTelemetry telemetry;
    private final InMemoryJournal journal = new InMemoryJournal(Duration.ofHours(24));
    private final Knowledge knowledge;
    private final Cycle cycle;

    ControlLoop(Workload workload, Policy policy, int replicas) {
        this.workload = workload;
        this.telemetry = new InMemoryTelemetry(workload.cadence());
        platform.set(workload.id(), replicas);
        knowledge = knowledge(workload, policy);
        cycle = new Cycle(telemetry, platform, journal, knowledge, new Guard());
    }

    static Knowledge knowledge(Workload workload, Policy policy) {
        return new Knowledge(Map.of(workload.id(), new WorkloadKnowledge(workload, policy)));
    }

    InMemoryPlatform platform() {
        return platform;
    }

    InMemoryTelemetry telemetry() {
        return telemetry;
    }

    InMemoryJournal journal() {
        return journal;
    }

    HandSetClock clock() {
        return clock;
    }

    WorkloadKnowledge known() {
        return knowledge.of(workload.id());
    }

    /** A second later a person says something. */
    void say(Instruction instruction) {
        clock.advance(Duration.ofSeconds(1));
        var instructed = new Instructed(clock.instant(), workload.id(), instruction);
        journal.append(instructed);
        journal.commit();
        knowledge.fold(instructed);
    }

    int replicas() {
        return inventory().desired();
    }

    /** A cycle later, with readings of this demand. */
    DecisionRecord turn(double demand) {
        clock.advance(workload.cadence().cycle());
        report(demand);
        return cycle.run(clock.instant()).getFirst();
    }

    /** A few seconds later, between two cycles, with readings of this demand. */
    List<DecisionRecord> tick(double demand) {
        clock.advance(Duration.ofSeconds(2));
        report(demand);
        return cycle.tick(clock.instant());
    }

    /** A cycle later, without new readings. */
    DecisionRecord darkTurn() {
        clock.advance(workload.cadence().cycle());
        return cycle.run(clock.instant()).getFirst();
    }

    void report(double demand) {
        int ready = inventory().ready();
        Instant now = clock.instant();
        double load = Math.min(1, demand / (ready * SATURATION));
        telemetry.report(workload.id(), Signal.DEMAND, demand, now);
        telemetry.report(workload.id(), Signal.UTILIZATION, load, now);
        telemetry.report(workload.id(), Signal.READY_REPLICAS, ready, now);
    }

    List<DecisionRecord> turns(int turns, double demand) {
        return IntStream.range(0, turns).mapToObj(_ -> turn(demand)).toList();
    }

    private Inventory inventory() {
        return platform.inventory().stream()
                .filter(inventory -> inventory.workload().equals(workload.id()))
                .findFirst()
                .orElseThrow();
    }
}
