// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config;

import dev.plimsoll.model.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * The text of a file.
 *
 * @param name as messages name it
 */
public record Source(String name, String text) {
    private static final int MEBIBYTE = 1 << 20;

    /** Reads a file of at most 1 MiB, in UTF-8. */
    public static Source of(Path path) {
        return of(path, 1);
    }

    /** Reads a file of at most so many MiB, in UTF-8. */
    public static Source of(Path path, int mostMebibytes) {
        String name = path.toString();
        if (Files.isDirectory(path)) {
            throw unusable(name, "is a directory: give the YAML file itself");
        }
        try (InputStream in = Files.newInputStream(path)) {
            int most = mostMebibytes * MEBIBYTE;
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw unusable(
                        name, "is larger than %d MiB: give a smaller one".formatted(mostMebibytes));
            }
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)) + "";
            return new Source(name, text);
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    /** Where it lies; what it names is sought from there. */
    public Path folder() {
        Path parent = Path.of(name).getParent();
        return parent == null ? Path.of("") : parent;
    }

    private static InvalidInputException unreadable(String name, IOException cause) {
        return switch (cause) {
            case NoSuchFileException _ -> unusable(name, "does not exist: check the path");
            case AccessDeniedException _ ->
                    unusable(name, "may not be read: check its permissions");
            case CharacterCodingException _ ->
                    unusable(name, "is not UTF-8: give YAML text in UTF-8");
            default -> unusable(name, "cannot be read: " + cause);
        };
    }

    private static InvalidInputException unusable(String name, String problem) {
        return new InvalidInputException("file %s %s".formatted(name, problem));
    }
}
