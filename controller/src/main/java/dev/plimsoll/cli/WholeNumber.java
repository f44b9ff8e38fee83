// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads the whole numbers among the options; what is none is refused without naming Java's types.
 */
final class WholeNumber {
    private WholeNumber() {}

    static void register(CommandLine line) {
        line.registerConverter(int.class, WholeNumber::small);
        line.registerConverter(Integer.class, WholeNumber::small);
        line.registerConverter(long.class, WholeNumber::any);
    }

    private static int small(String text) {
        long value = any(text);
        if (value != (int) value) {
            throw new TypeConversionException("'%s' is too large".formatted(text));
        }
        return (int) value;
    }

    private static long any(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new TypeConversionException("'%s' is not a whole number".formatted(text));
        }
    }
}
