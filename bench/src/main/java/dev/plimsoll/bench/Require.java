// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench;

import dev.plimsoll.model.InvalidInputException;
import java.util.List;

/** Refuses what an option cannot be. */
public final class Require {
    private Require() {}

    /** A whole number from one to another. */
    public static void number(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new InvalidInputException(
                    option, "number", String.valueOf(value), "give " + least + " to " + most);
        }
    }

    /** One of some words; gives it back. */
    public static String choice(String option, String field, String value, List<String> choices) {
        if (!choices.contains(value)) {
            throw new InvalidInputException(
                    option, field, value, "choose from " + String.join(", ", choices));
        }
        return value;
    }
}
