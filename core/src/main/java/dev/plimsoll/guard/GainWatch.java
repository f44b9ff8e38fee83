// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.guard;

import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import dev.plimsoll.plan.Outlook;
import dev.plimsoll.telemetry.Reading;
import dev.plimsoll.telemetry.Readings;
import dev.plimsoll.telemetry.Signal;
import java.time.Duration;
import java.time.Instant;

/**
 * Tells whether scale-outs help. One that was made while the objective was missed is on trial until
 * its replicas are ready and an interval of theirs can be read, at most five minutes more. It was
 * useless if the objective is missed still, goodput has not risen by a twentieth, and the tail
 * latency has not fallen by one: the bottleneck lies elsewhere.
 *
 * <p>While one is on trial no more is bought than demand has risen by since: replicas that wait for
 * something behind them look slow, and seem to ask for ever more of their kind. After a useless one
 * the next is of a tenth of the replicas. After two in a row scaling out is useless, until the
 * objective is met again or ten minutes have passed; then one more is tried. Not thread-safe.
 */
final class GainWatch {
    private static final double GAIN = 0.05;
    private static final int ENOUGH = 2;
    private static final Duration REST = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** More errors than this miss the objective, whatever the latency. */
    private static final double MOST_ERRORS = 0.05;

    private boolean onTrial;
    private int size;
    private double demand;
    private double goodput;
    private double latency;
    private Instant readyAt = Instant.MAX;
    private int useless;
    private Instant uselessAt = Instant.MIN;

    /** Whether nothing is to be gained by more replicas at {@code now}. */
    boolean isUseless(Instant now) {
        return useless >= ENOUGH && now.isBefore(uselessAt.plus(REST));
    }

    /** The most replicas that may be asked for before it is known whether the last ones helped. */
    int mostUnproven(Outlook outlook) {
        int current = outlook.current();
        if (!onTrial) {
            return useless == 0 ? Integer.MAX_VALUE : current + Math.max(1, current / 10);
        }
        double risen =
                demand > 0 ? value(outlook.snapshot().readings(), Signal.DEMAND) / demand : 1;
        double most = Math.ceil(size * risen - 1e-9);
        return (int) Math.min(Integer.MAX_VALUE, Math.max(current, most));
    }

    void scaledOut(Outlook outlook, int to) {
        Readings readings = outlook.snapshot().readings();
        if (!onTrial && isMissed(outlook, readings)) {
            onTrial = true;
            size = to;
            demand = value(readings, Signal.DEMAND);
            goodput = value(readings, Signal.GOODPUT);
            latency = value(readings, Signal.TAIL_LATENCY);
            readyAt = Instant.MAX;
        }
    }

    void observe(Outlook outlook) {
        Readings readings = outlook.snapshot().readings();
        if (useless > 0 && isMet(outlook, readings)) {
            useless = 0;
        }
        if (!onTrial) {
            return;
        }
        if (readyAt.equals(Instant.MAX) && outlook.snapshot().inventory().ready() >= size) {
            readyAt = outlook.at();
        }
        if (outlook.current() < size || isUnseen(outlook)) {
            onTrial = false;
        } else if (!readyAt.equals(Instant.MAX) && isMeasuredSince(readyAt, outlook)) {
            onTrial = false;
            judge(outlook, readings);
        }
    }

    void save(StateWriter out) {
        out.putInt(onTrial ? 1 : 0).putInt(size).putDouble(demand);
        out.putDouble(goodput).putDouble(latency);
        out.putInstant(readyAt).putInt(useless).putInstant(uselessAt);
    }

    void restore(StateReader in) {
        onTrial = in.getInt() != 0;
        size = in.getInt();
        demand = in.getDouble();
        goodput = in.getDouble();
        latency = in.getDouble();
        readyAt = in.getInstant();
        useless = in.getInt();
        uselessAt = in.getInstant();
    }

    private void judge(Outlook outlook, Readings readings) {
        boolean more = value(readings, Signal.GOODPUT) > goodput * (1 + GAIN);
        boolean faster = value(readings, Signal.TAIL_LATENCY) < latency * (1 - GAIN);
        useless = isMissed(outlook, readings) && !more && !faster ? useless + 1 : 0;
        uselessAt = outlook.at();
    }

    /** Whether its replicas have been ready for long without a reading of theirs. */
    private boolean isUnseen(Outlook outlook) {
        return !readyAt.equals(Instant.MAX)
                && outlook.at().isAfter(readyAt.plus(PATIENCE))
                && !isMeasuredSince(readyAt, outlook);
    }

    private static boolean isMeasuredSince(Instant instant, Outlook outlook) {
        var interval = outlook.workload().cadence().metricsInterval();
        return outlook.snapshot().readings().of(Signal.TAIL_LATENCY)
                        instanceof Reading.Fresh(var _, var end)
                && !end.minus(interval).isBefore(instant);
    }

    private static boolean isMissed(Outlook outlook, Readings readings) {
        double target = outlook.workload().slo().targetSeconds();
        return value(readings, Signal.TAIL_LATENCY) > target
                || value(readings, Signal.ERROR_RATIO) > MOST_ERRORS;
    }

    private static boolean isMet(Outlook outlook, Readings readings) {
        return readings.isFresh(Signal.TAIL_LATENCY) && !isMissed(outlook, readings);
    }

    private static double value(Readings readings, Signal signal) {
        return readings.fresh(signal).orElse(0);
    }
}
