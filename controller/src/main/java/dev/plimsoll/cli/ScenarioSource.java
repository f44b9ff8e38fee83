// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.config.Nearest;
import dev.plimsoll.config.Source;
import dev.plimsoll.model.InvalidInputException;
import dev.plimsoll.sim.scenario.Gallery;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the scenario that a person means. */
final class ScenarioSource {
    private ScenarioSource() {}

    /** A built-in scenario, or else a file. */
    static Source of(String argument) {
        if (Gallery.NAMES.contains(argument)) {
            return builtIn("SCENARIO", argument);
        }
        Optional<Path> path = path(argument);
        boolean meantAsFile = argument.matches("(?s).*([/\\\\]|\\.ya?ml$).*");
        if (path.isPresent() && (meantAsFile || Files.exists(path.get()))) {
            return Source.of(path.get());
        }
        throw new InvalidInputException(
                "SCENARIO",
                "name",
                argument,
                "is neither built in nor a file; " + Nearest.mend(argument, Gallery.NAMES));
    }

    /** A built-in scenario that an option names. */
    static Source builtIn(String option, String name) {
        if (!Gallery.NAMES.contains(name)) {
            String mend = "is not built in; " + Nearest.mend(name, Gallery.NAMES);
            throw new InvalidInputException(option, "name", name, mend);
        }
        return new Source(name + ".yaml", Gallery.text(name));
    }

    private static Optional<Path> path(String argument) {
        try {
            return Optional.of(Path.of(argument));
        } catch (InvalidPathException e) {
            return Optional.empty(); // Not a path on this system, so not a file.
        }
    }
}
