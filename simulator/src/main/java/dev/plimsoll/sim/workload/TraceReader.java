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

/**
 * Reads a trace from a CSV file: UTF-8, a header, commas.
 *
 * <p>Two forms: {@code timestamp_s,value} with rising times, where further columns are ignored; and
 * requests one by one, {@code timestamp_s,prompt_tokens,output_tokens}, where times may repeat. The
 * latter become requests per second in bins of 60 s from the first request; the last bin, which is
 * not complete, is left out unless it is the only one. Times are seconds, which are instants where
 * they begin between 1e9 and 4e9 (Unix time), or ISO-8601 with an offset.
 *
 * <p>A file that is neither ends in an {@link InvalidInputException}. Thread-safe.
 */
public final class TraceReader {
    private static final int SNIFFED_BYTES = 8192;

    private TraceReader() {}

    /** Reads the file; messages name it as {@code path} does. */
    public static Trace read(Path path) {
        String file = path.toString().replaceAll("\\p{Cntrl}", "?");
        if (file.isBlank()) {
            throw unusable("'%s'".formatted(file), "has no name: give the path of a CSV file");
        }
        if (Files.isDirectory(path)) {
            throw unusable(file, "is a directory: give the CSV file itself");
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), SNIFFED_BYTES)) {
            refuseBinary(file, in);
            return parse(name(path), file, in);
        } catch (IOException e) {
            throw unreadable(file, e);
        } catch (UncheckedIOException e) {
            throw unreadable(file, Objects.requireNonNull(e.getCause()));
        }
    }

    private static Trace parse(String name, String file, InputStream in) {
        CharsetDecoder strict = StandardCharsets.UTF_8.newDecoder();
        Rows rows = new Rows(file, new BufferedReader(new InputStreamReader(in, strict)));
        if (!rows.hasNext()) {
            throw unusable(file, "is empty: give a header and rows, " + TraceTable.FORMS);
        }
        return TraceTable.under(rows.next()).read(name, rows);
    }

    private static void refuseBinary(String file, InputStream in) throws IOException {
        in.mark(SNIFFED_BYTES);
        for (byte character : in.readNBytes(SNIFFED_BYTES)) {
            if (character == 0) {
                throw unusable(file, "is a binary file: give CSV text");
            }
        }
        in.reset();
    }

    private static String name(Path path) {
        Path last = path.getFileName();
        String file = String.valueOf(last);
        String stem = file.replaceFirst("(?i)\\.csv$", "");
        return stem.isBlank() ? file : stem;
    }

    private static InvalidInputException unreadable(String file, IOException cause) {
        return switch (cause) {
            case NoSuchFileException _ -> unusable(file, "does not exist: check the path");
            case AccessDeniedException _ ->
                    unusable(file, "may not be read: check its permissions");
            case CharacterCodingException _ ->
                    unusable(file, "is not UTF-8: give CSV text in UTF-8");
            default -> unusable(file, "cannot be read: " + oneLine(cause));
        };
    }

    private static InvalidInputException unusable(String file, String problem) {
        return new InvalidInputException("trace file %s %s".formatted(file, problem));
    }

    private static String oneLine(IOException cause) {
        return cause.toString().replaceAll("\\p{Cntrl}", "?");
    }
}
