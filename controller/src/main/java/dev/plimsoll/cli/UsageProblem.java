// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.config.Nearest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with the words of a command, in a line, and what was probably meant. */
final class UsageProblem {
    private static final String LONG = "--";

    /** A word that is not known, and the known one that was probably meant. */
    private record Guess(String typed, String meant) {}

    private UsageProblem() {}

    static String text(ParameterException problem) {
        CommandLine line = problem.getCommandLine();
        String help = "'%s --help'".formatted(line.getCommandSpec().qualifiedName());
        return guess(line)
                .map(guess ->
                        "%s: did you mean '%s'? See %s"
                                .formatted(what(problem, guess), guess.meant(), help))
                .orElseGet(() -> firstLine(problem) + ": see " + help);
    }

    /** What is missing is often there, but misspelled: that comes first. */
    private static String what(ParameterException problem, Guess guess) {
        return problem instanceof UnmatchedArgumentException
                ? firstLine(problem)
                : "Unknown option: '%s'".formatted(guess.typed());
    }

    private static Optional<Guess> guess(CommandLine line) {
        return line.getUnmatchedArguments().stream()
                .flatMap(typed -> meant(line, typed).map(name -> new Guess(typed, name)).stream())
                .findFirst();
    }

    private static Optional<String> meant(CommandLine line, String typed) {
        if (!typed.startsWith("-")) {
            return Nearest.of(typed, line.getSubcommands().keySet());
        }
        Set<String> options = line.getCommandSpec().optionsMap().keySet();
        List<String> names =
                options.stream()
                        .filter(name -> name.startsWith(LONG))
                        .map(name -> name.substring(LONG.length()))
                        .toList();
        return Nearest.of(typed.replaceFirst("^-+", "").replaceFirst("=.*", ""), names)
                .map(LONG::concat);
    }

    private static String firstLine(ParameterException problem) {
        return String.valueOf(problem.getMessage()).lines().findFirst().orElse("invalid input");
    }
}
