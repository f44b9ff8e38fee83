// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.workload;

import dev.plimsoll.model.InvalidInputException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads moments of a trace from a text file, one a line: seconds as the trace's own time column
 * counts them, or ISO-8601 with an offset. Blank lines are skipped. A file that holds anything
 * else, or nothing, ends in an {@link InvalidInputException}. Thread-safe.
 */
public final class TimesReader {
    private final Trace trace;
    private final Instant start;

    /**
     * @param start when the trace's first sample was taken, or is taken to have been
     */
    public TimesReader(Trace trace, Instant start) {
        this.trace = trace;
        this.start = start;
    }

    /** Reads the file; messages name it as {@code path} does. */
    public List<NamedTime> read(Path path) {
        return new TextFile("times file", path)
                .read("one time a line, in seconds or ISO-8601", this::times);
    }

    private List<NamedTime> times(Rows rows) {
        List<NamedTime> times = new ArrayList<>();
        rows.forEachRemaining(row -> times.add(time(row)));
        return times;
    }

    private NamedTime time(Row row) {
        if (row.fields().size() > 1) {
            throw row.invalid("row", row.text(), "give one time a line, without commas");
        }
        boolean iso = TimeText.isIso(row.text(0));
        double seconds =
                iso
                        ? TimeText.between(start, TimeText.instant(row, 0))
                        : TimeText.seconds(row, 0) - trace.firstSeconds();
        NamedTime time = new NamedTime(row.place(), row.text(0), seconds);
        requireWithin(time, iso);
        return time;
    }

    private void requireWithin(NamedTime time, boolean iso) {
        if (time.seconds() < 0) {
            throw time.invalid("is before the first sample, that of " + shown(0, iso));
        }
        if (time.seconds() >= trace.lengthSeconds()) {
            double last = trace.time(trace.size() - 1);
            throw time.invalid("is after the end of the last sample, that of " + shown(last, iso));
        }
    }

    private String shown(double seconds, boolean iso) {
        return iso
                ? start.plusMillis(Math.round(seconds * 1000)).toString()
                : BigDecimal.valueOf(trace.firstSeconds() + seconds)
                        .stripTrailingZeros()
                        .toPlainString();
    }
}
