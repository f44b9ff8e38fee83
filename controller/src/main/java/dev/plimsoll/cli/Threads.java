// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.model.InvalidInputException;
import java.util.Optional;

/** How many runs go on at the same time. */
final class Threads {
    private static final int MOST = 1024;

    private Threads() {}

    /** The value of {@code --threads}, or all cores. */
    static int of(Optional<Integer> asked) {
        int threads = asked.orElse(Runtime.getRuntime().availableProcessors());
        if (threads < 1 || threads > MOST) {
            throw new InvalidInputException(
                    "--threads", "number", String.valueOf(threads), "give 1 to " + MOST);
        }
        return threads;
    }
}
