// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.goldens;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What to do about a field that is not as it must be. Stateless. */
final class Mend {
    private Mend() {}

    static String of(JsonMappingException problem) {
        if (!(problem instanceof MismatchedInputException mismatch)) {
            return problem.getCause() instanceof IllegalArgumentException told
                    ? String.valueOf(told.getMessage())
                    : "give a value that is in the range of the field";
        }
        Class<?> type = mismatch.getTargetType();
        boolean word = mismatch instanceof InvalidFormatException && type != null && type.isEnum();
        return word ? choice(mismatch) : "give " + wanted(type);
    }

    /** The names that the field may have are told in brackets at the end of the message. */
    private static String choice(MismatchedInputException mismatch) {
        String message = mismatch.getOriginalMessage();
        String names = message.substring(message.lastIndexOf('[') + 1).replace("]", "");
        return Arrays.stream(names.split(", ", -1))
                .sorted()
                .collect(Collectors.joining(", ", "choose from ", ""));
    }

    private static String wanted(@Nullable Class<?> type) {
        if (type == null || type == Object.class) {
            return "a value";
        }
        if (type == double.class || type == Double.class) {
            return "a number";
        }
        boolean whole = type == int.class || type == long.class;
        if (whole || Number.class.isAssignableFrom(type)) {
            return "a whole number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == String.class || type.isEnum()) {
            return "a text";
        }
        return Collection.class.isAssignableFrom(type) ? "a list" : "an object";
    }
}
