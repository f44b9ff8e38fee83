// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.journal;

import dev.plimsoll.control.JournalException;
import dev.plimsoll.control.JournalException.Fault;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.MVStoreTool;

/**
 * The file of H2, which is only ever appended to. Where H2 uses space again, what it finds after a
 * kill may be a state of long ago: it follows its chunks one by one, and one of them may be
 * overwritten. What is dead in the file goes when it is opened: it is copied, and the copy takes
 * its place. Immutable.
 */
final class H2File {
    /** The options of its URL that make it so. */
    static final String APPEND_ONLY = ";REUSE_SPACE=FALSE;MAX_COMPACT_TIME=0";

    /** A file of so many bytes is not worth a copy yet. */
    private static final long SMALL = 64L << 20;

    private static final int MOST_GROWTH = 4;

    private static final int PERCENT = 100;

    private final Path file;
    private final FilePlace place;

    H2File(Path file) {
        this.file = file;
        this.place = new FilePlace(file, lockFile(file));
    }

    /** Where it lies, or is to. */
    FilePlace place() {
        return place;
    }

    /** Bytes; 0 if it is not there. */
    long size() {
        return file.toFile().length();
    }

    /** Whether so much was appended since it had a size that it is worth opening it anew. */
    boolean hasGrownFrom(long size) {
        return size() > MOST_GROWTH * Math.max(size, SMALL);
    }

    /**
     * Opens it, and nobody else does so meanwhile: who held the file that a copy replaces would
     * write into the void.
     */
    <T> T open(Supplier<T> opening) {
        place.requireUsable();
        try (FileChannel lock = lock();
                var held = lock.tryLock()) {
            if (held == null) {
                throw new JournalException(
                        Fault.BUSY, file.toString(), "another process is opening it");
            }
            dropWhatIsDead();
            return opening.get();
        } catch (OverlappingFileLockException e) {
            throw new JournalException(Fault.BUSY, file.toString(), e);
        } catch (IOException e) {
            throw Faults.of(file.toString(), e);
        }
    }

    private FileChannel lock() throws IOException {
        Files.createDirectories(file.getParent());
        return FileChannel.open(
                lockFile(file), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static Path lockFile(Path file) {
        return file.resolveSibling(file.getFileName() + ".lock");
    }

    /**
     * Where that cannot be, the file stays as it is; whether it can be opened, its opening says.
     */
    private void dropWhatIsDead() {
        MVStoreTool.compactCleanUp(file.toString()); // of one that was broken off
        try {
            if (size() > SMALL && isWorn()) {
                MVStoreTool.compact(file.toString(), false);
            }
        } catch (MVStoreException e) {
            MVStoreTool.compactCleanUp(file.toString());
        }
    }

    /** Whether more than half of it is dead. */
    private boolean isWorn() {
        try (MVStore store = new MVStore.Builder().fileName(file.toString()).readOnly().open()) {
            var pages = store.getFileStore();
            return 2L * pages.getFillRate() * pages.getChunksFillRate() < PERCENT * PERCENT;
        }
    }
}
