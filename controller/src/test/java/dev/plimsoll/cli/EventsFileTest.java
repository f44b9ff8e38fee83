// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.forecast.calendar.CalendarEvent;
import dev.plimsoll.model.InvalidInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventsFileTest {
    @TempDir Path directory;

    private List<CalendarEvent> read(String text) throws IOException {
        return EventsFile.read(write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private Path write(byte[] content) throws IOException {
        return Files.write(directory.resolve("events.csv"), content);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name,start,duration\nlaunch,2026-11-27T18:00:00Z,4h\n",
                "name,start,duration\r\nlaunch,2026-11-27T19:00:00+01:00,240m",
                "\uFEFFname , start, duration\n\n launch , 2026-11-27T18:00Z , 4h \n\n",
                "note,duration,start,name\n\"a, b\",4h,2026-11-27T18:00:00Z,\"launch\"\n"
            })
    void theSameEventIsReadFrom(String text) throws IOException {
        assertThat(read(text))
                .containsExactly(
                        new CalendarEvent(
                                "launch",
                                Instant.parse("2026-11-27T18:00:00Z"),
                                Duration.ofHours(4)));
    }

    @Test
    void eventsKeepTheirOrder() throws IOException {
        String text =
                """
                name,start,duration
                sale,2026-12-01T00:00:00Z,1d
                launch,2026-11-27T18:00:00Z,4h
                """;
        assertThat(read(text)).extracting(CalendarEvent::name).containsExactly("sale", "launch");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "launch,2026-11-27T18:00Z    | :2: row 'launch,2026-11-27T18:00Z': has 2 columns,"
                        + " give the 3 that the header names",
                "a,2026-11-27T18:00Z,4h,x    | :2: row 'a,2026-11-27T18:00Z,4h,x': has 4 columns,"
                        + " give the 3 that the header names",
                "' ,2026-11-27T18:00Z,4h'    | :2: name '': name the event; events of one name act"
                        + " alike",
                "a,2026-11-27T18:00,4h       | :2: start '2026-11-27T18:00': give an ISO-8601 time"
                        + " with its offset, e.g. 2026-11-27T18:00:00Z",
                "a,+12026-11-27T18:00Z,4h    | :2: start '+12026-11-27T18:00Z': give an ISO-8601"
                        + " time with its offset, e.g. 2026-11-27T18:00:00Z",
                "a,2026-11-27T18:00Z,4       | :2: duration '4': the unit is missing: give a"
                        + " duration that is not negative, e.g. 250ms, 40s, 5m or 2h",
                "a,2026-11-27T18:00Z,0s      | :2: duration '0s': give a duration above 0, e.g. 4h",
                "'\"a,2026-11-27T18:00Z,4h'  | :2: row '\"a,2026-11-27T18:00Z,4h': close the quotes"
                        + " on the same line"
            })
    void refusesALineAndSaysHowToMendIt(String line, String message) {
        assertThatThrownBy(() -> read("name,start,duration\n" + line + "\n"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(directory.resolve("events.csv") + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name,start | :1: header 'name,start': column duration is missing: name the columns"
                        + " name,start,duration",
                "name,start,duration | :1: rows '0': give at least one event under the header"
            })
    void refusesAHeaderThatIsNotEnough(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(directory.resolve("events.csv") + message);
    }

    @Test
    void refusesWhatIsNoFileOfEvents() throws IOException {
        String file = "events file " + directory.resolve("events.csv");
        refused(directory.resolve("events.csv"), file + " does not exist: check the path");
        refused(
                directory,
                "events file " + directory + " is a directory: give the CSV file itself");
        refused(
                write(new byte[0]),
                file + " is empty: give the header name,start,duration and events");
        refused(
                write(new byte[] {(byte) 0xC3, (byte) 0x28}),
                file + " is not UTF-8: give CSV text in UTF-8");
    }

    private static void refused(Path path, String message) {
        assertThatThrownBy(() -> EventsFile.read(path))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(message);
    }
}
