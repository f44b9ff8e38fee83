// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.model.InvalidInputException;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that says how many runs go on at the same time. */
public final class ThreadsOption {
    private static final int MOST = 1024;

    @Option(
            names = "--threads",
            paramLabel = "<threads>",
            description = "Runs at the same time; the result is the same. Default: all cores.")
    private Optional<Integer> asked = Optional.empty();

    /** As asked for, or one for each core. */
    public int count() {
        int threads = asked.orElse(Runtime.getRuntime().availableProcessors());
        if (threads < 1 || threads > MOST) {
            throw new InvalidInputException(
                    "--threads", "number", String.valueOf(threads), "give 1 to " + MOST);
        }
        return threads;
    }
}
