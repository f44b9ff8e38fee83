// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Input that cannot be used ends with exit code 2 and one line that says where, what and how to
 * mend it; nothing is printed and nothing is written.
 */
class RefusedInputTest {
    private static final String FORMS =
            "timestamp_s,value or timestamp_s,prompt_tokens,output_tokens";

    @TempDir private Path folder;

    /** In the rows a slash stands for the end of a line. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    no header            | 0,1/60,2                                | :1: header '0,1': put a line with the columns' names first: FORMS
                    header only          | timestamp_s,value                       | :1: rows '0': give at least 2 rows under the header
                    one row              | timestamp_s,value/0,1                   | :2: rows '1': give at least 2 rows under the header
                    missing column       | timestamp_s,load/0,1/60,2               | :1: header 'timestamp_s,load': column value is missing: name the columns FORMS
                    unsorted             | timestamp_s,value/0,1/120,2/60,3        | :4: timestamp_s '60': is before the row above: sort the rows by time
                    duplicate timestamps | timestamp_s,value/0,1/60,2/60,3         | :4: timestamp_s '60': is the time of the row above too: keep one row for each time
                    negative value       | timestamp_s,value/0,1/60,-2             | :3: value '-2': give a number from 0 to 1e15, or leave the row out if the sample is missing
                    NaN                  | timestamp_s,value/0,1/60,NaN            | :3: value 'NaN': give a number from 0 to 1e15, or leave the row out if the sample is missing
                    infinite             | timestamp_s,value/0,Infinity/60,2       | :2: value 'Infinity': give a number from 0 to 1e15, or leave the row out if the sample is missing
                    not a number         | timestamp_s,value/0,1/60,many           | :3: value 'many': give a number from 0 to 1e15, or leave the row out if the sample is missing
                    empty value          | timestamp_s,value/0,1/60,               | :3: value '': give a number from 0 to 1e15, or leave the row out if the sample is missing
                    short row            | timestamp_s,value/0,1/60                | :3: row '60': has 1 columns, give the 2 that the header names
                    long row             | timestamp_s,value/0,1/60,2,3            | :3: row '60,2,3': has 3 columns, give the 2 that the header names
                    bad time             | timestamp_s,value/soon,1/60,2           | :2: timestamp_s 'soon': give seconds (not milliseconds) or an ISO-8601 time, e.g. 2026-01-05T00:00:00Z
                    open quote           | timestamp_s,value/0,1/60,"2             | :3: row '60,"2': close the quotes on the same line
                    """)
    void refusesRowsThatCannotBeUsed(String name, String rows, String problem) {
        String file = TraceFile.write(folder.resolve("bad.csv"), rows.replace('/', '\n') + "\n");
        String line = file + problem.replace("FORMS", FORMS);

        assertRefused(line, "backtest", file);
        assertRefused(line, "forecast", file);
    }

    @Test
    void refusesFilesThatAreNoTraces() throws IOException {
        Path binary = Files.write(folder.resolve("binary.csv"), new byte[] {0, 1, 2, (byte) 0xff});
        Path latin = Files.write(folder.resolve("latin.csv"), new byte[] {'t', (byte) 0xe9, '\n'});

        assertUnusable(folder.resolve("absent.csv"), "does not exist: check the path");
        assertUnusable(
                Files.createFile(folder.resolve("empty.csv")),
                "is empty: give a header and rows, " + FORMS);
        assertUnusable(binary, "is a binary file: give CSV text");
        assertUnusable(latin, "is not UTF-8: give CSV text in UTF-8");
        assertUnusable(
                Files.createDirectory(folder.resolve("dir.csv")),
                "is a directory: give the CSV file itself");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    --policy best                | --policy: policy 'best': choose from hpa, hybrid, hybrid-paper, keda, kpa, kpa-native, load-index, manual, oracle, predictive, reactive, static, threshold; hpa, keda, kpa and kpa-native also as NAME:grid
                    --policy threshold:upper=20:lower=85 | --policy: threshold:lower '85': give less than upper
                    --policy hpa:speed=2         | --policy: knob 'speed': hpa has the knobs stabilization, target
                    --policy hpa:target=0        | --policy: hpa:target '0': give a whole number from 1 to 100
                    --policy hpa,hpa             | --policy: policy 'hpa': name each policy once
                    --policy hpa,hpa:target=70   | --plans: policy 'hpa': plans are named by policy: name each policy once
                    --min 0                      | --min: replicas '0': give at least 1
                    --min 5 --max 4              | --max: replicas '4': give at least --min, which is 5
                    --min many                   | --min: number 'many': give a whole number
                    --max 3000000000             | --max: number '3000000000': give a smaller number
                    --lead-time=-5s              | --lead-time: duration '-5s': give a duration that is not negative, e.g. 250ms, 40s, 5m or 2h
                    --lead-time 40               | --lead-time: duration '40': the unit is missing: give a duration that is not negative, e.g. 250ms, 40s, 5m or 2h
                    --lead-time-spread -1        | --lead-time-spread: spread '-1.0': give a number from 0 (fixed) to 3
                    --metrics-delay=-15s         | --metrics-delay: duration '-15s': give a duration that is not negative, e.g. 250ms, 40s, 5m or 2h
                    --metrics-delay 7s           | --metrics-delay: duration '7s': give a multiple of --step, which is 5 s
                    --metrics-interval 0s        | --metrics-interval: duration '0s': give whole seconds, from 1s to 24h
                    --step 0s                    | --step: duration '0s': give whole seconds, from 1s to 24h
                    --step 1500ms                | --step: duration '1500ms': give whole seconds, from 1s to 24h
                    --step 25h                   | --step: duration '25h': give whole seconds, from 1s to 24h
                    --step=-5s                   | --step: duration '-5s': give a duration that is not negative, e.g. 250ms, 40s, 5m or 2h
                    --slo p95                    | --slo: objective 'p95': write e.g. p95=250ms
                    --slo p95=                   | --slo: objective 'p95=': write e.g. p95=250ms
                    --slo p101=250ms             | --slo: objective 'p101=250ms': write e.g. p95=250ms
                    --slo foo=250ms              | --slo: objective 'foo=250ms': write e.g. p95=250ms
                    --slo 95=250ms               | --slo: objective '95=250ms': write e.g. p95=250ms
                    --slo p95=fast               | --slo: objective 'p95=fast': write e.g. p95=250ms
                    --slo=-250ms                 | --slo: objective '-250ms': write e.g. p95=250ms
                    --slo p95=250                | --slo: duration '250': the unit is missing: give a duration that is not negative, e.g. 250ms, 40s, 5m or 2h
                    --slo=                       | --slo: objective '': write e.g. p95=250ms
                    --slo 0s                     | --slo: duration '0s': give more than zero
                    --slo p0=250ms               | --slo: quantile 'p0=250ms': give a quantile between p0 and p100
                    --slo p99.99999999999999999=1s | --slo: quantile 'p99.99999999999999999=1s': give a quantile between p0 and p100
                    --slo 149ms                  | --slo: target 'p95=149ms': even an idle replica misses it; raise the target or lower --service-time
                    --service-time 0s            | --service-time: duration '0s': give more than zero
                    --service-time 1s            | --slo: target 'p95=250ms': even an idle replica misses it; raise the target or lower --service-time
                    --concurrency 0              | --concurrency: slots '0': give 1 to 4096
                    --concurrency 4097           | --concurrency: slots '4097': give 1 to 4096
                    --interpolation cubic        | --interpolation: value 'cubic': give linear, hold or rough
                    --start yesterday            | --start: instant 'yesterday': give an instant like 2026-01-05T00:00Z
                    --seed x                     | --seed: number 'x': give a whole number
                    --threads 0                  | --threads: number '0': give 1 to 1024
                    --threads 1025               | --threads: number '1025': give 1 to 1024
                    --threads many               | Invalid value for option '--threads': 'many' is not a whole number: see 'plimsoll backtest --help'
                    --warm-up 1                  | --warm-up: share '1.0': give a share from 0 to below 1
                    --warm-up NaN                | --warm-up: number 'NaN': give a finite number
                    --max-days 0                 | --max-days: days '0': give at least 1
                    --violation-cost 0           | --violation-cost: cost '0.0': give a positive number, e.g. 100
                    --violation-cost -1          | --violation-cost: cost '-1.0': give a positive number, e.g. 100
                    --violation-cost NaN         | --violation-cost: number 'NaN': give a finite number
                    --violation-cost -Infinity   | --violation-cost: number '-Infinity': give a finite number
                    --violation-cost 1e999       | --violation-cost: number '1e999': give a finite number
                    --violation-cost 1e-999      | --violation-cost: cost '0.0': give a positive number, e.g. 100
                    --violation-cost much        | --violation-cost: number 'much': give a finite number
                    --violation-cost=            | --violation-cost: number '': give a finite number
                    --lead-time 1000000d         | --lead-time: duration '1000000d': give at most 100 years
                    --violation-cost 0x1p3       | --violation-cost: number '0x1p3': give a finite number
                    --price-per-hour 1.2d        | --price-per-hour: number '1.2d': give a finite number
                    --violation-cost Infinity    | --violation-cost: number 'Infinity': give a finite number
                    --price-per-hour -1          | --price-per-hour: price '-1.0': give a number of at least 0
                    --peak-replicas 0            | --peak-replicas: replicas '0': give at least 1
                    --peak-replicas 2000000      | web: need '2000000 replicas': at most 1000000 can be replayed; give a larger --replica-capacity or a smaller --peak-replicas or --min
                    --replica-capacity 0/s       | --replica-capacity: capacity '0.0': give a rate from 1e-9/s to 1e15/s, e.g. 120/s
                    --replica-capacity 12/h      | --replica-capacity: number '12/h': give a finite number
                    --replica-capacity 1 --peak-replicas 5 | --replica-capacity: capacity '1': give this or --peak-replicas, not both
                    -o yaml                      | -o: form 'yaml': choose from table, json, html
                    -o                           | Missing required parameter for option '-o' (<form>): see 'plimsoll backtest --help'
                    --fast                       | Unknown option: '--fast': see 'plimsoll backtest --help'
                    """)
    void refusesOptionsThatCannotBeUsed(String options, String problem) {
        List<String> arguments = new ArrayList<>(List.of("backtest", TraceFile.web(folder)));
        arguments.addAll(Arrays.asList(options.split(" ")));

        assertRefused(problem, arguments.toArray(String[]::new));
    }

    @Test
    void namesTheValueThatHasASpace() {
        assertRefused(
                "--replica-capacity: number '12 /s': give a finite number",
                "backtest",
                TraceFile.web(folder),
                "--replica-capacity",
                "12 /s");
    }

    @Test
    void refusesTracesThatCannotBeToldApart() {
        assertRefused(
                "TRACE.csv: name 'web': two traces have this name; rename one",
                "backtest",
                TraceFile.web(folder.resolve("a")),
                TraceFile.web(folder.resolve("b")));
    }

    @Test
    void refusesToScaleATraceWithoutDemand() {
        assertRefused(
                "idle: value '0': the trace has no demand to scale; use --replica-capacity",
                "backtest",
                TraceFile.idle(folder));
    }

    @Test
    void refusesPlansInAFile() {
        String file = TraceFile.web(folder);

        Terminal terminal = Terminal.run("backtest", file, "--plans", file);

        assertThat(terminal)
                .isEqualTo(
                        refusal("--plans: folder '%s': is a file; name a folder".formatted(file)));
    }

    @Test
    void saysWhyPlansCannotBeWritten() throws IOException {
        String trace = TraceFile.web(folder);
        Path nowhere = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("absent"));

        assertNotWritten(trace, trace + "/plans", "Not a directory");
        assertNotWritten(trace, nowhere.toString(), "check the path and its permissions");
    }

    private static void assertNotWritten(String trace, String plans, String reason) {
        assertRefusedUnwritten(
                "--plans: folder '%s': cannot be written to: %s".formatted(plans, reason),
                "backtest",
                trace,
                "--policy=static",
                "--plans=" + plans);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    --model prophet    | --model: model 'prophet': choose from auto, naive, seasonal-naive, drift, holt-winters, ets, theta, arima, sarima, arima-yadav, sarima-yadav, multi-season, svr
                    --horizon 0s       | --horizon: duration '0s': give 1 to 10000 samples of 60.0 s
                    --horizon 60d      | --horizon: duration '60d': give 1 to 10000 samples of 60.0 s
                    --horizon=-5m      | --horizon: duration '-5m': give a duration that is not negative, e.g. 250ms, 40s, 5m or 2h
                    --horizon 2h       | web: a series of 120 samples is too short for 10 origins at a horizon of 120 samples: shorten the horizon or give at least 138 samples
                    -o svg             | -o: form 'svg': choose from table, json, png, html
                    --out .            | --out: file '.': name a file that can be written, in a folder that is there
                    --out no/such/file | --out: file 'no/such/file': name a file that can be written, in a folder that is there
                    --policy hpa       | Unknown options: '--policy', 'hpa': see 'plimsoll forecast --help'
                    """)
    void refusesForecastsThatCannotBeMade(String options, String problem) {
        List<String> arguments = new ArrayList<>(List.of("forecast", TraceFile.web(folder)));
        arguments.addAll(Arrays.asList(options.split(" ")));

        assertRefusedUnwritten(problem, arguments.toArray(String[]::new));
    }

    @Test
    void refusesToForecastBeyondAllMeasure() {
        String fine =
                TraceFile.write(folder.resolve("fine.csv"), "timestamp_s,value\n0,1\n0.01,2\n");
        String sparse =
                TraceFile.write(
                        folder.resolve("sparse.csv"), "timestamp_s,value\n0,1\n1,2\n2,1\n1e11,2\n");

        assertRefused(
                "fine: sample step '0.01 s': give samples of at least 0.1 s", "forecast", fine);
        assertRefused(
                "sparse: length '100000000001 samples of 1.0 s': at most 10000000 can be forecast;"
                        + " check that its times are seconds, or give only its last part",
                "forecast",
                sparse);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    backtest       | Missing required parameter: 'TRACE.csv' or '--prometheus=URL': see 'plimsoll backtest --help'
                    forecast       | Missing required parameter: 'TRACE.csv': see 'plimsoll forecast --help'
                    aprove web     | Unmatched arguments from index 0: 'aprove', 'web': did you mean 'approve'? See 'plimsoll --help'
                    frobnicate     | Unmatched argument at index 0: 'frobnicate': see 'plimsoll --help'
                    demo --speed 0 | --speed: factor '0': give 1 to 1000000
                    demo --speed x | Invalid value for option '--speed': 'x' is not a whole number: see 'plimsoll demo --help'
                    demo --speed 1e9 | Invalid value for option '--speed': '1e9' is not a whole number: see 'plimsoll demo --help'
                    demo --speed 3000000000 | Invalid value for option '--speed': '3000000000' is too large: see 'plimsoll demo --help'
                    demo --seed x  | Invalid value for option '--seed': 'x' is not a whole number: see 'plimsoll demo --help'
                    demo --for 0s  | --for: duration '0s': give more than zero
                    demo --for x   | --for: duration 'x': give a duration that is not negative, e.g. 250ms, 40s, 5m or 2h
                    """)
    void refusesCommandsThatAreNotWhole(String command, String problem) {
        assertRefusedUnwritten(problem, command.split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"backtest", "forecast"})
    void keepsAFileNameOnOneLine(String command) {
        assertRefusedUnwritten(
                "trace file %s does not exist: check the path".formatted(folder.resolve("a?b.csv")),
                command,
                folder.resolve("a\nb.csv").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"backtest", "forecast"})
    void refusesAFileWithoutAName(String command) {
        assertRefusedUnwritten(
                "trace file '' has no name: give the path of a CSV file", command, "");
    }

    private void assertUnusable(Path file, String problem) {
        assertRefused("trace file %s %s".formatted(file, problem), "backtest", file.toString());
        assertRefused("trace file %s %s".formatted(file, problem), "forecast", file.toString());
    }

    /** A back-test is asked for plans as well, so that it has something to leave behind. */
    private void assertRefused(String problem, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        Path plans = folder.resolve("plans");
        if (arguments[0].equals("backtest")) {
            all.addAll(2, List.of("--plans", plans.toString()));
        }
        assertRefusedUnwritten(problem, all.toArray(String[]::new));
        assertThat(plans).doesNotExist();
    }

    private static void assertRefusedUnwritten(String problem, String... arguments) {
        assertThat(Terminal.run(arguments)).isEqualTo(refusal(problem));
    }

    private static Terminal refusal(String problem) {
        return new Terminal(2, "", "plimsoll: " + problem + System.lineSeparator());
    }
}
