// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.app;

import dev.plimsoll.control.Clock;
import dev.plimsoll.control.Journal;
import dev.plimsoll.control.JournalEntry.Observed;
import dev.plimsoll.control.JournalStream;
import dev.plimsoll.control.Kept;
import dev.plimsoll.control.Selection;
import dev.plimsoll.model.Workload;
import dev.plimsoll.sim.history.Buckets;
import dev.plimsoll.sim.history.History;
import dev.plimsoll.sim.history.WindowMeans;
import dev.plimsoll.telemetry.Reading;
import dev.plimsoll.telemetry.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A workload's past as its journal holds it: each interval that was read, and the replicas that
 * were asked for then. What was not fresh is missing.
 */
final class JournalHistory {
    private static final int PAGE = 2000;
    private static final Signal[] SIGNALS = {
        Signal.DEMAND,
        Signal.READY_REPLICAS,
        Signal.UTILIZATION,
        Signal.MEAN_LATENCY,
        Signal.TAIL_LATENCY
    };

    private final Instant start;
    private final long intervalMillis;
    private final Map<Signal, double[]> signals = new EnumMap<>(Signal.class);
    private final double[] desired;

    private JournalHistory(Instant start, Duration interval, int windows) {
        this.start = start;
        this.intervalMillis = interval.toMillis();
        for (Signal signal : SIGNALS) {
            signals.put(signal, missing(windows));
        }
        this.desired = missing(windows);
    }

    /** What the journal tells from {@code from} to {@code to}; empty if that is nothing. */
    static Optional<History> of(Journal journal, Workload workload, Instant from, Instant to) {
        Selection readings =
                Selection.ALL.of(JournalStream.READINGS).of(workload.id()).between(from, to);
        Optional<Instant> first =
                journal.read(readings.first(1)).stream().map(kept -> kept.entry().at()).findFirst();
        return first.map(at -> read(journal, readings, workload, at, to));
    }

    private static History read(
            Journal journal, Selection readings, Workload workload, Instant first, Instant to) {
        Duration interval = workload.cadence().metricsInterval();
        long millis = interval.toMillis();
        Instant start = Instant.ofEpochMilli(first.toEpochMilli() / millis * millis);
        int windows = (int) Duration.between(start, to).dividedBy(interval) + 1;
        JournalHistory past = new JournalHistory(start, interval, windows);
        long position = Selection.START;
        List<Kept> page;
        do {
            page = journal.read(readings.after(position).first(PAGE));
            page.forEach(kept -> past.add((Observed) kept.entry()));
            position = page.isEmpty() ? position : page.getLast().position();
        } while (page.size() == PAGE);
        return past.history(workload);
    }

    private void add(Observed observed) {
        if (observed.clock() == Clock.CYCLE) {
            put(desired, observed.at(), observed.snapshot().inventory().desired());
            signals.forEach((signal, values) -> {
                if (observed.snapshot().readings().of(signal)
                        instanceof Reading.Fresh(double value, Instant end)) {
                    put(values, end.minusMillis(intervalMillis), value);
                }
            });
        }
    }

    private void put(double[] values, Instant at, double value) {
        long window = Math.floorDiv(Duration.between(start, at).toMillis(), intervalMillis);
        if (window >= 0 && window < values.length) {
            values[(int) window] = value;
        }
    }

    private History history(Workload workload) {
        Map<Signal, WindowMeans> means = new EnumMap<>(Signal.class);
        signals.forEach((signal, values) -> means.put(signal, WindowMeans.of(values)));
        return new History(
                workload.id().toString(),
                start,
                (int) (intervalMillis / 1000),
                means,
                WindowMeans.of(desired),
                Buckets.NONE);
    }

    private static double[] missing(int windows) {
        double[] values = new double[windows];
        Arrays.fill(values, Double.NaN);
        return values;
    }
}
