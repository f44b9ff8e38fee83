// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.load;

import dev.plimsoll.bench.FormOption;
import dev.plimsoll.bench.Require;
import dev.plimsoll.sim.fleet.Copies;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plimsoll bench load}: what a controller of thousands of workloads takes. */
@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        description = {
            "Starts a simulated fleet and a controller, each as a process of its own in real time:"
                    + " predictive policies that act, each 15 s and in between, with the journal on"
                    + " disk. After four minutes of learning, demand stands still for half of the"
                    + " minutes that are measured, and moves in the other half. Then the controller"
                    + " is ended, killed, and started again.",
            "",
            "How long turns took and what was written is read from Java's flight recorder; from the"
                    + " signal to the action is what the fleet's own ledger tells. On Linux.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  plimsoll bench load",
            "  plimsoll bench load --workloads 500 --minutes 2 -o json"
        })
public final class LoadCommand implements Callable<Integer> {
    private static final int MOST_MINUTES = 24 * 60;
    private static final Duration LEARNING = Duration.ofMinutes(4);

    @Option(
            names = "--workloads",
            paramLabel = "N",
            description = "Workloads, 1 to 10000. Default: ${DEFAULT-VALUE}.")
    private int workloads = 5000;

    @Option(
            names = "--minutes",
            paramLabel = "N",
            description = "Minutes that are measured, 1 to 1440. Default: ${DEFAULT-VALUE}.")
    private int minutes = 5;

    @Mixin private FormOption form = new FormOption();

    private final PrintStream out;

    public LoadCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        boolean json = form.isJson();
        Require.number("--workloads", workloads, 1, Copies.MOST);
        Require.number("--minutes", minutes, 1, MOST_MINUTES);
        Timetable times = new Timetable(LEARNING, Duration.ofMinutes(minutes));
        LoadResult result = new LoadRun(workloads, 1, times).measure();
        out.println(json ? result.json() : result.table());
        return 0;
    }
}
