// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.workload;

import dev.plimsoll.model.InvalidInputException;
import java.nio.file.Path;

/**
 * Reads a trace from a CSV file: UTF-8, a header, commas.
 *
 * <p>Two forms: {@code timestamp_s,value} with rising times, where further columns are ignored; and
 * requests one by one, {@code timestamp_s,prompt_tokens,output_tokens}, where times may repeat. The
 * latter become requests per second in bins of 60 s from the first request; the last bin, which is
 * not complete, is left out unless it is the only one. Times are seconds, which are instants where
 * they begin between 1e9 and 4e9 (Unix time), or ISO-8601 with an offset.
 *
 * <p>A file that is neither ends in an {@link InvalidInputException}. Thread-safe.
 */
public final class TraceReader {
    private TraceReader() {}

    /** Reads the file; messages name it as {@code path} does. */
    public static Trace read(Path path) {
        return new TextFile("trace file", path)
                .read(
                        "a header and rows, " + TraceTable.FORMS,
                        rows -> TraceTable.under(rows.next()).read(name(path), rows));
    }

    private static String name(Path path) {
        Path last = path.getFileName();
        String file = String.valueOf(last);
        String stem = file.replaceFirst("(?i)\\.csv$", "");
        return stem.isBlank() ? file : stem;
    }
}
