// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.workload;

import dev.plimsoll.model.InvalidInputException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/**
 * The rows of a CSV file as they are read, one a line; blank lines are skipped. Only lines with a
 * quote go through the general parser, which makes a program's first, cold read half again as slow.
 * Not thread-safe.
 */
final class Rows implements Iterator<Row> {
    private static final CSVFormat QUOTED = CSVFormat.DEFAULT.builder().setTrim(true).get();

    private final String file;
    private final Iterator<String> lines;
    private String text = "";
    private long line;

    Rows(String file, BufferedReader reader) {
        this.file = file;
        this.lines = reader.lines().iterator();
    }

    @Override
    public boolean hasNext() {
        while (text.isBlank() && lines.hasNext()) {
            text = lines.next();
            line++;
        }
        return !text.isBlank();
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no row after line " + line);
        }
        Row row = new Row(file, line, fields());
        text = "";
        return row;
    }

    private List<String> fields() {
        return text.indexOf('"') < 0 ? plainFields() : quotedFields();
    }

    private List<String> plainFields() {
        List<String> fields = new ArrayList<>();
        int from = 0;
        for (int comma = text.indexOf(','); comma >= 0; comma = text.indexOf(',', from)) {
            fields.add(text.substring(from, comma));
            from = comma + 1;
        }
        fields.add(text.substring(from));
        return fields;
    }

    private List<String> quotedFields() {
        try (CSVParser parser = CSVParser.parse(text, QUOTED)) {
            return parser.getRecords().getFirst().toList();
        } catch (IOException | UncheckedIOException e) {
            throw new InvalidInputException(
                    file + ":" + line, "row", text, "close the quotes on the same line");
        }
    }
}
