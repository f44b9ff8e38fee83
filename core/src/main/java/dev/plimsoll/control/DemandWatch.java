// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import dev.plimsoll.capacity.Capacity;
import dev.plimsoll.capacity.LeadTime;
import dev.plimsoll.forecast.bound.BoundSource;
import dev.plimsoll.forecast.bound.DemandBound;
import dev.plimsoll.forecast.bound.Interval;
import dev.plimsoll.forecast.bound.Interval.Outcome;
import dev.plimsoll.forecast.bound.LookAhead;
import dev.plimsoll.forecast.bound.Reach;
import dev.plimsoll.model.Cadence;
import dev.plimsoll.model.Slo;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import dev.plimsoll.model.Workload;
import dev.plimsoll.telemetry.Reading;
import dev.plimsoll.telemetry.Readings;
import dev.plimsoll.telemetry.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Turns readings of demand into the regular series that forecasters learn from: each interval is
 * taken once, and an interval that was never read is a gap, not a zero. Only for policies that look
 * ahead is one at work. Not thread-safe.
 */
public final class DemandWatch {
    /** What is silent for longer has faded; but the time of day still counts. */
    private static final long MOST_GAPS = 4 * 7 * 24 * 60;

    private final Cadence cadence;
    private final Slo slo;
    private final Optional<BoundSource> lookahead;
    private Instant newest = Instant.MIN;

    private DemandWatch(Workload workload, Optional<BoundSource> lookahead) {
        this.cadence = workload.cadence();
        this.slo = workload.slo();
        this.lookahead = lookahead;
    }

    /** A watch that is at work if anybody's forecast is asked for. */
    public static DemandWatch of(LookAhead wanted, Workload workload) {
        return new DemandWatch(workload, wanted.create(workload));
    }

    /** Takes the demand of an interval that was not taken yet. */
    public void observe(Readings readings, LeadTime leadTime, Capacity capacity) {
        if (lookahead.isPresent()
                && readings.of(Signal.DEMAND) instanceof Reading.Fresh(double value, Instant at)
                && at.isAfter(newest)
                && capacity instanceof Capacity.Known known) {
            gaps(at, lookahead.get());
            newest = at;
            var interval = new Interval(value, known.demandPerReplica(), outcome(readings, at));
            lookahead.get().observe(interval, reach(leadTime));
        }
    }

    private Outcome outcome(Readings readings, Instant at) {
        return readings.of(Signal.READY_REPLICAS)
                                instanceof Reading.Fresh(double ready, var readyAt)
                        && readings.of(Signal.TAIL_LATENCY)
                                instanceof Reading.Fresh(double tail, var tailAt)
                        && readyAt.equals(at)
                        && tailAt.equals(at)
                ? new Outcome.Seen(ready, tail > slo.targetSeconds())
                : Outcome.UNKNOWN;
    }

    public DemandBound bound() {
        return lookahead.map(BoundSource::bound).orElse(DemandBound.NONE);
    }

    void save(StateWriter out) {
        if (lookahead.isPresent()) {
            out.putInstant(newest);
            lookahead.get().save(out);
        }
    }

    void restore(StateReader in) {
        if (lookahead.isPresent()) {
            newest = in.getInstant();
            lookahead.get().restore(in);
        }
    }

    /**
     * The intervals after the newest one in which a decision of this cycle is felt: where it takes
     * replicas away, from when the reading is used; where it orders some, from a lead time later,
     * and until an order of the next cycle would be.
     */
    private Reach reach(LeadTime leadTime) {
        double delay = seconds(cadence.metricsDelay());
        double ready = delay + leadTime.medianSeconds() + seconds(cadence.cycle());
        double interval = seconds(cadence.metricsInterval());
        return new Reach(1 + (int) Math.round(delay / interval), (int) Math.ceil(ready / interval));
    }

    private void gaps(Instant at, BoundSource bound) {
        if (newest.equals(Instant.MIN)) {
            return;
        }
        double intervals =
                seconds(Duration.between(newest, at)) / seconds(cadence.metricsInterval());
        long missed = shortened(Math.round(intervals) - 1);
        for (long i = 0; i < missed; i++) {
            bound.observeGap();
        }
    }

    /** Without whole days above {@link #MOST_GAPS}, so that the season keeps its phase. */
    private long shortened(long missed) {
        long day = Math.max(2, Duration.ofDays(1).dividedBy(cadence.metricsInterval()));
        long enough = Math.ceilDiv(MOST_GAPS, day) * day;
        return missed <= enough ? missed : enough + missed % day;
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
