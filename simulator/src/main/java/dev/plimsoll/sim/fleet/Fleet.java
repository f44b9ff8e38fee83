// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.fleet;

import dev.plimsoll.model.Inventory;
import dev.plimsoll.model.Pool;
import dev.plimsoll.model.Resources;
import dev.plimsoll.model.WorkloadId;
import dev.plimsoll.sim.backtest.BacktestCase;
import dev.plimsoll.sim.backtest.OpenRun;
import dev.plimsoll.telemetry.Readings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Workloads on the nodes that they share, played in virtual time. Nobody decides inside: replicas
 * change by orders, and by what happens in the scenario. Same scenario, seed and orders at the same
 * times: the same fleet. Not thread-safe.
 */
public final class Fleet {
    /** More than any workload has. */
    public static final int MOST_REPLICAS = 100_000;

    private final Instant start;
    private Optional<Instant> end;
    private final Pool nodes;
    private final Map<WorkloadId, FleetMember> members = new TreeMap<>();
    private final OrderBook orders = new OrderBook();
    private Instant now;
    private long starts;

    /** The service of a scenario that was made ready to be replayed, on nodes of its own. */
    public Fleet(BacktestCase replay) {
        this(List.of(replay));
    }

    /**
     * Services that begin together, on the nodes of the first.
     *
     * @throws IllegalArgumentException if two of them have the same id, or there are none
     */
    public Fleet(List<BacktestCase> replays) {
        this(replays, replays.getFirst().nodes());
    }

    /**
     * Services that begin together.
     *
     * @param nodes what they share
     * @throws IllegalArgumentException if two of them have the same id, or there are none
     */
    public Fleet(List<BacktestCase> replays, Pool nodes) {
        BacktestCase first = replays.getFirst();
        this.start = first.start();
        long seconds = first.context().steps() * (long) first.context().stepSeconds();
        this.end = Optional.of(start.plusSeconds(seconds));
        this.nodes = nodes;
        this.now = start;
        for (BacktestCase replay : replays) {
            FleetMember member = new FleetMember(new OpenRun(replay));
            if (members.put(member.id(), member) != null) {
                throw new IllegalArgumentException("fleet with two of " + member.id());
            }
        }
    }

    /** From now on demand and events begin again whenever they have ended. */
    public void repeat() {
        end = Optional.empty();
        members.values().forEach(FleetMember::repeat);
    }

    /** The fleet's time. */
    public Instant now() {
        return now;
    }

    public Instant start() {
        return start;
    }

    /** When the demand of every workload has ended; empty where it never does. */
    public Optional<Instant> end() {
        return end;
    }

    /** Whether the demand of every workload has ended. */
    public boolean isOver() {
        return members.values().stream().allMatch(FleetMember::isOver);
    }

    /**
     * Lets time pass up to an instant, at most to the end; one that has passed already changes
     * nothing.
     */
    public void playTo(Instant instant) {
        if (instant.isAfter(now)) {
            now = end.filter(instant::isAfter).orElse(instant);
            long second = Duration.between(start, now).toSeconds();
            members.values().forEach(member -> member.playTo(second, this::nextStart));
        }
    }

    /** The ids of the workloads, in their order. */
    public List<WorkloadId> workloads() {
        return List.copyOf(members.keySet());
    }

    /** The workloads in the order of their ids, with the starts after the cursor. */
    public List<Inventory> inventory(long cursor) {
        return members.values().stream().map(member -> member.inventory(cursor)).toList();
    }

    /** After all the starts that there were. */
    public long cursor() {
        return starts;
    }

    /** What the nodes have left. */
    public Pool pool() {
        Resources left = nodes.left();
        for (FleetMember member : members.values()) {
            left = member.leftOf(left);
        }
        return new Pool(left, nodes.quota());
    }

    /** What can be read of a workload now; empty if there is no such workload. */
    public Optional<Readings> readings(WorkloadId workload) {
        return Optional.ofNullable(members.get(workload)).map(member -> member.readings(now));
    }

    /** What can be measured of each workload, in the order of their ids. */
    public List<WorkloadFigures> figures() {
        return members.values().stream().map(FleetMember::figures).toList();
    }

    /** What becomes of an order. One that is accepted is carried out by {@link #apply}. */
    public ScaleAnswer judge(ScaleOrder order) {
        FleetMember member = members.get(order.workload());
        if (member == null) {
            return new ScaleAnswer.UnknownWorkload();
        }
        return orders.meet(order).orElseGet(() -> member.judge(order, now));
    }

    /** Carries out an order that was accepted just before. */
    public void apply(ScaleAnswer.Accepted accepted) {
        AppliedOrder applied = accepted.applied();
        with(applied.order().workload(), member -> member.scale(applied.order(), this::nextStart));
        orders.enter(applied);
    }

    /** How many orders were carried out. */
    public int applied() {
        return orders.size();
    }

    private long nextStart() {
        return ++starts;
    }

    private void with(WorkloadId workload, Consumer<FleetMember> change) {
        Optional.ofNullable(members.get(workload)).ifPresent(change);
    }
}
