// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.forecasts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.cli.CommandRunner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class ForecastsCommandTest {
    @TempDir private Path folder;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "-o=html | -o: form 'html': choose from table, markdown, json",
                "--origins=9 | --origins: number '9': give 10 to 1000",
                "--origins=1001 | --origins: number '1001': give 10 to 1000",
                "--models=auto,x | --models: model 'x': choose from auto, naive, seasonal-naive",
                "--models= | --models: model '': choose from",
            })
    void whatCannotBeUsedIsRefused(String option, String problem) {
        assertRefused(problem, folder.toString(), option);
    }

    @Test
    void aFolderIsNeededThatHasTraces() {
        assertRefused("DIR: folder '/no/such': give a folder", "/no/such");
        assertRefused("there is no trace (*.csv) in it", folder.toString());
    }

    @Test
    void aTraceThatCannotBeReadEndsIt() throws IOException {
        Files.writeString(folder.resolve("bad.csv"), "timestamp_s,value\n0,1\n60,x\n");
        assertRefused("bad.csv:3: value 'x'", folder.toString());
    }

    @Test
    void tracesThatAreAllTooShortEndIt() throws IOException {
        Files.writeString(folder.resolve("short.csv"), "timestamp_s,value\n0,1\n60,2\n120,3\n");
        assertRefused("its traces are too short for ten origins", folder.toString());
    }

    @Test
    void aWorkFolderThatCannotBeMadeIsRefused() throws IOException {
        StringBuilder rows = new StringBuilder("timestamp_s,value\n");
        for (int i = 0; i < 40; i++) {
            rows.append(60 * i).append(',').append(i).append('\n');
        }
        Path file = Files.writeString(folder.resolve("web.csv"), rows);
        assertRefused(
                "name one that can be written to", folder.toString(), "--work", file + "/work");
    }

    private void assertRefused(String problem, String... arguments) {
        var runner =
                new CommandRunner(
                        new PrintStream(new ByteArrayOutputStream(), true, UTF_8),
                        new PrintStream(err, true, UTF_8));
        err.reset();
        int code =
                runner.run(
                        new CommandLine(new ForecastsCommand(runner.out(), runner.err())),
                        arguments);
        assertThat(err.toString(UTF_8)).startsWith("plimsoll: ").contains(problem).hasLineCount(1);
        assertThat(code).isEqualTo(2);
    }
}
