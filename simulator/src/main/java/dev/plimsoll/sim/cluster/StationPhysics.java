// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.cluster;

import dev.plimsoll.capacity.MmcStation;
import dev.plimsoll.capacity.TailLatency;
import java.util.List;

/**
 * One step of a service: requests are split evenly at random over the ready replicas, whatever
 * waits at them, and each replica has its own {@link ReplicaQueue}. A limit behind the service
 * slows all replicas alike: they then serve what it lets through, and are busy waiting for it.
 *
 * <p>The SLO is read "quasi-statically": a step violates it if its load is above the SLO's edge,
 * where the SLO would be missed if the load stayed, however slowly the queues follow; and it
 * violates it if what earlier steps have left makes too many requests too slow. So a service that
 * never exceeds the edge never violates.
 */
final class StationPhysics {
    private static final double ROUNDING = 1 + 1e-9;

    private final ServiceModel model;
    private final MmcStation station;
    private final double edge;
    private final TailLatency tails;
    private boolean tailsAreWanted = true;

    StationPhysics(ServiceModel model) {
        this.model = model;
        this.station = model.station();
        this.edge = station.edgeLoad(model.slo()) * ROUNDING;
        this.tails = new TailLatency(station, model.slo().quantile());
    }

    /** From now on nobody looks at tail latencies; they are told as 0. */
    void withoutTails() {
        tailsAreWanted = false;
    }

    /** Serves one step's arrivals. */
    ServedStep serve(List<ReplicaGroup> groups, int ready, Traffic traffic, LatencyTally tally) {
        double demand = traffic.demand();
        double requests = demand * model.stepSeconds();
        if (ready == 0) {
            tally.addRefused(requests);
            return new ServedStep(traffic, 0, demand > 0 ? 1 : 0, 0, 0, 0, demand > 0);
        }
        double load = traffic.load(ready, station.saturationRate());
        ReplicaQueue queue = groups.getFirst().queue();
        if (groups.size() > 1 || load > 1 || !queue.isClear()) {
            return serveGroups(groups, ready, traffic, tally);
        }
        double settled = queue.settle(load);
        tally.add(settled, requests);
        boolean violated = demand > 0 && Math.max(load, settled) > edge;
        double tail = tailsAreWanted || traffic.isSlowed() ? tails.at(settled) : 0;
        return step(traffic, ready, load, station.meanResponse(settled), tail, violated);
    }

    private ServedStep serveGroups(
            List<ReplicaGroup> groups, int ready, Traffic traffic, LatencyTally tally) {
        double load = traffic.load(ready, station.saturationRate());
        StepLatencies step = new StepLatencies(groups.size());
        for (ReplicaGroup group : groups) {
            step.add((double) group.replicas() / ready, group.queue().serve(load));
        }
        step.count(traffic.demand() * model.stepSeconds(), tally);
        double idle = (1 - step.delayedShare()) * (1 - Math.min(load, 1));
        double tail =
                tailsAreWanted || traffic.isSlowed()
                        ? step.quantileSeconds(model.slo().quantile(), tails)
                        : 0;
        boolean violated = traffic.demand() > 0 && (load > edge || isSlow(step));
        double busy = Math.clamp(1 - idle, 0, 1);
        return step(traffic, ready, busy, step.meanSeconds(), tail, violated);
    }

    private ServedStep step(
            Traffic traffic,
            int ready,
            double utilization,
            double mean,
            double tail,
            boolean violated) {
        double served = utilization * traffic.capacity(ready, station.saturationRate());
        double factor = traffic.latencyFactor();
        boolean slowed = traffic.isSlowed() && tail * factor > model.slo().targetSeconds();
        return new ServedStep(
                traffic,
                ready,
                utilization,
                traffic.goodOf(served),
                mean * factor,
                tail * factor,
                violated || slowed);
    }

    private boolean isSlow(StepLatencies step) {
        return !step.isWithin(edge)
                && step.exceeds(model.slo().targetSeconds(), 1 - model.slo().quantile());
    }
}
