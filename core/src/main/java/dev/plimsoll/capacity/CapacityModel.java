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
import java.util.OptionalDouble;

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
 * <p>Above 90 % busy λ is what was answered, where the source tells, and moves the rate by at most
 * a tenth an interval. Otherwise a backlog blurs the readings: what arrives is not what is
 * answered. But no more is answered than arrived, so {@code Σu·n/Σλ} since before the backlog began
 * is never above the busy seconds of a request, and comes near them as the backlog is worked off.
 * So intervals above 90 % may only raise the busy seconds, by at most a tenth each, and teach
 * neither slots nor edge: replicas that wait for something behind them look slower too, and more of
 * them would look slower still. Those below 5 % busy are noise.
 *
 * <p>A backlog outlives saturation where new replicas come: those are half idle, while the old ones
 * work off for many minutes what waits at them. The mean latency is that of ever more slots, and
 * few arrivals seem to keep all of them busy. So from saturation on it is counted what waits: what
 * arrived less what was answered, or what so busy replicas answer where that is not told. Until
 * nothing waits, or latency shows that nothing does, and in any interval in which more was answered
 * than arrived, slots stay within a tenth above those before the backlog, and the busy seconds of a
 * request within a quarter above those of an answer: what is learned too little within these bounds
 * orders what works it off. What nobody waits for any more is forgotten by 0.2 % an interval.
 *
 * <p>Prior: until latency has been seen the edge is taken at 60 % busy. So it is where latency
 * shows that the SLO cannot be met, its edge below 5 % busy: no number of replicas helps, and as
 * many as keep them from saturation are enough. Not thread-safe.
 */
public final class CapacityModel {
    private static final double PRIOR_EDGE = 0.60;
    private static final double GAIN = 0.1;
    private static final double LEAST_LOAD = 0.05;
    private static final double MOST_LOAD = 0.90;
    private static final int MOST_SLOTS = 4096;
    private static final double MOST_RISE = 1.01;
    private static final double MOST_FALL = 0.95;
    private static final double MOST_SLOWING = 1.1;

    /** What a backlog that is worked off may add to the slots, and to the busy seconds. */
    private static final double MOST_WIDENING = 1.1;

    private static final double MOST_SLOWED = 1.25;
    private static final double STILL_WAITED_FOR = 0.998;

    /** Of what arrived: more is answered only where something waited. */
    private static final double MOST_ANSWERED = 1.02;

    /** As a share of what arrives in an interval. */
    private static final double LEAST_WAITING = 0.01;

    /** The edge is worked out anew when the service time has moved by this share. */
    private static final double EDGE_TOLERANCE = 1e-3;

    private final Slo slo;
    private double busySecondsPerRequest;
    private double slots;

    /** Before a backlog that is worked off. */
    private double slotsBefore;

    // sums since the last interval that was not saturated, that one included
    private double busySince;
    private double requestsSince;

