// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.forecast.calendar.CalendarEvent;
import dev.plimsoll.model.DurationText;
import dev.plimsoll.model.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/**
 * Reads a calendar of events from a CSV file: UTF-8, the header {@code name,start,duration}, one
 * event a line, blank lines skipped. A start is ISO-8601 with its offset, a duration like {@code
 * 4h}. Further columns are ignored.
 *
 * <p>A file that is none ends in an {@link InvalidInputException}. Thread-safe.
 */
final class EventsFile {
    private static final String COLUMNS = "name,start,duration";
    private static final CSVFormat LINE = CSVFormat.DEFAULT.builder().setTrim(true).get();
    private static final int LAST_YEAR = 9999;

    /** A line's fields and where it stands. */
    private record Line(String place, String text, List<String> fields) {
        InvalidInputException invalid(String field, String value, String mend) {
            return new InvalidInputException(place, field, value, mend);
        }
    }

    private EventsFile() {}

    /** Reads the file; messages name it as {@code path} does. */
    static List<CalendarEvent> read(Path path) {
        String file = path.toString().replaceAll("\\p{Cntrl}", "?");
        if (Files.isDirectory(path)) {
            throw unusable(file, "is a directory: give the CSV file itself");
        }
        try {
            return events(file, Files.readAllLines(path));
        } catch (NoSuchFileException e) {
            throw unusable(file, "does not exist: check the path");
        } catch (AccessDeniedException e) {
            throw unusable(file, "may not be read: check its permissions");
        } catch (CharacterCodingException e) {
            throw unusable(file, "is not UTF-8: give CSV text in UTF-8");
        } catch (IOException e) {
            throw unusable(file, "cannot be read: " + e);
        }
    }

    private static List<CalendarEvent> events(String file, List<String> texts) {
        List<Line> lines = lines(file, texts);
        if (lines.isEmpty()) {
            throw unusable(file, "is empty: give the header %s and events".formatted(COLUMNS));
        }
        Line header = lines.getFirst();
        List<Integer> columns =
                List.of(
                        column(header, "name"),
                        column(header, "start"),
                        column(header, "duration"));
        if (lines.size() == 1) {
            throw header.invalid("rows", "0", "give at least one event under the header");
        }
        return lines.stream().skip(1).map(line -> event(line, header, columns)).toList();
    }

    private static List<Line> lines(String file, List<String> texts) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            String text = lines.isEmpty() ? withoutMark(texts.get(i)) : texts.get(i);
            if (!text.isBlank()) {
                String place = file + ":" + (i + 1);
                lines.add(new Line(place, text, fields(place, text)));
            }
        }
        return lines;
    }

    private static String withoutMark(String text) {
        return text.replaceFirst("^\uFEFF", "");
    }

    private static List<String> fields(String place, String text) {
        try (CSVParser parser = CSVParser.parse(text, LINE)) {
            return parser.getRecords().getFirst().toList();
        } catch (IOException | UncheckedIOException e) {
            throw new InvalidInputException(
                    place, "row", text, "close the quotes on the same line");
        }
    }

    private static int column(Line header, String name) {
        int column = header.fields().indexOf(name);
        if (column < 0) {
            throw header.invalid(
                    "header",
                    header.text(),
                    "column %s is missing: name the columns %s".formatted(name, COLUMNS));
        }
        return column;
    }

    private static CalendarEvent event(Line line, Line header, List<Integer> columns) {
        if (line.fields().size() != header.fields().size()) {
            throw line.invalid(
                    "row",
                    line.text(),
                    "has %d columns, give the %d that the header names"
                            .formatted(line.fields().size(), header.fields().size()));
        }
        return new CalendarEvent(
                name(line, columns.get(0)),
                start(line, columns.get(1)),
                duration(line, columns.get(2)));
    }

    private static String name(Line line, int column) {
        String name = line.fields().get(column);
        if (name.isBlank()) {
            throw line.invalid("name", name, "name the event; events of one name act alike");
        }
        return name;
    }

    private static Instant start(Line line, int column) {
        String text = line.fields().get(column);
        return time(text)
                .filter(time -> time.getYear() >= 2 && time.getYear() < LAST_YEAR)
                .orElseThrow(() ->
                        line.invalid(
                                "start",
                                text,
                                "give an ISO-8601 time with its offset, e.g. 2026-11-27T18:00:00Z"))
                .toInstant();
    }

    private static Optional<OffsetDateTime> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text));
        } catch (DateTimeParseException notIso) {
            return Optional.empty();
        }
    }

    private static Duration duration(Line line, int column) {
        String text = line.fields().get(column);
        Duration duration = DurationText.parse(text, line.place(), "duration");
        if (duration.isZero()) {
            throw line.invalid("duration", text, "give a duration above 0, e.g. 4h");
        }
        return duration;
    }

    private static InvalidInputException unusable(String file, String problem) {
        return new InvalidInputException("events file %s %s".formatted(file, problem));
    }
}
