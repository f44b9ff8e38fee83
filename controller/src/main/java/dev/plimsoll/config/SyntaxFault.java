// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Why a text is no YAML, and where: at the place that is to be mended, which is often before the
 * one where SnakeYAML (2.7) gives up. What is not known here is told in its words.
 *
 * @param line from 1 on; 0 where the text has none
 * @param column from 1 on
 * @param text the line
 * @param mend what to do about it; else, and until that is found, SnakeYAML's words
 */
record SyntaxFault(int line, int column, String text, String mend) {
    private static final String INDENTATION = "indent it as what stands beside it";
    private static final String COLON = "put a colon and a space behind the field's name";

    /** What is said ({@code context; problem; text before the place}), and what to do about it. */
    private record Known(Pattern said, String mend) {
        Known(String said, String mend) {
            this(Pattern.compile(said, Pattern.DOTALL), mend);
        }
    }

    private static final List<Known> KNOWN =
            List.of(
                    new Known(".*\\(TAB\\).*", "indent with spaces, not with tabs"),
                    new Known(
                            ".*found character '(.)' that cannot start.*",
                            "put the value in quotes, as it begins with $1"),
                    new Known(
                            "while scanning an alias.*",
                            "put the value in quotes, as it begins with *"),
                    new Known(
                            "while scanning an anchor.*",
                            "put the value in quotes, as it begins with &"),
                    new Known(
                            ".*but found '([]}:])'.*",
                            "leave the '$1' out, or put the value in quotes"),
                    new Known(
                            ".*; found unknown escape character.*",
                            "write \\\\\\\\ for a backslash, or use single quotes"),
                    new Known(
                            ".*; expected <block end>.*['\"]",
                            "put all of the value in one pair of quotes; '' stands for ' within"
                                    + " single ones"),
                    new Known(".*; expected <block end>.*", INDENTATION));

    /** The fault of a text with these lines. */
    static SyntaxFault of(MarkedYAMLException thrown, List<String> lines) {
        String problem = String.valueOf(thrown.getProblem());
        String context = String.valueOf(thrown.getContext());
        SyntaxFault noticed = at(thrown.getProblemMark(), lines, problem);
        Mark opening = thrown.getContextMark();
        if (problem.startsWith("mapping values")) {
            return noticed.colon(lines);
        }
        return opening == null
                ? noticed.explained(context)
                : noticed.explained(context, at(opening, lines, problem));
    }

    /** The end of a file is told by its last line that says something. */
    private static SyntaxFault at(Mark mark, List<String> lines, String problem) {
        int line = Math.min(lines.size(), mark.getLine() + 1);
        while (line > 1 && lines.get(line - 1).isBlank()) {
            line--;
        }
        String text = line == 0 ? "" : lines.get(line - 1);
        int column = line == mark.getLine() + 1 ? mark.getColumn() : text.length();
        return new SyntaxFault(line, column + 1, text, problem);
    }

    private SyntaxFault mended(String how) {
        return new SyntaxFault(line, column, text, how);
    }

    private String before() {
        return text.substring(0, Math.min(text.length(), column - 1));
    }

    /** Where the end of something is missing, its beginning tells more. */
    private SyntaxFault explained(String context, SyntaxFault opening) {
        if (mend.equals("could not find expected ':'")) {
            return opening.mended(COLON);
        }
        if (mend.startsWith("found unexpected ") && context.contains("quoted")) {
            return opening.mended("close the quote that opens here");
        }
        return mend.startsWith("expected ','")
                ? opening.mended("close the bracket that opens here" + orComma())
                : explained(context);
    }

    /** Where the text goes on, it may be the end or a comma that is missing. */
    private String orComma() {
        return mend.matches(".*<(stream end|document start|document end)>")
                ? ""
                : ", or put a comma between its items; line %d, column %d is no part of it"
                        .formatted(line, column);
    }

    private SyntaxFault explained(String context) {
        String said = "%s; %s; %s".formatted(context, mend, before().strip());
        for (Known known : KNOWN) {
            Matcher matcher = known.said().matcher(said);
            if (matcher.matches()) {
                return mended(matcher.replaceFirst(known.mend()));
            }
        }
        return this;
    }

    /** A colon where none can be: the value has one, the field before has none, or neither. */
    private SyntaxFault colon(List<String> lines) {
        if (before().contains(": ")) {
            return mended("put the value in quotes, as it holds a colon");
        }
        int indentation = indentation(text);
        String earlier = line > 1 ? lines.get(line - 2) : "";
        boolean lacksColon =
                !earlier.isBlank()
                        && indentation(earlier) == indentation
                        && !earlier.matches(".*:(\\s.*)?");
        return lacksColon
                ? new SyntaxFault(line - 1, indentation + 1, earlier, COLON)
                : new SyntaxFault(line, indentation + 1, text, INDENTATION);
    }

    private static int indentation(String line) {
        return line.length() - line.stripLeading().length();
    }
}