    /** What waits, in requests per second of one interval. */
    private double waiting;

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
        double busy = load * ready;
        boolean usable = busy / demand > 0 && Double.isFinite(busy / demand);
        if (sameInterval && load >= LEAST_LOAD && usable) {
            boolean saturated = load > MOST_LOAD;
            OptionalDouble answered = answered(readings, at);
            if (saturated || waiting > 0) {
                count(demand, answered.orElse(busy / busySecondsPerRequest));
            }
            boolean worksOff = waiting > 0 || answered.orElse(0) > MOST_ANSWERED * demand;
            if (saturated && answered.isPresent()) {
                learnFromAnswers(busy, answered.getAsDouble());
            } else {
                learnRate(saturated, busy, worksOff ? carried(demand, answered) : demand);
            }
            if (!saturated) {
                learnSlots(readings.of(Signal.MEAN_LATENCY), load, worksOff, at);
                refreshEdge();
            }
            capacity = derive();
        }
    }

    public void save(StateWriter out) {
        out.putDouble(busySecondsPerRequest).putDouble(slots);
        out.putInt(station.concurrency()).putDouble(station.serviceSeconds());
        out.putDouble(busySince).putDouble(requestsSince).putDouble(waiting).putDouble(slotsBefore);
    }

    public void restore(StateReader in) {
        busySecondsPerRequest = in.getDouble();
        slots = in.getDouble();
        station = new MmcStation(in.getInt(), in.getDouble());
        busySince = in.getDouble();
        requestsSince = in.getDouble();
        waiting = in.getDouble();
        slotsBefore = in.getDouble();
        edgeLoad = slots > 0 ? station.edgeLoad(slo) : 0;
        capacity = busySecondsPerRequest > 0 ? derive() : Capacity.UNKNOWN;
    }

    /** Requests answered per second, with errors too, where both are told of this interval. */
    private static OptionalDouble answered(Readings readings, Instant at) {
        if (readings.of(Signal.GOODPUT) instanceof Reading.Fresh(double goodput, Instant goodputAt)
                && readings.of(Signal.ERROR_RATIO)
                        instanceof Reading.Fresh(double errors, Instant errorsAt)
                && goodputAt.equals(at)
                && errorsAt.equals(at)
                && goodput > 0
                && errors < 1) {
            return OptionalDouble.of(goodput / (1 - errors));
        }
        return OptionalDouble.empty();
    }

    /** Counts what waits after an interval; where nothing is known of a replica, nothing does. */
    private void count(double arrived, double answered) {
        double more = Double.isFinite(answered) ? arrived - answered : 0;
        double left = STILL_WAITED_FOR * waiting + more;
        waiting = left > LEAST_WAITING * arrived ? left : 0;
    }

    /** Arrivals, but not so few that a request seems to take much more than an answer does. */
    private static double carried(double arrived, OptionalDouble answered) {
        return Math.max(arrived, answered.orElse(0) / MOST_SLOWED);
    }

    private void learnRate(boolean saturated, double busy, double requests) {
        busySince = saturated ? busySince + busy : busy;
        requestsSince = saturated ? requestsSince + requests : requests;
        double seen = busySince / requestsSince;
        busySecondsPerRequest = saturated ? raised(seen) : blend(busySecondsPerRequest, seen);
    }

    /** What saturated replicas answer is their rate, whatever arrives: up or down by a tenth. */
    private void learnFromAnswers(double busy, double answered) {
        busySince = busy;
        requestsSince = answered;
        double seen = busy / answered;
        double old = busySecondsPerRequest > 0 ? busySecondsPerRequest : seen;
        busySecondsPerRequest = Math.clamp(seen, old / MOST_SLOWING, old * MOST_SLOWING);
    }

    private double raised(double seen) {
        return busySecondsPerRequest > 0
                ? Math.clamp(seen, busySecondsPerRequest, busySecondsPerRequest * MOST_SLOWING)
                : seen;
    }

    private void learnSlots(Reading latency, double load, boolean worksOff, Instant at) {
        if (latency instanceof Reading.Fresh(double seconds, Instant latencyAt)
                && latencyAt.equals(at)
                && seconds > 0) {
            int seen = slotsFor(seconds, load);
            if (seen <= Math.rint(slotsBefore)) {
                waiting = 0;
            }
            if (worksOff) {
                slots = Math.min(moved(seen), slotsBefore * MOST_WIDENING);
            } else {
                slots = moved(seen);
                slotsBefore = slots;
            }
        }
    }

    private double moved(int seen) {
        return slots > 0 ? Math.clamp(seen, slots * MOST_FALL, slots * MOST_RISE) : seen;
    }

    /**
     * The most slots at which the mean latency of this load is not above {@code seconds}: sought
     * from few upwards, because many cost more to work out.
     */
    private int slotsFor(double seconds, double load) {
        int low = 1;
        while (2 * low <= MOST_SLOTS && isWithin(seconds, 2 * low, load)) {
            low *= 2;
        }
        int high = Math.min(2 * low - 1, MOST_SLOTS);
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (isWithin(seconds, middle, load)) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** With half a slot's time of grace, so that noise rounds to the nearest number. */
    private boolean isWithin(double seconds, int slotsTried, double load) {
        return station(slotsTried).meanResponse(load) <= seconds + busySecondsPerRequest / 2;
    }

    private MmcStation station(int concurrency) {
        return new MmcStation(concurrency, concurrency * busySecondsPerRequest);
    }

    private void refreshEdge() {
        if (slots <= 0) {
            return;
        }
        MmcStation seen = station((int) Math.rint(slots));
        boolean moved =
                Math.abs(seen.serviceSeconds() / station.serviceSeconds() - 1) > EDGE_TOLERANCE;
        if (seen.concurrency() != station.concurrency() || moved || edgeLoad <= 0) {
            station = seen;
            edgeLoad = station.edgeLoad(slo);
        }
    }

    private Capacity derive() {
        Capacity.Basis basis = basis();
        double edge = basis == Capacity.Basis.LEARNED ? edgeLoad : PRIOR_EDGE;
        Optional<MmcStation> seen = slots > 0 ? Optional.of(station) : Optional.empty();
        return new Capacity.Known(edge / busySecondsPerRequest, edge, basis, seen);
    }

    private Capacity.Basis basis() {
        if (slots <= 0) {
            return Capacity.Basis.PRIOR;
        }
        return edgeLoad < LEAST_LOAD ? Capacity.Basis.UNATTAINABLE : Capacity.Basis.LEARNED;
    }

    private static double blend(double old, double fresh) {
        return old > 0 ? old + GAIN * (fresh - old) : fresh;
    }
}
