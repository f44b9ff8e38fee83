// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.model.InvalidInputException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** The files that {@code -f} names. */
final class PolicyFiles {
    private PolicyFiles() {}

    static List<Path> paths(List<String> files) {
        return files.stream().map(PolicyFiles::path).toList();
    }

    private static Path path(String file) {
        try {
            return Path.of(file);
        } catch (InvalidPathException e) {
            throw new InvalidInputException(
                    "-f", "file", file, "give a path that this system knows");
        }
    }
}
