// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.workload;

import dev.plimsoll.model.DecimalText;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * The time column of a trace file, in seconds or in ISO-8601 with an offset. The first row decides
 * the form for all, and is second 0. Seconds that begin between 1e9 and 4e9 (2001 to 2096) are
 * taken for Unix time. Immutable.
 */
final class TimeColumn {
    static final String NAME = "timestamp_s";

    private static final double LARGEST_SECONDS = 1e12;
    private static final double LEAST_EPOCH_SECONDS = 1e9;
    private static final double MOST_EPOCH_SECONDS = 4e9;

    private final int column;
    private final boolean iso;
    private final Instant start;
    private final double origin;

    private TimeColumn(Row first, int column) {
        this.column = column;
        this.iso = isIso(first.text(column));
        this.start = iso ? instant(first) : Instant.EPOCH;
        this.origin = iso ? 0 : seconds(first);
    }

    static TimeColumn startingWith(Row first, int column) {
        return new TimeColumn(first, column);
    }

    /** The instant of the first row, where times tell it. */
    Optional<Instant> start() {
        if (iso) {
            return Optional.of(start);
        }
        return origin >= LEAST_EPOCH_SECONDS && origin <= MOST_EPOCH_SECONDS
                ? Optional.of(Instant.ofEpochMilli(Math.round(origin * 1000)))
                : Optional.empty();
    }

    /** Seconds from the first row to {@code row}. */
    double secondsAt(Row row) {
        if (isIso(row.text(column)) != iso) {
            throw row.invalid(
                    NAME,
                    row.text(column),
                    "write all times alike, the first row has " + (iso ? "ISO-8601" : "seconds"));
        }
        return iso ? sinceStart(instant(row)) : seconds(row) - origin;
    }

    private static boolean isIso(String text) {
        return text.indexOf(':') > 0;
    }

    private double sinceStart(Instant instant) {
        return (instant.getEpochSecond() - start.getEpochSecond())
                + (instant.getNano() - start.getNano()) / 1e9;
    }

    private Instant instant(Row row) {
        try {
            return OffsetDateTime.parse(row.text(column)).toInstant();
        } catch (DateTimeParseException notIso) {
            throw row.invalid(
                    NAME,
                    row.text(column),
                    "give an ISO-8601 time with its offset, e.g. 2026-01-05T00:00:00Z");
        }
    }

    private double seconds(Row row) {
        double seconds = DecimalText.parse(row.text(column)).orElse(Double.NaN);
        if (StrictMath.abs(seconds) <= LARGEST_SECONDS) {
            return seconds;
        }
        throw row.invalid(
                NAME,
                row.text(column),
                "give seconds (not milliseconds) or an ISO-8601 time, e.g. 2026-01-05T00:00:00Z");
    }
}
