// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.policies;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plimsoll.cli.CommandRunner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/**
 * Traces of half an hour; a case has 144 settings of peers, of which one passes the guard, and
 * ours.
 */
class PoliciesCommandTest {
    private static final int PEERS = 144;
    private static final int PRICES = 3;

    @TempDir private Path folder;
    @TempDir private Path work;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void everyCaseIsJudgedAndWhatCannotBeIsLeftOut() throws IOException {
        trace("web_a", 30, minute -> 50 + 30 * StrictMath.sin(minute / 8.0));
        trace("cpu_b", 30, minute -> 10 + minute % 7);
        trace("web_short", 5, minute -> minute);
        trace("web_zero", 30, _ -> 0);
        trace("web_late", 30, minute -> minute < 20 ? 0 : minute);
        trace("web_early", 30, minute -> minute < 5 ? 50 : 0);
        Files.writeString(folder.resolve("web_bad.csv"), "timestamp_s,value\n0,1\n60,x\n");
        Path picture = work.resolve("fronts.svg");

        JsonNode json =
                new ObjectMapper()
                        .readTree(
                                run(
                                        "-o=json",
                                        "--lead-time=40s,5m",
                                        "--picture=" + picture,
                                        "--policy=predictive,reactive"));

        assertThat(json.get("cases").findValuesAsText("trace"))
                .containsOnly("web_a", "cpu_b", "web_late");
        assertThat(json.get("cases")).hasSize(3 * 2 * PRICES);
        assertThat(json.get("cases").findValuesAsText("leadTimeSeconds")).containsOnly("40.0");
        assertThat(json.at("/summary/policies").findValuesAsText("policy"))
                .containsExactly("predictive", "reactive");
        assertThat(json.get("leftOut").findValuesAsText("what"))
                .contains("web_bad", "web_short, 40s, rough", "web_a, 5m, rough")
                .contains("web_zero, 40s, rough");
        assertThat(json.get("leftOut").findValuesAsText("reason"))
                .anyMatch(reason -> reason.contains("web_bad.csv:3: value 'x'"))
                .anyMatch(reason -> reason.contains("web_zero: value '0': the trace has no demand"))
                .anyMatch(reason ->
                        reason.startsWith("web_early: no request arrives in its scored part: "))
                .anyMatch(reason -> reason.startsWith("--lead-time: duration '5m': web_a has 21m"));
        assertThat(picture).content().contains(">web (2), lead time 40s", ">cpu (1)");
    }

    @Test
    void whatWasStoppedGoesOnAndNothingIsReplayedTwice() throws IOException {
        trace("web_a", 30, minute -> 50 + 30 * StrictMath.sin(minute / 8.0));

        String first = run("-o=json", "--threads=2");
        assertPlayed(PEERS + PRICES);
        assertThat(run("-o=json", "--threads=1")).isEqualTo(first);
        assertPlayed(0);
        List<Path> kept = kept();
        for (int file = 0; file < 20; file++) {
            Files.delete(kept.get(7 * file));
        }
        assertThat(run("-o=json")).isEqualTo(first);
        assertPlayed(20);
        run("--policy=reactive");
        assertPlayed(PRICES);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "-o=html | -o: form 'html': choose from table, markdown, json",
                "--interpolation=cubic | --interpolation: value 'cubic': give linear, hold or"
                        + " rough",
                "--interpolation=rough,rough | --interpolation: value 'rough': name each value"
                        + " once",
                "--lead-time=40 | --lead-time: duration '40': the unit is missing",
                "--lead-time=5m | --lead-time: duration '5m': web_a has 21m that would be scored",
                "--lead-time=2d | --lead-time: duration '2d': give at most 24h",
                "--peak-replicas=0 | --peak-replicas: replicas '0': give 1 to 100000",
                "--pushed-interval=1500ms | --pushed-interval: duration '1500ms': give whole"
                        + " seconds",
                "--policy=magic | --policy: policy 'magic': choose from",
                "--policy=hpa:grid | --policy: policy 'hpa:grid': name one that is run",
                "--policy=oracle | --policy: policy 'oracle': name one that is run",
                "--threads=0 | --threads: number '0': give 1 to 1024",
                "--picture=/no/such/a.svg | --picture: file '/no/such/a.svg': name a file in a"
                        + " folder",
            })
    void whatCannotBeUsedIsRefused(String option, String problem) throws IOException {
        trace("web_a", 30, minute -> 50 + minute);

        assertRefused(problem, folder.toString(), "--work=" + work, option);
    }

    @Test
    void aWorkFolderThatCannotBeMadeIsRefused() throws IOException {
        trace("web_a", 30, minute -> 50 + minute);

        assertRefused(
                "--work: folder '/dev/null/x': name one that can be written to",
                folder.toString(),
                "--work=/dev/null/x");
    }

    @Test
    void aFolderIsNeededThatHasTraces() throws IOException {
        assertRefused("DIR: folder '/no/such': give a folder with traces", "/no/such");
        assertRefused("there is no trace (*.csv) in it", folder.toString());
        trace("web_short", 5, minute -> minute);
        assertRefused(
                "web_short: only 3m of it would be scored", folder.toString(), "--lead-time=40s");
    }

    private void trace(String name, int minutes, IntToDoubleFunction demand) throws IOException {
        StringBuilder rows = new StringBuilder("timestamp_s,value\n");
        for (int minute = 0; minute < minutes; minute++) {
            rows.append(60 * minute).append(',').append(demand.applyAsDouble(minute)).append('\n');
        }
        Files.writeString(folder.resolve(name + ".csv"), rows);
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> files = Files.walk(work)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private void assertPlayed(int played) {
        assertThat(err.toString(UTF_8))
                .startsWith("plimsoll: played %d of 147 replays,".formatted(played));
    }

    /** With one lead time, where the options do not say otherwise. */
    private String run(String... options) {
        List<String> arguments =
                Stream.concat(
                                Stream.of(folder.toString(), "--work=" + work),
                                Stream.concat(
                                        Stream.of(options),
                                        Stream.of(options).anyMatch(o -> o.contains("lead-time"))
                                                ? Stream.empty()
                                                : Stream.of("--lead-time=40s")))
                        .toList();
        assertThat(execute(arguments.toArray(String[]::new))).isZero();
        return out.toString(UTF_8);
    }

    private void assertRefused(String problem, String... arguments) {
        int code = execute(arguments);
        assertThat(err.toString(UTF_8)).startsWith("plimsoll: ").contains(problem);
        assertThat(code).isEqualTo(2);
    }

    private int execute(String... arguments) {
        out.reset();
        err.reset();
        var runner =
                new CommandRunner(
                        new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
        var command = new CommandLine(new PoliciesCommand(runner.out(), runner.err()));
        return runner.run(command, arguments);
    }
}
