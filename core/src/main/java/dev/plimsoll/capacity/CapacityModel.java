// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.capacity;

import dev.plimsoll.model.Slo;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import dev.plimsoll.telemetry.Reading;
import dev.plimsoll.telemetry.Readings;
import dev.plimsoll.telemetry.Signal;
import java.time.Instant;
import java.util.Optional;

/**
 * Learns what one replica of a workload carries, from what its replicas were seen to do.
 *
 * <p>Each request keeps a replica busy for {@code u·n/λ} seconds (busy share, ready replicas,
 * arrivals of one interval): the reciprocal is the rate at saturation, and a slower service shows
 * here at once. How many slots share that rate follows from the mean latency: of c slots each is c
 * times as slow, so the number is taken at which an M/M/c queue of this load has this latency. From
 * slots and service time follows the load at which the SLO's quantile is just met ({@link
 * MmcStation#edgeLoad}).
 *
 * <p>A backlog looks like more slots, and slots hardly ever change: so their number rises by at
 * most 1 % per interval, and falls by at most 5 %. Fresh rates count with one tenth.
 *
 * <p>Prior: until latency has been seen the edge is taken at 60 % busy. Intervals below 5 % or
 * above 90 % busy teach nothing: there the readings are noise, or a backlog. Not thread-safe.
 */
public final class CapacityModel {
    private static final double PRIOR_EDGE = 0.60;
    private static final double GAIN = 0.1;
    private static final double LEAST_LOAD = 0.05;
    private static final double MOST_LOAD = 0.90;
    private static final int MOST_SLOTS = 4096;
    private static final double MOST_RISE = 1.01;
    private static final double MOST_FALL = 0.95;

    /** The edge is worked out anew when the service time has moved by this share. */
    private static final double EDGE_TOLERANCE = 1e-3;

    private final Slo slo;
    private double busySecondsPerRequest;
    private double slots;
    private MmcStation station = new MmcStation(1, 1);
    private double edgeLoad;
    private Capacity capacity = Capacity.UNKNOWN;

    public CapacityModel(Slo slo) {
        this.slo = slo;
    }

    public Capacity capacity() {
        return capacity;
    }

    /**
     * Takes the readings of one interval; those that are not fresh, or not of one interval, do not
     * teach.
     */
    public void observe(Readings readings) {
        if (!(readings.of(Signal.UTILIZATION) instanceof Reading.Fresh(double load, Instant at))
                || !(readings.of(Signal.DEMAND)
                        instanceof Reading.Fresh(double demand, Instant demandAt))
                || !(readings.of(Signal.READY_REPLICAS)
                        instanceof Reading.Fresh(double ready, Instant readyAt))) {
            return;
        }
        boolean sameInterval = at.equals(demandAt) && at.equals(readyAt);
        double busySeconds = load * ready / demand;
        boolean usable = busySeconds > 0 && Double.isFinite(busySeconds);
        if (sameInterval && load >= LEAST_LOAD && load <= MOST_LOAD && usable) {
            busySecondsPerRequest = blend(busySecondsPerRequest, busySeconds);
            learnSlots(readings.of(Signal.MEAN_LATENCY), load, at);
            capacity = derive();
        }
    }

    public void save(StateWriter out) {
        out.putDouble(busySecondsPerRequest).putDouble(slots);
        out.putInt(station.concurrency()).putDouble(station.serviceSeconds());
    }

    public void restore(StateReader in) {
        busySecondsPerRequest = in.getDouble();
        slots = in.getDouble();
        station = new MmcStation(in.getInt(), in.getDouble());
        edgeLoad = slots > 0 ? station.edgeLoad(slo) : 0;
        capacity = busySecondsPerRequest > 0 ? derive() : Capacity.UNKNOWN;
    }

    private void learnSlots(Reading latency, double load, Instant at) {
        if (latency instanceof Reading.Fresh(double seconds, Instant latencyAt)
                && latencyAt.equals(at)
                && seconds > 0) {
            int seen = slotsFor(seconds, load);
            slots = slots > 0 ? Math.clamp(seen, slots * MOST_FALL, slots * MOST_RISE) : seen;
            refreshEdge();
        }
    }

    /** The most slots at which the mean latency of this load is not above {@code seconds}. */
    private int slotsFor(double seconds, double load) {
        int low = 1;
        int high = MOST_SLOTS;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            // half a slot's time of grace, so that noise rounds to the nearest number
            if (station(middle).meanResponse(load) <= seconds + busySecondsPerRequest / 2) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private MmcStation station(int concurrency) {
        return new MmcStation(concurrency, concurrency * busySecondsPerRequest);
    }

    private void refreshEdge() {
        MmcStation seen = station((int) Math.rint(slots));
        boolean moved =
                Math.abs(seen.serviceSeconds() / station.serviceSeconds() - 1) > EDGE_TOLERANCE;
        if (seen.concurrency() != station.concurrency() || moved || edgeLoad <= 0) {
            station = seen;
            edgeLoad = station.edgeLoad(slo);
        }
    }

    private Capacity derive() {
        boolean learned = edgeLoad > 0;
        double edge = learned ? edgeLoad : PRIOR_EDGE;
        return new Capacity.Known(
                edge / busySecondsPerRequest,
                edge,
                learned ? Capacity.Basis.LEARNED : Capacity.Basis.PRIOR,
                learned ? Optional.of(station) : Optional.empty());
    }

    private static double blend(double old, double fresh) {
        return old > 0 ? old + GAIN * (fresh - old) : fresh;
    }
}
