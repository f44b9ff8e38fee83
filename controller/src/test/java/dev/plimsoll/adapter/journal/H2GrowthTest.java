// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.journal;

import static dev.plimsoll.control.Entries.WEB;
import static dev.plimsoll.control.Entries.observed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.plimsoll.control.JournalException;
import dev.plimsoll.control.JournalException.Fault;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that is only appended to grows, and yet does not fill the disk. */
class H2GrowthTest {
    private static final int SNAPSHOT_BYTES = 4 << 20;

    /** Until it is opened anew. */
    private static final long MOST_BYTES = 256L << 20;

    @TempDir Path folder;

    private final Random random = new Random(1);
    private StoredJournal journal;
    private int commits;

    @BeforeEach
    void open() {
        Store store = CommitLoop.store("h2", folder.resolve("journal").toString());
        journal = CommitLoop.open(store);
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void itIsMadeSmallerWhileItIsInUse() throws IOException {
        long most = grow();
        commit();
        assertThat(size()).isLessThan(most / 4);
        assertThat(journal.read()).hasSize(commits);
    }

    @Test
    void whereItCannotBeOpenedAnewTheNextCommitTriesAgain() throws IOException {
        grow();
        Path lock = folder.resolve("journal.mv.db.lock");
        try (var channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            assertFault(Fault.BUSY, this::commit);
            assertFault(Fault.GONE, journal::read);
        }
        commit();
        assertThat(journal.read()).hasSize(commits);
    }

    /** Its size then, bytes. */
    private long grow() throws IOException {
        while (size() <= MOST_BYTES) {
            commit();
        }
        return size();
    }

    private void commit() {
        byte[] snapshot = new byte[SNAPSHOT_BYTES];
        random.nextBytes(snapshot);
        journal.save(WEB, snapshot);
        journal.append(observed(WEB, commits++));
        journal.commit();
    }

    private long size() throws IOException {
        return Files.size(folder.resolve("journal.mv.db"));
    }

    private static void assertFault(Fault fault, ThrowingCallable call) {
        assertThatExceptionOfType(JournalException.class)
                .isThrownBy(call)
                .satisfies(thrown -> assertThat(thrown.fault()).isEqualTo(fault));
    }
}
