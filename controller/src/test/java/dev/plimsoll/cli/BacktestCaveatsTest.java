// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a back-test says of itself where its scores say little or nothing. */
class BacktestCaveatsTest {
    @TempDir private Path folder;

    @Test
    void theAnswerIsNoWhereNoStepIsScored() {
        Terminal warmUp = nothingScored(TraceFile.web(folder), "--warm-up", "0.9999");
        Path late = folder.resolve("late.csv");
        // Of the last 60 days there is one sample.
        Terminal gap =
                nothingScored(
                        TraceFile.write(late, "timestamp_s,value\n0,1\n60,1\n120,1\n1e7,1\n"));

        assertThat(warmUp.err().strip())
                .isEqualTo(
                        "plimsoll: no step of web was scored: after the warm-up (--warm-up 0.9999)"
                                + " it has nothing, or nothing but gaps");
        assertThat(gap.err()).contains("plimsoll: no step of late was scored: ");
    }

    private static Terminal nothingScored(String... arguments) {
        Terminal terminal =
                Terminal.run(
                        with(new String[] {"backtest", "--policy", "static,oracle"}, arguments));
        assertThat(terminal.code()).isEqualTo(1);
        assertThat(terminal.out().lines().toList().get(2)).matches("static +(- +){8}0");
        return terminal;
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"124s, false", "125s, false", "126s, true"})
    void warnsWhereFewerThanTenLeadTimesAreScored(String leadTime, boolean warns) {
        // Of 349 steps of 5 s the first 99 are warm-up.
        Terminal terminal =
                Terminal.run(
                        "backtest",
                        TraceFile.brief(folder, "web"),
                        "--warm-up=0.2835",
                        "--policy=static",
                        "--lead-time=" + leadTime,
                        "--slo=250ms",
                        "--service-time=50ms");

        assertThat(terminal.code()).isZero();
        assertThat(terminal.err().strip())
                .isEqualTo(
                        warns
                                ? "plimsoll: the scored part of web is 1250s, shorter than ten lead"
                                        + " times (--lead-time 126s): the scores say little"
                                : "");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    --lead-time=30d                | web lasts 1745s, less than one lead time (--lead-time 30d): what is ordered is not ready before the end, so the scores say nothing of the policies
                    --lead-time=1746s              | web lasts 1745s, less than one lead time (--lead-time 1746s): what is ordered is not ready before the end, so the scores say nothing of the policies
                    --lead-time=29m                | the scored part of web is 1220s, shorter than ten lead times (--lead-time 29m): the scores say little
                    --lead-time=0s --warm-up=0.92  | the scored part of web is 135s, shorter than ten decisions (one every 15s): the scores say little
                    --lead-time=0s --warm-up=0.914 | ''
                    """)
    void aShortTraceHasAResultWithItsCaveat(String options, String caveat) {
        Terminal terminal =
                Terminal.run(
                        with(
                                new String[] {"backtest", TraceFile.brief(folder, "web")},
                                options.split(" ")));

        assertThat(terminal.code()).isZero();
        assertThat(terminal.err().strip()).isEqualTo(caveat.isEmpty() ? "" : "plimsoll: " + caveat);
        assertThat(terminal.out())
                .containsPattern("predictive +\\d+\\.\\d{3}%")
                .doesNotContain("NaN", "Infinity");
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "html"})
    void theCaveatOfAShortTraceStandsInEveryForm(String form) {
        Terminal terminal =
                Terminal.run(
                        "backtest",
                        TraceFile.brief(folder, "web"),
                        "--lead-time=29m",
                        "--policy=reactive",
                        "-o",
                        form);

        assertThat(terminal.out())
                .containsPattern("\"caveats\" ?: ?\\[ ?\"the scored part of web is 1220s, shorter");
    }

    @ParameterizedTest
    @CsvSource({"'0,5/60,7'", "'0,5/1,7'", "'0,5/5,7/10,6'", "'0,0/60,0/120,1'"})
    void aFewRowsAreEnoughForAResultWithItsCaveat(String rows) {
        String file =
                TraceFile.write(
                        folder.resolve("few.csv"),
                        "timestamp_s,value\n" + rows.replace('/', '\n') + "\n");

        Terminal terminal =
                Terminal.run("backtest", file, "--policy", "static,hpa,predictive,oracle,hybrid");

        assertThat(terminal.code()).isBetween(0, 1);
        assertThat(terminal.err()).startsWith("plimsoll: ").containsPattern(" of few |few lasts");
        assertThat(terminal.out()).doesNotContain("NaN", "Infinity");
    }

    private static String[] with(String[] arguments, String... more) {
        return Stream.of(arguments, more).flatMap(Stream::of).toArray(String[]::new);
    }
}
