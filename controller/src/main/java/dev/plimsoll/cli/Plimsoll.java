// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.model.InvalidInputException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The command {@code plimsoll}. Exit code 0: it did what was asked; 1: it ran, and the answer is
 * no; 2: the input cannot be used, and a line for each problem says why.
 */
@Command(
        name = "plimsoll",
        description = "A predictive, state-safe autoscaler that you can try before you trust it.",
        subcommands = {
            BacktestCommand.class,
            SimulateCommand.class,
            ForecastCommand.class,
            DemoCommand.class
        },
        mixinStandardHelpOptions = true,
        version = "plimsoll 0.1.0",
        footerHeading = "%nExample:%n",
        footer = "  plimsoll backtest examples/traces/web_ms_mongo_app1.csv")
public final class Plimsoll {
    private static final int INVALID = 2;

    private Plimsoll() {}

    /** Runs the command that the arguments name, and exits with its code. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        int code = run(out, err, arguments);
        out.flush();
        System.exit(code);
    }

    /** Runs the command that the arguments name, and returns its exit code. */
    static int run(PrintStream out, PrintStream err, String... arguments) {
        CommandLine line = new CommandLine(new Plimsoll(), new CommandFactory(out, err));
        line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
        line.setUsageHelpAutoWidth(true);
        line.setParameterExceptionHandler((problem, _) -> {
            String command = problem.getCommandLine().getCommandSpec().qualifiedName();
            return refuse(err, firstLine(problem) + ": see '" + command + " --help'");
        });
        line.setExecutionExceptionHandler((problem, _, _) -> {
            if (problem instanceof InvalidInputException invalid) {
                invalid.problems().forEach(one -> refuse(err, one));
                return INVALID;
            }
            throw problem;
        });
        if (arguments.length == 0) {
            line.usage(err);
            return INVALID;
        }
        return line.execute(arguments);
    }

    private static int refuse(PrintStream err, String problem) {
        err.println("plimsoll: " + problem);
        return INVALID;
    }

    private static String firstLine(Exception problem) {
        return String.valueOf(problem.getMessage()).lines().findFirst().orElse("invalid input");
    }
}
