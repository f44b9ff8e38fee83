// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.model;

import java.util.List;

/**
 * Input that a person gave and that cannot be used. The message is one line for each problem, which
 * names where it stands, what was found and how to mend it; the command line prints it and exits
 * with 2.
 */
public final class InvalidInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String[] problems;

    /** A problem as a whole sentence, for input that has no file or field. */
    public InvalidInputException(String message) {
        this(List.of(oneLine(message)));
    }

    /**
     * A problem at a place.
     *
     * @param place file and line ("web.csv:17"), or an option ("--slo")
     * @param field the column or key
     * @param value what was found there
     * @param mend what to do about it, as a sentence without a full stop
     */
    public InvalidInputException(String place, String field, String value, String mend) {
        this("%s: %s '%s': %s".formatted(place, field, abbreviate(value), mend));
    }

    private InvalidInputException(List<String> lines) {
        super(String.join("\n", lines));
        this.problems = lines.toArray(String[]::new);
    }

    /** Several problems at once, at least one, each a line as above. */
    public static InvalidInputException of(List<String> problems) {
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("input without a problem cannot be refused");
        }
        return new InvalidInputException(
                problems.stream().map(InvalidInputException::oneLine).toList());
    }

    /** Each problem, a line without its end. */
    public List<String> problems() {
        return List.of(problems);
    }

    private static String abbreviate(String value) {
        return value.length() <= 60 ? value : value.substring(0, 57) + "...";
    }

    /** Without control characters and line separators, of which a terminal would make lines. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]", "?");
    }
}
