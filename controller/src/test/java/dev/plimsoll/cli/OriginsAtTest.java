// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginsAtTest {
    @TempDir private Path folder;

    @Test
    void forecastsFromExactlyTheseOrigins() {
        JsonNode root = json(TraceFile.web(folder), "3600\n5400\n");

        assertThat(texts(root.get("origins")))
                .containsExactly("2026-01-05T01:00:00Z", "2026-01-05T01:30:00Z");
        assertThat(root.get("forecast")).hasSize(2 * 10);
        assertThat(row(root, 0)).containsExactly("2026-01-05T01:00:00Z", "2026-01-05T01:01:00Z");
        assertThat(row(root, 9)).containsExactly("2026-01-05T01:00:00Z", "2026-01-05T01:10:00Z");
        assertThat(row(root, 10)).containsExactly("2026-01-05T01:30:00Z", "2026-01-05T01:31:00Z");
        assertThat(root.get("horizons").findValuesAsText("windows")).containsExactly("2", "2");
        assertThat(SchemaCheck.problems(SchemaCheck.schema("forecast-v1"), root)).isEmpty();
    }

    /** A window that the trace does not reach to the end of is forecast, but cannot be scored. */
    @Test
    void scoresOnlyWhatCame() {
        JsonNode root = json(TraceFile.web(folder), "6840\n7140\n");

        assertThat(root.get("forecast")).hasSize(2 * 10);
        assertThat(root.get("horizons").findValuesAsText("windows")).containsExactly("1", "0");
        assertThat(root.get("horizons").get(1).has("coverage90")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "naive", "seasonal-naive", "holt-winters"})
    void knowsNothingAfterAnOrigin(String model) {
        String origins = file("origins.txt", "3000\n3600\n");

        JsonNode whole = json(trace("whole", 120, i -> i), origins, model);
        JsonNode other = json(trace("other", 120, i -> i <= 60 ? i : 500 - i), origins, model);
        JsonNode cut = json(trace("cut", 61, i -> i), origins, model);

        assertThat(other.get("forecast")).isEqualTo(whole.get("forecast"));
        assertThat(cut.get("forecast")).isEqualTo(whole.get("forecast"));
        assertThat(other.get("horizons")).isNotEqualTo(whole.get("horizons"));
    }

    @Test
    void aTraceTooShortForABackTestIsForecastFromItsEnd() {
        String two = TraceFile.write(folder.resolve("two.csv"), "timestamp_s,value\n0,5\n60,7\n");

        JsonNode root = json(two, "60\n");

        assertThat(root.get("forecast")).hasSize(10);
        assertThat(root.get("forecast").get(9).get("q95").isNumber()).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "as the trace counts, 500, 4100",
        "as reports do, 500, 2026-01-05T01:00:00Z",
        "Unix time, 1767225600, 1767229200",
        "Unix time as ISO-8601, 1767225600, 2026-01-01T02:00:00+01:00",
        "ISO-8601, 2026-01-01T00:00:00Z, 2026-01-01T01:00:00.000Z",
        "ISO-8601 with Unix time, 2026-01-01T00:00:00Z, 1767229200",
        "before the epoch, -500, 3100",
    })
    void takesTimesAsTheTraceHasThem(String name, String first, String origin) {
        String rows =
                first.contains(":")
                        ? IntStream.range(0, 120)
                                .mapToObj(OriginsAtTest::dated)
                                .collect(Collectors.joining())
                        : rows(Long.parseLong(first));
        String trace = TraceFile.write(folder.resolve("t.csv"), "timestamp_s,value\n" + rows);

        Terminal terminal = run(trace, file("origins.txt", origin + "\n"), "naive");

        assertThat(terminal.err()).isEmpty();
        // demand is the minute, and the naive model has learned that it is one too low
        assertThat(terminal.json().get("forecast").get(0).get("q50").asInt()).isEqualTo(61);
    }

    private static String dated(int minute) {
        return "2026-01-01T%02d:%02d:00Z,%d\n".formatted(minute / 60, minute % 60, minute);
    }

    private static String rows(long first) {
        return IntStream.range(0, 120)
                .mapToObj(i -> (first + i * 60L) + "," + i + "\n")
                .collect(Collectors.joining());
    }

    @Test
    void theOriginsOfAReportCanBeGivenAgain() {
        // every fifth sample is 20 s late
        String rows =
                IntStream.range(0, 150)
                        .mapToObj(i -> (i * 60 + (i % 5 == 3 ? 20 : 0)) + "," + (5 + i % 7) + "\n")
                        .collect(Collectors.joining("", "timestamp_s,value\n", ""));
        String trace = TraceFile.write(folder.resolve("late.csv"), rows);
        JsonNode first = Terminal.succeed("forecast", trace, "-o", "json").json();
        String origins = String.join("\n", texts(first.get("origins")));

        Terminal again = run(trace, file("origins.txt", origins), "auto", "--horizon", "30m");

        assertThat(again.err()).isEmpty();
        assertThat(again.json().get("origins")).isEqualTo(first.get("origins"));
        assertThat(again.json().get("horizons")).isEqualTo(first.get("horizons"));
    }

    @Test
    void anyOrderAndRepetitionsWillDo() {
        String origins = file("origins.txt", "5400\n\n3600\n5400\n3630\n  5459.5 \n");

        Terminal terminal = run(TraceFile.web(folder), origins, "naive");

        assertThat(texts(terminal.json().get("origins")))
                .containsExactly("2026-01-05T01:00:00Z", "2026-01-05T01:30:00Z");
        assertThat(terminal.code()).isZero();
        assertThat(terminal.err().strip())
                .isEqualTo(
                        "plimsoll: %s: 5 times: 2 moved to the sample before, 3 left out as repeated"
                                .formatted(origins));
    }

    @Test
    void aTimeInAGapStandsForTheSampleBeforeIt() {
        JsonNode root =
                run(TraceFile.gap(folder, 90, 100), file("o.txt", "5700\n"), "naive").json();

        assertThat(texts(root.get("origins"))).containsExactly("2026-01-05T01:29:00Z");
        assertThat(row(root, 0)).containsExactly("2026-01-05T01:29:00Z", "2026-01-05T01:30:00Z");
    }

    @Test
    void theTableSaysWhereFrom() {
        String out =
                Terminal.succeed(
                                "forecast",
                                TraceFile.web(folder),
                                "--origins-at",
                                file("origins.txt", "3600\n5400\n"))
                        .out();

        List<String> lines = out.lines().dropWhile(line -> !line.startsWith("Every 3rd")).toList();
        assertThat(lines.get(3)).isEqualTo("from 2026-01-05T01:00:00Z");
        assertThat(lines.get(4)).startsWith("2026-01-05T01:03:00Z ");
        assertThat(lines.get(13)).startsWith("2026-01-05T01:30:00Z ");
        assertThat(lines.get(14)).isEqualTo("from 2026-01-05T01:30:00Z");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    no time    | 60/soon                 | :2: timestamp_s 'soon': give seconds (not milliseconds) or an ISO-8601 time, e.g. 2026-01-05T00:00:00Z
                    no zone    | 2026-01-05T00:10:00     | :1: timestamp_s '2026-01-05T00:10:00': give an ISO-8601 time with its offset, e.g. 2026-01-05T00:00:00Z
                    a header   | timestamp_s/60          | :1: timestamp_s 'timestamp_s': give seconds (not milliseconds) or an ISO-8601 time, e.g. 2026-01-05T00:00:00Z
                    NaN        | NaN                     | :1: timestamp_s 'NaN': give seconds (not milliseconds) or an ISO-8601 time, e.g. 2026-01-05T00:00:00Z
                    two        | 60//120,180             | :3: row '120,180': give one time a line, without commas
                    too early  | -1                      | :1: timestamp_s '-1': is before the first sample, that of 0
                    a year off | 2025-01-05T00:10:00Z    | :1: timestamp_s '2025-01-05T00:10:00Z': is before the first sample, that of 2026-01-05T00:00:00Z
                    too late   | 60/7200                 | :2: timestamp_s '7200': is after the end of the last sample, that of 7140
                    ms         | 1767229200000           | :1: timestamp_s '1767229200000': give seconds (not milliseconds) or an ISO-8601 time, e.g. 2026-01-05T00:00:00Z
                    """)
    void refusesTimesThatCannotBeOrigins(String name, String lines, String problem) {
        String origins = file("origins.txt", lines.replace('/', '\n'));

        assertRefused(origins + problem, origins);
    }

    @Test
    void refusesFilesThatHoldNoTimes() throws IOException {
        String absent = folder.resolve("absent.txt").toString();
        Path binary = Files.write(folder.resolve("binary.txt"), new byte[] {'1', 0, 1});

        assertRefused("times file %s does not exist: check the path".formatted(absent), absent);
        assertRefused(
                "times file %s is a binary file: give CSV text".formatted(binary),
                binary.toString());
        String empty = file("empty.txt", " \n\n");
        assertRefused(
                "times file %s is empty: give one time a line, in seconds or ISO-8601"
                        .formatted(empty),
                empty);
    }

    @Test
    void refusesMoreThanAnybodyCouldHold() {
        String trace = trace("long", 2000, i -> i % 9);
        String origins =
                file(
                        "origins.txt",
                        IntStream.range(0, 1001)
                                .mapToObj(i -> i * 60 + "\n")
                                .collect(Collectors.joining()));

        assertThat(run(trace, origins, "naive", "--horizon", "1000m").err())
                .isEqualTo(
                        "plimsoll: --origins-at: origins '1001': forecasts of 1000 steps each would"
                                + " be over 1000000: shorten --horizon or name fewer\n");
    }

    /** Two rows that are one sample are one only when the second has come. */
    @Test
    void aSampleIsThereWhenItsLastRowIs() {
        String rows = "timestamp_s,value\n0,1\n60,2\n120,3\n140,9\n180,4\n240,5\n300,6\n";
        String trace = TraceFile.write(folder.resolve("twice.csv"), rows);

        assertThat(origin(trace, "120")).isEqualTo("2026-01-05T00:01:00Z");
        assertThat(origin(trace, "139")).isEqualTo("2026-01-05T00:01:00Z");
        assertThat(origin(trace, "140")).isEqualTo("2026-01-05T00:02:20Z");
        assertThat(origin(trace, "179")).isEqualTo("2026-01-05T00:02:20Z");
    }

    private String origin(String trace, String time) {
        JsonNode root = run(trace, file("origins.txt", time), "naive").json();
        return root.get("forecast").get(0).get("origin").asText();
    }

    private void assertRefused(String problem, String origins) {
        Terminal terminal = run(TraceFile.web(folder), origins, "naive");

        assertThat(terminal)
                .isEqualTo(new Terminal(2, "", "plimsoll: " + problem + System.lineSeparator()));
    }

    private JsonNode json(String trace, String origins) {
        return json(trace, file("origins.txt", origins), "auto");
    }

    private static JsonNode json(String trace, String origins, String model) {
        Terminal terminal = run(trace, origins, model);
        assertThat(terminal.err()).isEmpty();
        return terminal.json();
    }

    private static Terminal run(String trace, String origins, String model, String... options) {
        List<String> arguments =
                new ArrayList<>(List.of("forecast", trace, "-o", "json", "--model", model));
        arguments.addAll(List.of("--origins-at", origins));
        arguments.addAll(options.length == 0 ? List.of("--horizon", "10m") : List.of(options));
        return Terminal.run(arguments.toArray(String[]::new));
    }

    private String file(String name, String content) {
        return TraceFile.write(folder.resolve(name), content);
    }

    private String trace(String name, int minutes, IntUnaryOperator value) {
        String rows =
                IntStream.range(0, minutes)
                        .mapToObj(i -> i * 60 + "," + value.applyAsInt(i) + "\n")
                        .collect(Collectors.joining("", "timestamp_s,value\n", ""));
        return file(name + ".csv", rows);
    }

    private static List<String> row(JsonNode root, int index) {
        JsonNode row = root.get("forecast").get(index);
        return List.of(row.get("origin").asText(), row.get("timestamp").asText());
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
