// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.cluster;

import dev.plimsoll.capacity.MmcStation;

/**
 * The queue of one replica of c slots and service time s (saturation rate C = c/s), as a
 * distribution over replicas with the same past.
 *
 * <p><b>Model.</b> A request waits for the longer of two: the wait of an M/M/c queue in equilibrium
 * (Erlang C; Kleinrock, Queueing Systems I, section 3.5), and the time that a backlog left by
 * overload takes to be worked off. The equilibrium is that of a {@link SettlingLoad}, which follows
 * the load as the queue fills and empties: y = 1/(1 − load) obeys dy/dt = κC(x − 1 + 1/y), where x
 * is the true load, at most 1. That is the pointwise stationary fluid flow approximation (Wang,
 * Tipper, Banerjee, "A simple approximation for modeling nonstationary queues", INFOCOM 1996) of
 * one fast slot, slowed by κ. The {@link Backlog} is max(0, F)/C where F is normal: a random walk,
 * whose mean grows by arrivals less services and whose variance by their sum (diffusion; Kleinrock,
 * Queueing Systems II, section 2.8). It begins when the load exceeds 1, with the first two moments
 * of what then waits, and ends when the load is below 1 and F below 0 by three deviations.
 *
 * <p><b>Assumptions.</b> Poisson arrivals, at a rate constant over a step; exponential service,
 * first come first served. The requests of a step meet the equilibrium of its middle, and the
 * backlog of its middle spread by how far it moves. A replica starts empty, y = 1: were it in
 * equilibrium from the start, p95 would be up to 83 % off where replicas join a slow service.
 *
 * <p><b>Why it is enough.</b> The whole distribution is right where decisions hang on it: at the
 * SLO's edge, in overload and while it drains. Worst window of 30 s against a simulation of every
 * request (1500 replicas at 50 ms, 20,000 at 2 s; c = 4, steps of 5 s):
 *
 * <pre>
 *                                            50 ms: p95, mean    2 s: p95, mean
 *   load 0.3 to 0.9, from empty                   3 %    4 %       5 %    10 %
 *   0.7, then 1.3 for 5 min, then 0.7             3 %    7 %       5 %     4 %
 *   0.7, then 1.1 for 5 min, then 0.7             5 %    8 %      11 %    10 %
 *   a tenth added, drained, crashed at 1.3        5 %   12 %       8 %     5 %
 *   a tenth added at 1.05                        16 %   14 %       5 %    17 %
 * </pre>
 *
 * <p>The time to drain comes out 1 to 4 % short. Not thread-safe.
 */
final class ReplicaQueue {
    /** κ: how fast a queue settles, in saturation rates; fitted to a simulation of requests. */
    private static final double SETTLING = 0.45;

    private final MmcStation station;
    private final int stepSeconds;
    private final SettlingLoad settling;
    private final Backlog backlog;

    /** An empty queue. */
    ReplicaQueue(ServiceModel model) {
        this(model.station(), model.stepSeconds(), new SettlingLoad(), new Backlog());
    }

    private ReplicaQueue(
            MmcStation station, int stepSeconds, SettlingLoad settling, Backlog backlog) {
        this.station = station;
        this.stepSeconds = stepSeconds;
        this.settling = settling;
        this.backlog = backlog;
    }

    /** Whether no overload has left anything waiting. */
    boolean isClear() {
        return backlog.isClear();
    }

    /** Whether the two, both clear, may be taken for one. */
    boolean isLike(ReplicaQueue other) {
        return isClear() && other.isClear() && settling.isNear(other.settling);
    }

    /**
     * Lets a step pass at {@code load}; the equilibrium in its middle is that of the load which
     * comes back. For a clear queue and a load of at most 1 that is all there is to it.
     */
    double settle(double load) {
        double half = SETTLING * station.saturationRate() * stepSeconds / 2;
        settling.follow(load, half);
        double middle = settling.load();
        settling.follow(load, half);
        return middle;
    }

    /** Serves a step at {@code load}. */
    GroupLatencies serve(double load) {
        double saturation = station.saturationRate();
        if (load > 1 && backlog.reachesZero()) {
            backlog.begin(station.waitProbability(settling.load()), settling.stretch());
        }
        double settled = settle(load);
        if (backlog.isClear()) {
            return new GroupLatencies(station, settled, 0);
        }
        double[] found = backlog.during(load * saturation, saturation, stepSeconds);
        backlog.advance(load * saturation, saturation, stepSeconds);
        return new GroupLatencies(station, settled, found);
    }

    /** Works the backlog off for a step, while nothing arrives that could tell of the rest. */
    void drain() {
        backlog.advance(0, station.saturationRate(), stepSeconds);
    }

    ReplicaQueue copy() {
        return new ReplicaQueue(station, stepSeconds, settling.copy(), backlog.copy());
    }
}
