// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.journal;

import static dev.plimsoll.control.Entries.WEB;
import static dev.plimsoll.control.Entries.observed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.plimsoll.control.JournalEntry;
import dev.plimsoll.control.JournalException;
import dev.plimsoll.control.JournalException.Fault;
import dev.plimsoll.control.Retention;
import dev.plimsoll.model.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2JournalTest extends StoredJournalContract {
    @TempDir Path folder;

    @Override
    protected Store store() {
        return Store.h2(file());
    }

    private Path file() {
        return folder.resolve("journal");
    }

    private StoredJournal open() {
        Retention day = Retention.ofReadings(Duration.ofDays(1));
        return StoredJournal.open(store(), new Lease("a", Duration.ofMinutes(1)), day);
    }

    @Test
    void aStoreThatAnotherProcessHasIsBusy() throws Exception {
        try (KilledWriter writer = KilledWriter.start("h2", file().toString(), 0)) {
            writer.await(1);
            assertFault(Fault.BUSY, this::open);
        }
    }

    @Test
    void aStoreInAFolderThatIsNoneCannotBeWritten() throws Exception {
        Files.writeString(folder.resolve("file"), "no folder");
        Store store = Store.h2(folder.resolve("file").resolve("journal"));
        Lease lease = new Lease("a", Duration.ofMinutes(1));
        Retention day = Retention.ofReadings(Duration.ofDays(1));
        assertFault(Fault.READ_ONLY, () -> StoredJournal.open(store, lease, day))
                .withMessageContaining(store.toString());
    }

    @Test
    void aPathThatH2WouldReadAsOptionsIsRefused() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Store.h2(Path.of("a;INIT=b")))
                .withMessageContaining("H2 takes no path with a semicolon");
    }

    @Test
    void aFileThatIsNoStoreIsDamagedAndLeftAsItIs() throws Exception {
        append(open(), observed(WEB, 0));
        closeH2();
        Path file = folder.resolve("journal.mv.db");
        byte[] garbage = new byte[(int) Files.size(file)];
        Arrays.fill(garbage, (byte) 'x');
        Files.write(file, garbage);
        assertFault(Fault.DAMAGED, this::open);
        assertThat(Files.readAllBytes(file)).isEqualTo(garbage);
    }

    /** A commit may fail while the store is away; whatever happens, each entry is there once. */
    @Test
    void aStoreThatIsShutDownBeneathAWriterLosesNothing() {
        try (StoredJournal journal = open()) {
            for (int second = 0; second < 10; second++) {
                if (second % 3 == 2) {
                    closeH2();
                }
                journal.append(observed(WEB, second));
                commitInTheEnd(journal);
            }
            List<JournalEntry> all =
                    IntStream.range(0, 10)
                            .mapToObj(second -> (JournalEntry) observed(WEB, second))
                            .toList();
            assertThat(journal.read()).isEqualTo(all);
        }
    }

    private void closeH2() {
        try {
            sql(handle -> handle.execute("SHUTDOWN IMMEDIATELY"));
        } catch (JdbiException e) {
            assertThat(e).hasStackTraceContaining("Database is already closed");
        }
    }

    private static void commitInTheEnd(StoredJournal journal) {
        for (int attempt = 0; attempt < 5; attempt++) {
            try {
                journal.commit();
                return;
            } catch (JournalException e) {
                assertThat(e.fault()).isEqualTo(Fault.GONE);
            }
        }
        journal.commit();
    }
}
