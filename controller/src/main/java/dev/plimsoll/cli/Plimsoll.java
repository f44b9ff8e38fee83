// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import java.io.PrintStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code plimsoll}; {@link CommandRunner} says what its exit codes mean. */
@Command(
        name = "plimsoll",
        description = "A predictive, state-safe autoscaler that you can try before you trust it.",
        subcommands = {
            BacktestCommand.class,
            SimulateCommand.class,
            ForecastCommand.class,
            DemoCommand.class,
            ValidateCommand.class,
            FleetCommand.class,
            RunCommand.class,
            GetCommand.class,
            ExplainCommand.class,
            HistoryCommand.class,
            PlanCommand.class,
            ApproveCommand.class,
            RejectCommand.class,
            RevertCommand.class,
            PauseCommand.class,
            ResumeCommand.class,
            DoctorCommand.class
        },
        mixinStandardHelpOptions = true,
        version = "plimsoll " + Plimsoll.VERSION,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It did what was asked.",
            "1:It ran, and the answer is no: nothing could be scored, or written, or the controller"
                    + " is not there, or refuses.",
            "2:The input cannot be used; a line on stderr says why."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  plimsoll backtest examples/traces/web_ms_mongo_app1.csv",
            "",
            "From a checkout, ./plimsoll also knows 'bench NAME' (see bench --help), 'test',"
                    + " 'test --cluster' and '--which-java'."
        })
public final class Plimsoll {
    /** Which one this is. */
    public static final String VERSION = "0.1.0";

    private Plimsoll() {}

    /** Runs the command that the arguments name, and exits with its code. */
    public static void main(ControllerHost host, String... arguments) {
        System.exit(run(CommandRunner.onConsole(), host, arguments));
    }

    /** Runs the command that the arguments name, and returns its exit code. */
    public static int run(
            PrintStream out, PrintStream err, ControllerHost host, String... arguments) {
        return run(new CommandRunner(out, err), host, arguments);
    }

    private static int run(CommandRunner runner, ControllerHost host, String... arguments) {
        var factory = new CommandFactory(runner.out(), runner.err(), host);
        return runner.run(new CommandLine(new Plimsoll(), factory), arguments);
    }
}
