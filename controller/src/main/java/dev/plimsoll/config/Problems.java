// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config;

import dev.plimsoll.model.InvalidInputException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** All that is wrong with one file, collected so that it can be said at once. Not thread-safe. */
public final class Problems {
    /** More than a person mends in one go. */
    private static final int MOST_SHOWN = 100;

    private final String file;
    private final List<Problem> found = new ArrayList<>();

    private record Problem(int line, OptionalInt column, String field, String value, String mend) {}

    /**
     * None yet.
     *
     * @param file as messages name it
     */
    public Problems(String file) {
        this.file = file;
    }

    /**
     * One more, at a line counted from 1.
     *
     * @param field empty for the document itself
     * @param mend a sentence without a full stop
     */
    void add(int line, String field, String value, String mend) {
        found.add(new Problem(line, OptionalInt.empty(), field, value, mend));
    }

    /** The text is no YAML. */
    void add(SyntaxFault fault) {
        OptionalInt column = OptionalInt.of(fault.column());
        found.add(new Problem(fault.line(), column, "YAML", fault.text().strip(), fault.mend()));
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** Throws where there is a problem: all of them, in the order of their lines. */
    public void refuseIfAny() {
        refuseIfAny(List.of(this));
    }

    /** The same for several files that belong together, file after file. */
    public static void refuseIfAny(List<Problems> files) {
        List<String> lines = files.stream().flatMap(file -> file.lines().stream()).toList();
        if (!lines.isEmpty()) {
            throw InvalidInputException.of(lines);
        }
    }

    /** A line of the file, as messages name it. */
    String place(int line) {
        return file + ":" + line;
    }

    private List<String> lines() {
        Stream<String> shown =
                found.stream()
                        .sorted(Comparator.comparingInt(Problem::line))
                        .limit(MOST_SHOWN)
                        .map(this::text);
        int rest = found.size() - MOST_SHOWN;
        return rest <= 0
                ? shown.toList()
                : Stream.concat(shown, Stream.of("%s: %d more problems".formatted(file, rest)))
                        .toList();
    }

    private String text(Problem problem) {
        String what = problem.field().isEmpty() ? "document" : problem.field();
        String column = problem.column().isPresent() ? ":" + problem.column().getAsInt() : "";
        String place = place(problem.line()) + column;
        return new InvalidInputException(place, what, problem.value(), problem.mend())
                .problems()
                .getFirst();
    }
}
