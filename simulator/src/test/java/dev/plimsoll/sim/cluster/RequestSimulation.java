// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A service simulated request by request: the judge of the queueing model that the product uses. It
 * shares no code with the product.
 *
 * <p>Model: arrivals are Poisson with a rate that is constant over each stretch. Every arrival goes
 * to one of the ready replicas, uniformly at random ({@code balance random(1)}, no limit per
 * server), and waits there, first come first served, for one of the replica's slots; service is
 * exponential. A drained replica takes no arrivals and finishes its queue; a crash loses what waits
 * and what is served. With no replica ready an arrival is lost.
 *
 * <p>Requests are taken in order of arrival. First come first served, a request starts at the later
 * of its arrival and the instant when the first slot is free, so that each replica is a heap of its
 * slots' next free instants and no event list is needed (Kiefer and Wolfowitz 1955, "On the theory
 * of queues with many servers"). As the changes are known beforehand, so is whether a crash
 * overtakes a request.
 *
 * <p>Cost: about 100 ns a request on one core; memory for the replicas only. Exponentials are the
 * JDK's {@code nextExponential}, which needs no logarithm and is held against theory in the test.
 *
 * <p>Times are in seconds from 0, rates per second over the whole service. The same seed gives the
 * same requests. Not thread-safe.
 */
final class RequestSimulation {
    /** What one replica is: parallel slots, and the mean of the exponential service time. */
    record Replica(int slots, double serviceSeconds) {}

    /** Arrivals at a constant rate for a while. */
    record Stretch(double seconds, double ratePerSecond) {}

    /**
     * A change of the fleet. Replicas are numbered from 0; each one added takes the next number.
     */
    sealed interface Change {
        double atSeconds();
    }

    /** One more replica, ready and empty. */
    record Added(double atSeconds) implements Change {}

    /** The replica takes no more arrivals and finishes its queue. */
    record Drained(double atSeconds, int replica) implements Change {}

    /** The replica is gone, and with it every request that waits or is served there. */
    record Crashed(double atSeconds, int replica) implements Change {}

    /** Replicas of one kind, with the changes that are to come; nothing has arrived yet. */
    record Fleet(Replica kind, int replicas, List<Change> changes) {
        Fleet {
            changes = List.copyOf(changes);
        }

        static Fleet of(int replicas, int slots, double serviceSeconds) {
            return new Fleet(new Replica(slots, serviceSeconds), replicas, List.of());
        }

        /** The same with one more change. */
        Fleet with(Change change) {
            var all = new ArrayList<>(changes);
            all.add(change);
            return new Fleet(kind, replicas, all);
        }

        /** Runs the demand's stretches one after the other. */
        void run(List<Stretch> demand, long seed, Listener listener) {
            new RequestSimulation(this, seed, listener).run(demand);
        }

        /** The same, reported by windows that end at these ascending instants. */
        LatencyWindows run(List<Stretch> demand, long seed, double... windowEnds) {
            var windows = new LatencyWindows(windowEnds);
            run(demand, seed, windows);
            return windows;
        }
    }

    /** Hears of every request, in order of arrival. */
    interface Listener {
        void served(int replica, double arrival, double start, double end);

        /** The request waited until {@code waitedUntil}, and was lost then or in service later. */
        void lost(double arrival, double waitedUntil);
    }

    private final Replica kind;
    private final Change[] changes;
    private final double[] crashAt;
    private final double[] freeAt;
    private final int[] ready;
    private final SplittableRandom random;
    private final Listener listener;
    private int readyCount;
    private int known;
    private int nextChange;

    private RequestSimulation(Fleet fleet, long seed, Listener listener) {
        kind = fleet.kind();
        changes = fleet.changes().toArray(Change[]::new);
        Arrays.sort(changes, Comparator.comparingDouble(Change::atSeconds));
        int most =
                fleet.replicas()
                        + (int) fleet.changes().stream().filter(Added.class::isInstance).count();
        crashAt = crashes(most, fleet.changes());
        freeAt = new double[most * kind.slots()];
        ready = new int[most];
        random = new SplittableRandom(seed);
        this.listener = listener;
        for (int i = 0; i < fleet.replicas(); i++) {
            ready[readyCount++] = known++;
        }
    }

    private void run(List<Stretch> demand) {
        double from = 0;
        for (Stretch stretch : demand) {
            double to = from + stretch.seconds();
            arrive(from, to, stretch.ratePerSecond());
            from = to;
        }
    }

    /** Gaps have no memory, so that each stretch may start a new one. */
    private void arrive(double from, double to, double rate) {
        double gap = 1 / rate;
        for (double now = from + exponential(gap); now < to; now += exponential(gap)) {
            applyChangesUntil(now);
            if (readyCount == 0) {
                listener.lost(now, now);
            } else {
                serve(ready[random.nextInt(readyCount)], now);
            }
        }
    }

    private void serve(int replica, double arrival) {
        int first = replica * kind.slots();
        double start = Math.max(arrival, freeAt[first]);
        double end = start + exponential(kind.serviceSeconds());
        replaceEarliest(first, end);
        if (end > crashAt[replica]) {
            listener.lost(arrival, Math.min(start, crashAt[replica]));
        } else {
            listener.served(replica, arrival, start, end);
        }
    }

    /** Replaces the root of the replica's binary heap and sifts it down. */
    private void replaceEarliest(int first, double end) {
        int slots = kind.slots();
        int hole = 0;
        for (int child = 1; child < slots; child = 2 * hole + 1) {
            if (child + 1 < slots && freeAt[first + child + 1] < freeAt[first + child]) {
                child++;
            }
            if (freeAt[first + child] >= end) {
                break;
            }
            freeAt[first + hole] = freeAt[first + child];
            hole = child;
        }
        freeAt[first + hole] = end;
    }

    private void applyChangesUntil(double now) {
        while (nextChange < changes.length && changes[nextChange].atSeconds() <= now) {
            switch (changes[nextChange++]) {
                case Added _ -> ready[readyCount++] = known++;
                case Drained drained -> takeOut(drained.replica());
                case Crashed crashed -> takeOut(crashed.replica());
            }
        }
    }

    private void takeOut(int replica) {
        for (int i = 0; i < readyCount; i++) {
            if (ready[i] == replica) {
                ready[i] = ready[--readyCount];
                return;
            }
        }
    }

    private double exponential(double mean) {
        return mean * random.nextExponential();
    }

    private static double[] crashes(int replicas, List<Change> changes) {
        double[] at = new double[replicas];
        Arrays.fill(at, Double.POSITIVE_INFINITY);
        for (Change change : changes) {
            if (change instanceof Crashed crashed) {
                at[crashed.replica()] = Math.min(at[crashed.replica()], crashed.atSeconds());
            }
        }
        return at;
    }
}
