// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.model.InvalidInputException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code plimsoll demo}: a simulated day of one service, fast, with what was decided and why. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the control plane on a simulated service through one fast day.",
            "",
            "Beside it, and on the same demand, runs Kubernetes' HPA at 60 %%. Ctrl-C or --for ends"
                    + " the day early; a summary compares the two.",
            ""
        },
        footerHeading = "%nExample:%n",
        footer = "  plimsoll demo --speed 1440")
final class DemoCommand implements Callable<Integer> {
    private static final int MOST_SPEED = 1_000_000;

    private final PrintStream out;

    @Option(
            names = "--speed",
            description =
                    "Simulated seconds per second; 720 is a day in two minutes."
                            + " Default: ${DEFAULT-VALUE}.")
    private int speed = 720;

    @Option(names = "--for", description = "End after this time, e.g. 30s. Default: a whole day.")
    private Optional<String> duration = Optional.empty();

    @Option(
            names = "--headless",
            description = "Run in the terminal alone, as it always does at present.")
    @SuppressWarnings("UnusedVariable") // accepted so that scripts need not change later
    private boolean headless;

    @Option(names = "--seed", description = "Seed of the day. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    DemoCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (speed < 1 || speed > MOST_SPEED) {
            throw new InvalidInputException(
                    "--speed", "factor", String.valueOf(speed), "give 1 to " + MOST_SPEED);
        }
        Duration most =
                duration.map(text -> PositiveDuration.parse("--for", text))
                        .orElse(Duration.ofDays(365));
        try (StopSignal stop = new StopSignal()) {
            DemoDay day = new DemoDay(out, seed);
            day.play(speed, most, stop.asked());
            day.summarise();
            out.flush();
        }
        return 0;
    }
}
