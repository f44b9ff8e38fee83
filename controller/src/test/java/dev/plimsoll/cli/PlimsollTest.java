// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlimsollTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "--help, plimsoll backtest examples/traces/web_ms_mongo_app1.csv",
        "backtest --help, plimsoll backtest web.csv",
        "simulate --help, plimsoll simulate flash-crowd",
        "forecast --help, plimsoll forecast web.csv --horizon 2h --model holt-winters",
        "demo --help, plimsoll demo --speed 1440"
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
                .contains("Default: static,threshold,hpa,")
                .contains("as much as 10 % of the replica-hours")
                .doesNotContain("${", "%%", "%n");
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
                .contains("backtest", "simulate", "forecast", "demo");
    }
}
