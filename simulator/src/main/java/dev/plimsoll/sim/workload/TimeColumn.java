// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.workload;

import java.time.Instant;
import java.util.Optional;

/**
 * The time column of a trace file, in seconds or in ISO-8601 with an offset. The first row decides
 * the form for all, and is second 0. Seconds that begin between 1e9 and 4e9 (2001 to 2096) are
 * taken for Unix time. Immutable.
 */
final class TimeColumn {
    private static final double LEAST_EPOCH_SECONDS = 1e9;
    private static final double MOST_EPOCH_SECONDS = 4e9;

    private final int column;
    private final boolean iso;
    private final Instant start;
    private final double seconds;

    private TimeColumn(Row first, int column) {
        this.column = column;
        this.iso = TimeText.isIso(first.text(column));
        this.start = iso ? TimeText.instant(first, column) : Instant.EPOCH;
        this.seconds = iso ? 0 : TimeText.seconds(first, column);
    }

    static TimeColumn startingWith(Row first, int column) {
        return new TimeColumn(first, column);
    }

    /** Where the first row stands. */
    TraceOrigin origin() {
        return iso ? TraceOrigin.at(start) : new TraceOrigin(seconds, unixTime());
    }

    private Optional<Instant> unixTime() {
        return seconds >= LEAST_EPOCH_SECONDS && seconds <= MOST_EPOCH_SECONDS
                ? Optional.of(Instant.ofEpochMilli(Math.round(seconds * 1000)))
                : Optional.empty();
    }

    /** Seconds from the first row to {@code row}. */
    double secondsAt(Row row) {
        if (TimeText.isIso(row.text(column)) != iso) {
            throw row.invalid(
                    TimeText.COLUMN,
                    row.text(column),
                    "write all times alike, the first row has " + (iso ? "ISO-8601" : "seconds"));
        }
        return iso
                ? TimeText.between(start, TimeText.instant(row, column))
                : TimeText.seconds(row, column) - seconds;
    }
}
