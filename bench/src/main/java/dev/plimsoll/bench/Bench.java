// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench;

import dev.plimsoll.bench.fidelity.FidelityCommand;
import java.util.Arrays;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** {@code ./plimsoll bench NAME}: measures on one thread, and prints a table. */
public final class Bench {
    private static final String USAGE =
            """
            Usage: plimsoll bench cycles
                   plimsoll bench fidelity [OPTIONS]
            cycles measures one core, in operations per second:
              full-cycle       snapshot to verdict, journal, telemetry and queues included
              planner-guard    a want turned into a proposal, and its review
            fidelity holds the simulator against real processes (see bench fidelity --help).
            Example:
              plimsoll bench cycles\
            """;

    private Bench() {}

    /** Runs the measurement that the first argument names. */
    public static void main(String[] arguments) throws RunnerException {
        if (arguments.length > 0 && arguments[0].equals("fidelity")) {
            System.exit(FidelityCommand.run(Arrays.copyOfRange(arguments, 1, arguments.length)));
        } else if (Arrays.asList(arguments).contains("--help")) {
            System.out.println(USAGE);
        } else if (Arrays.equals(arguments, new String[] {"cycles"})) {
            cycles();
        } else {
            System.err.println(
                    "plimsoll: bench: name a measurement: cycles, fidelity (see bench --help)");
            System.exit(2);
        }
    }

    private static void cycles() throws RunnerException {
        var options =
                new OptionsBuilder()
                        .include(CycleBenchmark.class.getName())
                        .include(PlannerGuardBenchmark.class.getName())
                        .build();
        new Runner(options).run();
    }
}
