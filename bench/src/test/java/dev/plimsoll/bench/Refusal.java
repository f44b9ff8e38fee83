// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.model.InvalidInputException;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** How a command refuses the value of an option. */
public final class Refusal {
    private Refusal() {}

    /** It does so before it begins, and names option, value and mend. */
    public static void assertRefused(
            Callable<Integer> command, String option, String value, String mend) {
        new CommandLine(command).parseArgs(option, value);
        assertThatThrownBy(command::call)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(option)
                .hasMessageContaining(value)
                .hasMessageContaining(mend);
    }
}
