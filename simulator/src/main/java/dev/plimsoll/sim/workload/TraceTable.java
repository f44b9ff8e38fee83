// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.workload;

import dev.plimsoll.model.InvalidInputException;
import java.util.Iterator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The rows of one trace file under their header, checked one by one and gathered into a trace. Used
 * once, by one thread.
 */
final class TraceTable {
    static final String FORMS = "timestamp_s,value or timestamp_s,prompt_tokens,output_tokens";

    private static final double BIN_SECONDS = 60;
    private static final double LONGEST_REQUEST_LOG_SECONDS = 3660 * 86_400.0;

    private final Row header;
    private final List<String> names;
    private final boolean requests;
    private final int timeColumn;
    private final int[] quantityColumns;
    private final int lastColumn;
    private final DoubleStream.Builder times = DoubleStream.builder();
    private final DoubleStream.Builder values = DoubleStream.builder();
    private double latest = Double.NEGATIVE_INFINITY;

    private TraceTable(Row header) {
        this.header = header;
        this.names =
                header.fields().stream()
                        .map(name -> name.replaceFirst("^\uFEFF", "").strip())
                        .toList();
        this.requests = !names.contains("value") && names.contains("prompt_tokens");
        this.timeColumn = column(TimeText.COLUMN);
        this.quantityColumns = quantities().mapToInt(this::column).toArray();
        this.lastColumn = Math.max(timeColumn, IntStream.of(quantityColumns).max().orElseThrow());
    }

    static TraceTable under(Row header) {
        if (header.text(0).matches("[-+.]?\\d.*")) {
            throw header.invalid(
                    "header", header.text(), "put a line with the columns' names first: " + FORMS);
        }
        return new TraceTable(header);
    }

    /** Reads all rows after the header. */
    Trace read(String name, Iterator<Row> rows) {
        Row first = next(rows, header, 0);
        TimeColumn clock = TimeColumn.startingWith(first, timeColumn);
        add(first, clock);
        add(next(rows, first, 1), clock);
        rows.forEachRemaining(row -> add(whole(row), clock));
        return trace(name).beginningAt(clock.origin());
    }

    private Stream<String> quantities() {
        return requests ? Stream.of("prompt_tokens", "output_tokens") : Stream.of("value");
    }

    private Row next(Iterator<Row> rows, Row before, int count) {
        if (rows.hasNext()) {
            return whole(rows.next());
        }
        throw before.invalid(
                "rows", String.valueOf(count), "give at least 2 rows under the header");
    }

    private Row whole(Row row) {
        int width = row.fields().size();
        if (width > names.size() || width <= lastColumn) {
            throw row.invalid(
                    "row",
                    row.text(),
                    "has %d columns, give the %d that the header names"
                            .formatted(width, names.size()));
        }
        return row;
    }

    private void add(Row row, TimeColumn clock) {
        double seconds = clock.secondsAt(row);
        requireOrder(row, seconds);
        latest = seconds;
        times.add(seconds);
        for (int column : quantityColumns) {
            values.add(row.quantity(column, names.get(column)));
        }
    }

    private void requireOrder(Row row, double seconds) {
        if (seconds < latest) {
            throw invalidTime(row, "is before the row above: sort the rows by time");
        }
        if (seconds == latest && !requests) {
            throw invalidTime(row, "is the time of the row above too: keep one row for each time");
        }
        if (requests && seconds > LONGEST_REQUEST_LOG_SECONDS) {
            throw invalidTime(row, "is over 10 years after the first row: give seconds");
        }
    }

    private InvalidInputException invalidTime(Row row, String mend) {
        return row.invalid(TimeText.COLUMN, row.text(timeColumn), mend);
    }

    private Trace trace(String name) {
        double[] seconds = times.build().toArray();
        return requests
                ? Trace.regular(name, BIN_SECONDS, requestsPerSecond(seconds))
                : Trace.of(name, seconds, values.build().toArray());
    }

    private static double[] requestsPerSecond(double[] times) {
        int complete = (int) (times[times.length - 1] / BIN_SECONDS);
        double[] rates = new double[Math.max(complete, 1)];
        for (double time : times) {
            int bin = (int) (time / BIN_SECONDS);
            if (bin < rates.length) {
                rates[bin]++;
            }
        }
        for (int bin = 0; bin < rates.length; bin++) {
            rates[bin] /= BIN_SECONDS;
        }
        return rates;
    }

    private int column(String name) {
        int column = names.indexOf(name);
        if (column < 0) {
            throw header.invalid(
                    "header",
                    header.text(),
                    "column %s is missing: name the columns %s".formatted(name, FORMS));
        }
        return column;
    }
}
