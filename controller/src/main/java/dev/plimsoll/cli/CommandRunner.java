// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.model.InvalidInputException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/**
 * Runs a command for a person. Exit code 0: it did what was asked; 1: it ran, and the answer is no;
 * 2: the input cannot be used, and a line for each problem says why.
 */
public final class CommandRunner {
    /** The exit code of a command that ran, and whose answer is no. */
    public static final int NO = 1;

    private static final int INVALID = 2;

    private final PrintStream out;
    private final PrintStream err;

    public CommandRunner(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** One that writes to the console, in UTF-8. */
    public static CommandRunner onConsole() {
        return new CommandRunner(
                new PrintStream(System.out, false, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8));
    }

    /** Where results go. */
    public PrintStream out() {
        return out;
    }

    /** Where everything else goes. */
    public PrintStream err() {
        return err;
    }

    /** Runs the command that the arguments name, and returns its exit code. */
    public int run(CommandLine line, String... arguments) {
        line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
        line.setUsageHelpAutoWidth(true);
        WholeNumber.register(line);
        line.setParameterExceptionHandler((problem, _) -> refuse(UsageProblem.text(problem)));
        line.setExecutionExceptionHandler((problem, _, _) -> {
            if (problem instanceof InvalidInputException invalid) {
                invalid.problems().forEach(this::refuse);
                return INVALID;
            }
            if (problem instanceof NoException no) {
                refuse(String.valueOf(no.getMessage()));
                return NO;
            }
            throw problem;
        });
        if (arguments.length == 0) {
            line.usage(err);
            return INVALID;
        }
        return written(line.execute(arguments));
    }

    /** A print stream keeps silent about what it could not write until it is asked. */
    private int written(int code) {
        if (!out.checkError()) {
            return code;
        }
        err.println(
                "plimsoll: the result could not be written: is there room, and does anybody read"
                        + " it?");
        return Math.max(code, NO);
    }

    private int refuse(String problem) {
        err.println("plimsoll: " + problem);
        return INVALID;
    }
}
