// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.model;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * Decimal numbers as people write them: {@code 5}, {@code -1.5}, {@code 1e5}. What else Java takes
 * for a number, by name, in hexadecimal or with a suffix, is none here.
 */
public final class DecimalText {
    // possessive, so that a long cell which is no number takes no longer than it is
    private static final Pattern FORM =
            Pattern.compile("[-+]?(?:\\d++(?:\\.\\d*+)?|\\.\\d++)(?:[eE][-+]?\\d++)?");

    private DecimalText() {}

    /** The number, infinite where it is too large; empty if the text is none. */
    public static OptionalDouble parse(String text) {
        return FORM.matcher(text).matches()
                ? OptionalDouble.of(Double.parseDouble(text))
                : OptionalDouble.empty();
    }
}
