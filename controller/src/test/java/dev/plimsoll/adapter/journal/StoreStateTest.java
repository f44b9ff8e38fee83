// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.control.Entries;
import dev.plimsoll.control.JournalException;
import dev.plimsoll.control.JournalException.Fault;
import dev.plimsoll.control.Retention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreStateTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir private Path folder;

    @Test
    void whereNothingIsNothingIsMade() {
        assertThat(StoreState.of(store())).isEqualTo(new StoreState.Empty());
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFileWithNothingInItIsNoJournalYet() throws IOException {
        Files.createFile(file());
        assertThat(StoreState.of(store())).isEqualTo(new StoreState.Empty());
    }

    @Test
    void aJournalThatWasClosedIsFreeAndStaysAsItIs() throws IOException {
        journal("main").close();
        byte[] before = bytes();
        assertThat(StoreState.of(store())).isEqualTo(new StoreState.Free());
        assertThat(bytes()).isEqualTo(before);
    }

    @Test
    void whoDidNotLetGoStillHoldsIt() throws IOException {
        StoredJournal journal = journal("main@here:/c.sock");
        journal.append(Entries.decided(Entries.WEB, 0, 4, 7));
        journal.commit();
        Path copy = Files.copy(file(), folder.resolve("copy.mv.db")); // as a kill leaves it
        journal.close();
        StoreState state = StoreState.of(Store.h2(folder.resolve("copy")));
        assertThat(state)
                .isInstanceOfSatisfying(
                        StoreState.Held.class,
                        held -> assertThat(held.owner()).isEqualTo("main@here:/c.sock"));
        assertThat(copy).exists();
    }

    @Test
    void aLaterFormIsRefused() {
        journal("main").close();
        try (var source = store().connect()) {
            Jdbi.create(source).useHandle(handle -> handle.execute("UPDATE journal SET form = 99"));
        }
        assertThatThrownBy(() -> StoreState.of(store()))
                .isInstanceOfSatisfying(
                        JournalException.class,
                        found -> assertThat(found.fault()).isEqualTo(Fault.NEWER_FORM));
    }

    @Test
    void aDatabaseWithoutAJournalIsEmpty() {
        try (var source = store().connect()) {
            Jdbi.create(source).useHandle(handle -> handle.execute("CREATE TABLE mine (id INT)"));
        }
        assertThat(StoreState.of(store())).isEqualTo(new StoreState.Empty());
    }

    private StoredJournal journal(String owner) {
        return StoredJournal.open(store(), new Lease(owner, HOUR), Retention.ofReadings(HOUR));
    }

    private Store store() {
        return Store.h2(folder.resolve("store"));
    }

    private Path file() {
        return folder.resolve("store.mv.db");
    }

    private byte[] bytes() throws IOException {
        return Files.readAllBytes(file());
    }
}
