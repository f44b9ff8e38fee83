// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import dev.plimsoll.capacity.Capacity;
import dev.plimsoll.capacity.LeadTime;
import dev.plimsoll.forecast.bound.DemandBound;
import dev.plimsoll.forecast.bound.LookAhead;
import dev.plimsoll.forecast.bound.LookaheadBound;
import dev.plimsoll.forecast.ensemble.ForecastModel;
import dev.plimsoll.model.Cadence;
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
    private final Optional<LookaheadBound> lookahead;
    private Instant newest = Instant.MIN;

    private DemandWatch(Cadence cadence, Optional<LookaheadBound> lookahead) {
        this.cadence = cadence;
        this.lookahead = lookahead;
    }

    /** A watch that is at work if anybody's forecast is asked for. */
    public static DemandWatch of(LookAhead wanted, Workload workload) {
        Duration interval = workload.cadence().metricsInterval();
        double cost = workload.violationCost();
        return new DemandWatch(
                workload.cadence(),
                switch (wanted) {
                    case LookAhead.None _ -> Optional.empty();
                    case LookAhead.LeastCost _ ->
                            Optional.of(LookaheadBound.forInterval(interval, cost));
                    case LookAhead.By(ForecastModel model) ->
                            Optional.of(LookaheadBound.forModel(model, interval, cost));
                });
    }

    /** Takes the demand of an interval that was not taken yet. */
    public void observe(Readings readings, LeadTime leadTime, Capacity capacity) {
        if (lookahead.isPresent()
                && readings.of(Signal.DEMAND) instanceof Reading.Fresh(double value, Instant at)
                && at.isAfter(newest)
                && capacity instanceof Capacity.Known known) {
            gaps(at, lookahead.get());
            newest = at;
            lookahead.get().observe(value, horizon(leadTime), known.demandPerReplica());
        }
    }

    public DemandBound bound() {
        return lookahead.map(LookaheadBound::bound).orElse(DemandBound.NONE);
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
     * The intervals from the newest reading to the end of what an order of this cycle must serve:
     * the reading's age, the lead time, and the cycle until the next order.
     */
    private int horizon(LeadTime leadTime) {
        double ahead =
                seconds(cadence.metricsDelay()) + leadTime.p95Seconds() + seconds(cadence.cycle());
        return (int) Math.ceil(ahead / seconds(cadence.metricsInterval()));
    }

    private void gaps(Instant at, LookaheadBound bound) {
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
