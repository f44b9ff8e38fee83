// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.journal;

import dev.plimsoll.control.JournalException;
import dev.plimsoll.control.JournalException.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where a file of H2 lies, or is to lie, and whether it can. Waiting does not mend what is refused
 * here. The place is only looked at. Immutable.
 */
final class FilePlace {
    /** H2 begins a file with its header, twice: a block each. */
    private static final int BLOCK = 4096;

    private static final String HEADER = "H:";

    private final Path file;
    private final Path lock;

    /**
     * A place.
     *
     * @param file an absolute path
     * @param lock which is held while the file is opened
     */
    FilePlace(Path file, Path lock) {
        this.file = file;
        this.lock = lock;
    }

    /** Refuses a place where something else is, or nothing can be written. */
    void requireUsable() {
        if (Files.isDirectory(file)) {
            throw refused(Fault.FOREIGN, "it is a folder");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw refused(Fault.FOREIGN, "it is no regular file");
        }
        List.of(file, lock).forEach(this::requireWritable);
    }

    /** What is not there is made in the folder that is. */
    private void requireWritable(Path needed) {
        Path there = nearest(needed);
        if (!there.equals(needed) && !Files.isDirectory(there)) {
            throw refused(Fault.READ_ONLY, there + " is no folder");
        }
        if (!Files.isWritable(there)) {
            throw refused(Fault.READ_ONLY, there + " is not writable");
        }
    }

    /** What there is of a path. */
    private static Path nearest(Path path) {
        Path there = path;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return there;
    }

    /** Why it could not be opened; of what is no file of H2, H2 says all kinds of things. */
    JournalException explained(JournalException found) {
        boolean vague = found.fault() == Fault.GONE || found.fault() == Fault.DAMAGED;
        return vague && isForeign()
                ? refused(
                        Fault.DAMAGED,
                        "it is no file of H2; if it never was one, name another place")
                : found;
    }

    /** Only of a file that this process has not opened: it would lose its lock. */
    private boolean isForeign() {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] headers = in.readNBytes(2 * BLOCK);
            boolean whole = headers.length == 2 * BLOCK;
            return headers.length > 0
                    && !(whole && (isHeader(headers, 0) || isHeader(headers, BLOCK)));
        } catch (IOException e) {
            return false; // What H2 says of it is all that is known.
        }
    }

    private static boolean isHeader(byte[] bytes, int from) {
        return new String(bytes, from, HEADER.length(), StandardCharsets.ISO_8859_1).equals(HEADER);
    }

    private JournalException refused(Fault fault, String detail) {
        return new JournalException(fault, file.toString(), detail);
    }
}
