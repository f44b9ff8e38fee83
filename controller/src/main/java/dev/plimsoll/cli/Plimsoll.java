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
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It did what was asked.",
            "1:It ran, and the answer is no: nothing could be scored, or written.",
            "2:The input cannot be used; a line on stderr says why."
        },
        footerHeading = "%nExample:%n",
        footer = "  plimsoll backtest examples/traces/web_ms_mongo_app1.csv")
public final class Plimsoll {
    /** The exit code of a command that ran, and whose answer is no. */
    static final int NO = 1;

    private static final int INVALID = 2;

    private Plimsoll() {}

    /** Runs the command that the arguments name, and exits with its code. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(out, err, arguments));
    }

    /** Runs the command that the arguments name, and returns its exit code. */
    static int run(PrintStream out, PrintStream err, String... arguments) {
        CommandLine line = new CommandLine(new Plimsoll(), new CommandFactory(out, err));
        line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
        line.setUsageHelpAutoWidth(true);
        WholeNumber.register(line);
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
        return written(out, err, line.execute(arguments));
    }

    /** A print stream keeps silent about what it could not write until it is asked. */
    private static int written(PrintStream out, PrintStream err, int code) {
        if (!out.checkError()) {
            return code;
        }
        err.println(
                "plimsoll: the result could not be written: is there room, and does anybody read"
                        + " it?");
        return Math.max(code, NO);
    }

    private static int refuse(PrintStream err, String problem) {
        err.println("plimsoll: " + problem);
        return INVALID;
    }

    private static String firstLine(Exception problem) {
        return String.valueOf(problem.getMessage()).lines().findFirst().orElse("invalid input");
    }
}
