// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench;

import java.util.concurrent.Callable;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import picocli.CommandLine.Command;

/** {@code plimsoll bench cycles}: how many decisions a core makes in a second. */
@Command(
        name = "cycles",
        mixinStandardHelpOptions = true,
        description = {
            "Measures how many decisions one core makes in a second.",
            "",
            "  full-cycle       snapshot to verdict, journal, telemetry and queues included",
            "  planner-guard    a want turned into a proposal, and its review"
        },
        footerHeading = "%nExample:%n",
        footer = "  plimsoll bench cycles")
final class CyclesCommand implements Callable<Integer> {
    @Override
    public Integer call() throws RunnerException {
        var options =
                new OptionsBuilder()
                        .include(CycleBenchmark.class.getName())
                        .include(PlannerGuardBenchmark.class.getName())
                        .build();
        new Runner(options).run();
        return 0;
    }
}
