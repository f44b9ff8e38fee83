// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.cluster;

import dev.plimsoll.capacity.MmcStation;
import java.util.List;

/**
 * One step of the replicas of a service. Requests are split evenly at random, each replica has its
 * own queue, and within a step every replica is an M/M/c station in equilibrium ("quasi-static")
 * behind the backlog that it carries over.
 *
 * <p>Equilibrium is read literally for the SLO: a step whose load is above the SLO's edge violates
 * it. For latencies the load is taken as at most that whose queue settles within a minute
 * (relaxation time 1/(cμ(1 − √ρ)²)); what is beyond that shows as backlog.
 */
final class StationPhysics {
    private static final double SETTLING_SECONDS = 60;

    /** Middles of sixteen equally likely parts of the standard normal distribution. */
    private static final double[] NORMAL_POINTS = {
        -1.8627, -1.3180, -1.0100, -0.7764, -0.5791, -0.4023, -0.2372, -0.0784, 0.0784, 0.2372,
        0.4023, 0.5791, 0.7764, 1.0100, 1.3180, 1.8627
    };

    private final ServiceModel model;
    private final MmcStation station;
    private final double edge;
    private final double mostSettledLoad;
    private final TailLatency tails;

    StationPhysics(ServiceModel model) {
        this.model = model;
        this.station = model.station();
        this.edge = station.edgeLoad(model.slo());
        this.tails = new TailLatency(model);
        double slack = 1 - 1 / StrictMath.sqrt(station.saturationRate() * SETTLING_SECONDS);
        this.mostSettledLoad = Math.max(edge, slack > 0 ? slack * slack : 0);
    }

    /** Serves one step's arrivals, and moves every backlog on. */
    ServedStep serve(List<ReplicaGroup> groups, int ready, double demand, LatencyTally tally) {
        double requests = demand * model.stepSeconds();
        if (ready == 0) {
            tally.addRefused(requests);
            return new ServedStep(demand, 0, demand > 0 ? 1 : 0, 0, 0, demand > 0);
        }
        double load = demand / ready / station.saturationRate();
        if (load < 1 && allClear(groups)) {
            double settled = Math.min(load, mostSettledLoad);
            tally.add(settled, requests);
            double mean = station.meanResponse(settled);
            return new ServedStep(demand, ready, load, mean, tails.at(settled), isBeyondEdge(load));
        }
        return serveBehindBacklogs(groups, ready, demand, tally);
    }

    /** Lets replicas that leave work on what they have. */
    void drain(List<ReplicaGroup> leaving) {
        for (ReplicaGroup group : leaving) {
            group.backlog().advance(0, station.saturationRate(), model.stepSeconds());
        }
    }

    private ServedStep serveBehindBacklogs(
            List<ReplicaGroup> groups, int ready, double demand, LatencyTally tally) {
        double rate = demand / ready;
        double settled = Math.min(rate / station.saturationRate(), mostSettledLoad);
        Waits waits = new Waits(groups.size() * NORMAL_POINTS.length);
        double busy = 0;
        for (ReplicaGroup group : groups) {
            double share = (double) group.replicas() / ready;
            busy += share * busyShare(group.backlog(), rate);
            for (double point : NORMAL_POINTS) {
                waits.add(waitSeconds(group.backlog(), rate, point), share / NORMAL_POINTS.length);
            }
            group.backlog().advance(rate, station.saturationRate(), model.stepSeconds());
        }
        waits.forEach((seconds, weight) ->
                tally.addDelayed(settled, seconds, weight * demand * model.stepSeconds()));
        double mean = waits.mean() + station.meanResponse(settled);
        double tail = waits.quantile(model.slo().quantile()) + station.meanResponse(settled);
        boolean violated =
                demand > 0
                        && (isBeyondEdge(rate / station.saturationRate())
                                || isSlow(waits, settled));
        return new ServedStep(demand, ready, Math.min(1, busy), mean, tail, violated);
    }

    private double busyShare(Backlog backlog, double rate) {
        double backlogged = backlog.share();
        return backlogged + (1 - backlogged) * Math.min(1, rate / station.saturationRate());
    }

    private boolean isSlow(Waits waits, double settled) {
        double target = model.slo().targetSeconds();
        double slow = waits.mean(seconds -> station.exceedance(settled, target - seconds));
        return slow > 1 - model.slo().quantile();
    }

    /** What a request that arrives in the middle of the step waits for the backlog alone. */
    private double waitSeconds(Backlog backlog, double rate, double point) {
        double half = model.stepSeconds() / 2.0;
        double mean = backlog.mean() + (rate - station.saturationRate()) * half;
        double variance =
                backlog.deviation() * backlog.deviation()
                        + (rate + station.saturationRate()) * half;
        double waiting = mean + point * StrictMath.sqrt(variance);
        return Math.max(0, waiting) / station.saturationRate();
    }

    private boolean isBeyondEdge(double load) {
        return load > edge * (1 + 1e-9);
    }

    private static boolean allClear(List<ReplicaGroup> groups) {
        for (int i = 0; i < groups.size(); i++) {
            if (!groups.get(i).backlog().isClear()) {
                return false;
            }
        }
        return true;
    }
}
