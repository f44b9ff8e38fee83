// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.app.Controller;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlimsollTest {
    @TempDir private Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "--help, plimsoll backtest examples/traces/web_ms_mongo_app1.csv",
        "backtest --help, plimsoll backtest web.csv",
        "simulate --help, plimsoll simulate flash-crowd",
        "forecast --help, plimsoll forecast web.csv --horizon 2h --model holt-winters",
        "demo --help, plimsoll demo --speed 1440",
        "validate --help, plimsoll validate -f examples/plimsoll.yaml",
        "get --help, plimsoll get --socket /tmp/flash-crowd.sock",
        "explain --help, plimsoll explain shop/web",
        "history --help, plimsoll history\\R",
        "plan --help, plimsoll plan",
        "approve --help, plimsoll approve shop/web --reason 'the sale begins' --for 10m",
        "reject --help, plimsoll reject shop/web --reason 'a load test' --for 1h",
        "revert --help, plimsoll revert shop/web --reason 'p95 doubled'",
        "pause --help, plimsoll pause shop/web --reason 'we deploy'",
        "resume --help, plimsoll resume shop/web --reason 'deployed'",
        "doctor --help, plimsoll doctor -f examples/flash-crowd.yaml"
    })
    void everyCommandHasHelpWithAnExample(String command, String example) {
        Terminal terminal = Terminal.succeed(command.split(" "));

        assertThat(terminal.out()).startsWith("Usage: plimsoll");
        assertThat(terminal.out()).containsPattern("Examples?:\\R  " + example);
    }

    @Test
    void helpNamesEveryOptionAndItsDefault() {
        String help = Terminal.succeed("backtest", "--help").out().replaceAll("\\s+", " ");

        assertThat(help)
                .contains("--policy", "--lead-time", "--plans", "--threads", "-o=")
                .contains("Default: 40s", "Default: 0.3", "Default: rough", "Default: table")
                .contains("Default: static,hpa,keda,kpa,")
                .contains("as much as 10 % of the replica-hours")
                .doesNotContain("${", "%%", "%n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--help", "backtest --policy static TRACE", "forecast --horizon 5m TRACE"})
    void aResultThatCannotBeWrittenIsNone(String command) {
        String trace = TraceFile.web(folder);
        ByteArrayOutputStream complaint = new ByteArrayOutputStream();
        PrintStream full = new PrintStream(new FullDisk(), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(complaint, true, StandardCharsets.UTF_8);

        int code =
                Plimsoll.run(
                        full, err, new Controller(), command.replace("TRACE", trace).split(" "));

        assertThat(code).isEqualTo(1);
        assertThat(complaint.toString(StandardCharsets.UTF_8).strip())
                .isEqualTo(
                        "plimsoll: the result could not be written: is there room, and does anybody"
                                + " read it?");
    }

    private static final class FullDisk extends OutputStream {
        @Override
        public void write(int character) throws IOException {
            throw new IOException("No space left on device");
        }
    }

    @Test
    void helpSaysWhatTheExitCodesMean() {
        String help = Terminal.succeed("--help").out();

        assertThat(help)
                .containsPattern(
                        "Exit codes:\\R  0 +It did what was asked\\.\\R  1 +It ran, and the answer"
                                + " is no(?s:.*)\\R  2 +The input cannot be used");
    }

    @Test
    void saysItsVersion() {
        assertThat(Terminal.succeed("--version").out().strip()).isEqualTo("plimsoll 0.1.0");
    }

    @Test
    void showsTheCommandsWhereNoneIsNamed() {
        Terminal terminal = Terminal.run();

        assertThat(terminal.code()).isEqualTo(2);
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err())
                .startsWith("Usage: plimsoll")
                .contains("backtest", "simulate", "forecast", "demo", "validate");
    }
}
