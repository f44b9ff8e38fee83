// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.model.InvalidInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceReaderTest {
    @TempDir Path directory;

    @Test
    void secondsAreShiftedToStartAtZero() throws IOException {
        Trace trace = read("timestamp_s,value\n1000,1.5\n1060,2\n1120.25,0\n");
        assertThat(trace.name()).isEqualTo("web");
        assertThat(Samples.times(trace)).containsExactly(0, 60, 120.25);
        assertThat(Samples.values(trace)).containsExactly(1.5, 2, 0);
        assertThat(trace.start()).isEmpty();
    }

    @Test
    void isoTimesKeepTheirStartAndMayChangeTheirOffset() throws IOException {
        Trace trace =
                read(
                        """
                        timestamp_s,value
                        2026-03-29T01:59:30+01:00,1
                        2026-03-29T03:00:30+02:00,2
                        2026-03-29T01:01:30.5Z,3
                        """);
        assertThat(Samples.times(trace)).containsExactly(0, 60, 120.5);
        assertThat(trace.start()).contains(Instant.parse("2026-03-29T00:59:30Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "1000000000, 2001-09-09T01:46:40Z",
        "1767571200.25, 2026-01-05T00:00:00.250Z",
        "1.7675712e9, 2026-01-05T00:00:00Z",
        "4000000000, 2096-10-02T07:06:40Z"
    })
    void secondsSince1970TellTheDate(String first, Instant start) throws IOException {
        double later = Double.parseDouble(first) + 60;
        Trace trace = read("timestamp_s,value\n%s,1\n%s,2\n".formatted(first, later));
        assertThat(trace.start()).contains(start);
        assertThat(Samples.times(trace)).containsExactly(0, 60);
        Trace requests =
                read(
                        "timestamp_s,prompt_tokens,output_tokens\n%s,1,1\n%s,1,1\n"
                                .formatted(first, later));
        assertThat(requests.start()).contains(start);
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999999", "4000000001", "-1767571200"})
    void otherSecondsTellNone(String first) throws IOException {
        assertThat(read("timestamp_s,value\n%s,1\n5e9,2\n".formatted(first)).start()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "timestamp_s,value,prompt_tokens,output_tokens\n0,1,9,9\n60,2,9,9\n",
                "note,value,timestamp_s\nx,1,0\n,2,60\n",
                "\uFEFFtimestamp_s,value\r\n0,1\r\n60,2",
                "timestamp_s , value\n\n 0 , 1 \n\n 60,2\n\n",
                "timestamp_s,note,\"value\"\n\"0\",\"a, \"\"b\"\"\",\"1\"\n6e1,,2.0\n",
                "timestamp_s,value,note\n0,1\n60,2,x\n",
            })
    void theSameTwoSamplesAreReadFrom(String text) throws IOException {
        Trace trace = read(text);
        assertThat(Samples.times(trace)).containsExactly(0, 60);
        assertThat(Samples.values(trace)).containsExactly(1, 2);
    }

    @Test
    void requestsBecomeRatesOfCompleteMinutes() throws IOException {
        Trace trace =
                read(
                        """
                        timestamp_s,prompt_tokens,output_tokens
                        100,5,1
                        100,5,1
                        159.999,5,1
                        220,5,1
                        281,5,1
                        """);
        assertThat(Samples.times(trace)).containsExactly(0, 60, 120);
        assertThat(Samples.values(trace)).containsExactly(3 / 60.0, 0, 1 / 60.0);
        assertThat(trace.sampleSeconds()).isEqualTo(60);
    }

    @Test
    void requestsWithinOneMinuteBecomeOneSample() throws IOException {
        Trace trace = read("timestamp_s,prompt_tokens,output_tokens\n0,5,1\n30,5,1\n");
        assertThat(Samples.values(trace)).containsExactly(2 / 60.0);
        assertThat(trace.sampleSeconds()).isEqualTo(60);
    }

    @ParameterizedTest
    @CsvSource({
        "web.csv,web",
        "web.CSV,web",
        "web,web",
        "a.csv.csv,a.csv",
        "a.b.csv,a.b",
        ".csv,.csv"
    })
    void theNameIsTheFilesWithoutCsv(String file, String name) throws IOException {
        Path path = Files.writeString(directory.resolve(file), "timestamp_s,value\n0,1\n1,1\n");
        assertThat(TraceReader.read(path).name()).isEqualTo(name);
    }

    static Stream<Arguments> badFiles() {
        String forms = "timestamp_s,value or timestamp_s,prompt_tokens,output_tokens";
        String number =
                "give a number from 0 to 1e15, or leave the row out if the sample is missing";
        String width = "columns, give the 2 that the header names";
        return Stream.of(
                bad("0,1\n60,2\n", ":1: header '0,1': put a line with the columns' names first"),
                bad("2026-01-05T00:00Z,1\n", ":1: header '2026-01-05T00:00Z,1': put a line"),
                bad("time,value\n0,1\n", ":1: header 'time,value': column timestamp_s is missing"),
                bad("timestamp_s;value\n", "column timestamp_s is missing: name the columns "),
                bad("timestamp_s,rps\n", "column value is missing: name the columns " + forms),
                bad("timestamp_s,prompt_tokens\n", "column output_tokens is missing"),
                bad("timestamp_s,value\n", ":1: rows '0': give at least 2 rows"),
                bad("timestamp_s,value\n0,1\n", ":2: rows '1': give at least 2 rows"),
                bad("timestamp_s,value\n0,1\n60", ":3: row '60': has 1 " + width),
                bad("timestamp_s,value\n0,1\n60,1,5\n", ":3: row '60,1,5': has 3 " + width),
                bad("timestamp_s,value\n60,1\n0,1\n", ":3: timestamp_s '0': is before the row"),
                bad("timestamp_s,value\n0,1\n0,1\n", ":3: timestamp_s '0': is the time of the row"),
                bad("timestamp_s,value\n0,1\n\n60,-3\n", ":4: value '-3': " + number),
                bad("timestamp_s,value\n0,NaN\n", ":2: value 'NaN': " + number),
                bad("timestamp_s,value\n0,Infinity\n", ":2: value 'Infinity': " + number),
                bad("timestamp_s,value\n0,1e999\n", ":2: value '1e999': " + number),
                bad("timestamp_s,value\n0,1d\n", ":2: value '1d': " + number),
                bad("timestamp_s,value\n0,0x1p3\n", ":2: value '0x1p3': " + number),
                bad("timestamp_s,value\n0,\n", ":2: value '': " + number),
                bad("timestamp_s,value\n0,1\nnoon,2\n", ":3: timestamp_s 'noon': give seconds"),
                bad("timestamp_s,value\nNaN,1\n0,1\n", ":2: timestamp_s 'NaN': give seconds"),
                bad("timestamp_s,value\n1767571200000,1\n", "give seconds (not milliseconds)"),
                bad("timestamp_s,value\n2026-01-05T00:00,1\n", "with its offset"),
                bad(
                        "timestamp_s,value\n0,1\n2026-01-05T00:00Z,1\n",
                        ":3: timestamp_s '2026-01-05T00:00Z': write all times alike, the first row"
                                + " has seconds"),
                bad(
                        "timestamp_s,value\n2026-01-05T00:00Z,1\n60,1\n",
                        ":3: timestamp_s '60': write all times alike, the first row has ISO-8601"),
                bad("timestamp_s,value\n0,\"1\n60,2\n", ":2: row '0,\"1': close the quotes"),
                bad(
                        "timestamp_s,prompt_tokens,output_tokens\n0,1,1\n1,-1,1\n",
                        ":3: prompt_tokens '-1': "),
                bad(
                        "timestamp_s,prompt_tokens,output_tokens\n9,1,1\n1,1,1\n",
                        ":3: timestamp_s '1': is before the row above: sort the rows by time"),
                bad(
                        "timestamp_s,prompt_tokens,output_tokens\n0,1,1\n999999999,1,1\n",
                        ":3: timestamp_s '999999999': is over 10 years after the first row"),
                bad("", " is empty: give a header and rows, " + forms),
                bad("timestamp_s,value\n0,\0\n", " is a binary file: give CSV text"));
    }

    private static Arguments bad(String text, String problem) {
        return Arguments.of(text, problem);
    }

    @ParameterizedTest
    @MethodSource("badFiles")
    void aBadFileIsRefusedInOneLineThatSaysWhereAndHowToMendIt(String text, String problem)
            throws IOException {
        Path path = Files.writeString(directory.resolve("web.csv"), text);
        assertRefused(path, problem);
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() throws IOException {
        byte[] latin = "timestamp_s,value\n0,\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
        assertRefused(Files.write(directory.resolve("web.csv"), latin), " is not UTF-8: give CSV");
    }

    @Test
    void aMissingFileIsRefused() {
        assertRefused(directory.resolve("no.csv"), " does not exist: check the path");
    }

    @Test
    void aDirectoryIsRefused() {
        assertRefused(directory, " is a directory: give the CSV file itself");
    }

    private static void assertRefused(Path path, String problem) {
        assertThatThrownBy(() -> TraceReader.read(path))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(path + (problem.startsWith(":") ? problem : ""))
                .hasMessageContaining(problem)
                .message()
                .doesNotContain("\n");
    }

    private Trace read(String text) throws IOException {
        return TraceReader.read(Files.writeString(directory.resolve("web.csv"), text));
    }
}
