// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench;

import dev.plimsoll.bench.fidelity.FidelityCommand;
import dev.plimsoll.bench.forecasts.ForecastsCommand;
import dev.plimsoll.bench.goldens.GoldensCommand;
import dev.plimsoll.bench.kills.KillsCommand;
import dev.plimsoll.bench.load.LoadCommand;
import dev.plimsoll.bench.policies.PoliciesCommand;
import dev.plimsoll.bench.replay.ReplayCommand;
import dev.plimsoll.bench.series.SeriesCommand;
import dev.plimsoll.cli.CommandRunner;
import java.io.PrintStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code plimsoll bench NAME}: measurements side by side, from a checkout. */
@Command(
        name = "plimsoll bench",
        mixinStandardHelpOptions = true,
        version = "plimsoll 0.1.0",
        description = "Measures Plimsoll beside what it is compared with.",
        footerHeading = "%nExample:%n",
        footer = "  plimsoll bench goldens bench/src/test/resources/goldens")
public final class Bench {
    private Bench() {}

    /** Runs the measurement that the arguments name, and exits with its code. */
    public static void main(String[] arguments) {
        System.exit(run(CommandRunner.onConsole(), arguments));
    }

    static int run(CommandRunner runner, String... arguments) {
        PrintStream out = runner.out();
        PrintStream err = runner.err();
        CommandLine line =
                new CommandLine(new Bench())
                        .addSubcommand(new CyclesCommand())
                        .addSubcommand(new SeriesCommand(out))
                        .addSubcommand(new KillsCommand(out))
                        .addSubcommand(new ReplayCommand(out))
                        .addSubcommand(new LoadCommand(out))
                        .addSubcommand(new GoldensCommand(out, err))
                        .addSubcommand(new FidelityCommand(out))
                        .addSubcommand(new ForecastsCommand(out, err))
                        .addSubcommand(new PoliciesCommand(out, err));
        return runner.run(line, arguments);
    }
}
