// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench;

import dev.plimsoll.model.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file of {@code --picture}. */
public final class PictureFile {
    private PictureFile() {}

    /** Refuses a file that cannot be written; said before the work, which takes long. */
    public static void requireRoom(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isWritable(folder) || Files.isDirectory(file)) {
            throw new InvalidInputException(
                    "--picture",
                    "file",
                    file.toString(),
                    "name a file in a folder that can be written to");
        }
    }
}
