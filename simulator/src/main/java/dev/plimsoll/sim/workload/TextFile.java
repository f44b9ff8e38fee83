// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.workload;

import dev.plimsoll.model.InvalidInputException;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Function;

/**
 * A file of rows that a person named. What it cannot be read for ends in an {@link
 * InvalidInputException} that names it as that person did.
 *
 * @param kind what it is to hold, e.g. {@code trace file}
 */
record TextFile(String kind, Path path) {
    private static final int SNIFFED_BYTES = 8192;

    /** Reads its rows, of which there is at least one. */
    <T> T read(String needed, Function<Rows, T> parser) {
        if (shown().isBlank()) {
            throw unusable("'%s'".formatted(shown()), "has no name: give the path of a CSV file");
        }
        if (Files.isDirectory(path)) {
            throw unusable("is a directory: give the CSV file itself");
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), SNIFFED_BYTES)) {
            refuseBinary(in);
            return parser.apply(rows(in, needed));
        } catch (IOException e) {
            throw unreadable(e);
        } catch (UncheckedIOException e) {
            throw unreadable(Objects.requireNonNull(e.getCause()));
        }
    }

    private Rows rows(InputStream in, String needed) {
        CharsetDecoder strict = StandardCharsets.UTF_8.newDecoder();
        Rows rows = new Rows(shown(), new BufferedReader(new InputStreamReader(in, strict)));
        if (!rows.hasNext()) {
            throw unusable("is empty: give " + needed);
        }
        return rows;
    }

    private void refuseBinary(InputStream in) throws IOException {
        in.mark(SNIFFED_BYTES);
        for (byte character : in.readNBytes(SNIFFED_BYTES)) {
            if (character == 0) {
                throw unusable("is a binary file: give CSV text");
            }
        }
        in.reset();
    }

    private InvalidInputException unreadable(IOException cause) {
        return switch (cause) {
            case NoSuchFileException _ -> unusable("does not exist: check the path");
            case AccessDeniedException _ -> unusable("may not be read: check its permissions");
            case CharacterCodingException _ -> unusable("is not UTF-8: give CSV text in UTF-8");
            default -> unusable("cannot be read: " + oneLine(cause.toString()));
        };
    }

    private InvalidInputException unusable(String problem) {
        return unusable(shown(), problem);
    }

    private InvalidInputException unusable(String name, String problem) {
        return new InvalidInputException("%s %s %s".formatted(kind, name, problem));
    }

    private String shown() {
        return oneLine(path.toString());
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}
