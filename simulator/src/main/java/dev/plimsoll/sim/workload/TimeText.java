// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.workload;

import dev.plimsoll.model.DecimalText;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/** Times as files hold them: seconds, or ISO-8601 with an offset. */
final class TimeText {
    static final String COLUMN = "timestamp_s";

    private static final double LARGEST_SECONDS = 1e12;

    private TimeText() {}

    static boolean isIso(String text) {
        return text.indexOf(':') > 0;
    }

    static Instant instant(Row row, int column) {
        try {
            return OffsetDateTime.parse(row.text(column)).toInstant();
        } catch (DateTimeParseException notIso) {
            throw row.invalid(
                    COLUMN,
                    row.text(column),
                    "give an ISO-8601 time with its offset, e.g. 2026-01-05T00:00:00Z");
        }
    }

    static double seconds(Row row, int column) {
        double seconds = DecimalText.parse(row.text(column)).orElse(Double.NaN);
        if (StrictMath.abs(seconds) <= LARGEST_SECONDS) {
            return seconds;
        }
        throw row.invalid(
                COLUMN,
                row.text(column),
                "give seconds (not milliseconds) or an ISO-8601 time, e.g. 2026-01-05T00:00:00Z");
    }

    /** Seconds from one instant to another. */
    static double between(Instant from, Instant to) {
        return (to.getEpochSecond() - from.getEpochSecond())
                + (to.getNano() - from.getNano()) / 1e9;
    }
}
