// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.prometheus;

import dev.plimsoll.model.Cadence;
import dev.plimsoll.model.WorkloadId;
import dev.plimsoll.telemetry.Reading;
import dev.plimsoll.telemetry.Reading.Cause;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is known of one signal of one workload. One thread writes at a time, all may read. */
final class Slot {
    private static final int SHOWN = 100;

    private final WorkloadId workload;
    private final Cadence cadence;
    private final WatchedMetric metric;
    private volatile Known known = new Known(Optional.empty(), Optional.empty());

    /** Both where the newest question has no answer, but an earlier one had. */
    private record Known(Optional<Sample> sample, Optional<Trouble> trouble) {}

    Slot(WorkloadId workload, Cadence cadence, WatchedMetric metric) {
        this.workload = workload;
        this.cadence = cadence;
        this.metric = metric;
    }

    WatchedMetric metric() {
        return metric;
    }

    Cadence cadence() {
        return cadence;
    }

    Reading reading(Instant now) {
        Known read = known;
        return read.sample()
                .map(sample -> Reading.of(sample.value(), sample.at(), now, cadence))
                .or(() -> read.trouble().map(trouble -> new Reading.Absent(trouble.cause())))
                .orElse(Reading.NEVER_SEEN);
    }

    Optional<Trouble> trouble() {
        return known.trouble();
    }

    /** The sentence of a trouble that this slot has, or had. */
    String sentence(Trouble trouble) {
        String query = metric.query().replaceAll("\\s+", " ");
        return "source %s: query '%s' for %s of %s %s"
                .formatted(
                        metric.server(),
                        query.length() <= SHOWN ? query : query.substring(0, SHOWN - 3) + "...",
                        metric.signal().label(),
                        workload,
                        trouble.clause());
    }

    /** The rows that are meant, of an answer for {@code at} on our clock. */
    void found(List<Row> rows, Instant at) {
        switch (rows.size()) {
            case 0 -> absent(new Trouble(Cause.NO_SERIES, "found no series" + selection()));
            case 1 -> found(rows.getFirst(), at);
            default -> absent(new Trouble(Cause.AMBIGUOUS, ambiguity(rows)));
        }
    }

    private void found(Row row, Instant at) {
        if (row.value().isEmpty()) {
            absent(new Trouble(Cause.INVALID, "found NaN or infinity, which is no reading"));
            return;
        }
        double value = row.value().getAsDouble() * metric.factor();
        if (value < 0) {
            absent(new Trouble(Cause.INVALID, "found %s, which is below zero".formatted(value)));
            return;
        }
        known = new Known(Optional.of(new Sample(at, value)), Optional.empty());
    }

    /** There was an answer, and no value in it: what was known before is no longer so. */
    void absent(Trouble trouble) {
        known = new Known(Optional.empty(), Optional.of(trouble));
    }

    /** There was no answer: what was known before grows old. */
    void missed(Trouble trouble) {
        known = new Known(known.sample(), Optional.of(trouble));
    }

    private String selection() {
        return metric.labels().equals(Labels.NONE) ? "" : " with " + metric.labels();
    }

    private String ambiguity(List<Row> rows) {
        return "matches %d series%s, %s and %s: aggregate them, or give %slabels"
                .formatted(
                        rows.size(),
                        selection(),
                        rows.get(0).labels(),
                        rows.get(1).labels(),
                        selection().isEmpty() ? "" : "more ");
    }
}
