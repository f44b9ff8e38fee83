// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.journal;

import static dev.plimsoll.control.Entries.WEB;
import static dev.plimsoll.control.Entries.observed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.control.JournalEntry;
import dev.plimsoll.control.JournalException;
import dev.plimsoll.control.JournalException.Fault;
import dev.plimsoll.control.Retention;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The journal in a real PostgreSQL. */
@Tag("cluster")
@Timeout(300)
class PostgresRealTest extends StoredJournalContract {
    private static PostgresServer server;

    private String url = "";

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        server = PostgresServer.start();
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        server.end();
    }

    @BeforeEach
    void makeDatabase() throws SQLException {
        url = server.database();
    }

    @Override
    protected Store store() {
        return Store.postgres(url, "plimsoll", "");
    }

    private StoredJournal open() {
        Retention day = Retention.ofReadings(Duration.ofDays(1));
        return StoredJournal.open(store(), new Lease("a", Duration.ofMinutes(1)), day);
    }

    @Test
    void whatWasAcknowledgedIsThereOnceHoweverItsWriterWasKilled() throws Exception {
        new Kills("postgres", 21).whileCommitting(url);
    }

    @Test
    void aKillWhileTheStoreIsMadeLeavesOneThatOpens() throws Exception {
        Kills kills = new Kills("postgres", 22);
        for (int kill = 0; kill < Kills.count(); kill++) {
            kills.whileOpening(server.database());
        }
    }

    @Test
    void lookingMakesNothingAndTakesNothingOver() {
        assertThat(StoreState.of(store())).isEqualTo(new StoreState.Empty());
        try (StoredJournal journal = open()) {
            assertThat(StoreState.of(store()))
                    .isInstanceOfSatisfying(
                            StoreState.Held.class, held -> assertThat(held.owner()).isEqualTo("a"));
            append(journal, observed(WEB, 0));
        }
        assertThat(StoreState.of(store())).isEqualTo(new StoreState.Free());
    }

    @Test
    void aServerThatIsNotThereIsGone() throws Exception {
        StoredJournal journal = open();
        append(journal, observed(WEB, 0));
        server.stop();
        try {
            assertFault(Fault.GONE, () -> append(journal, observed(WEB, 15)));
            assertFault(Fault.GONE, this::open);
        } finally {
            server.restart();
        }
        append(journal, observed(WEB, 30));
        assertThat(journal.read())
                .containsExactly(observed(WEB, 0), observed(WEB, 15), observed(WEB, 30));
        journal.close();
    }

    /** Whether the last commit before a crash was written nobody knows; it is there once. */
    @Test
    void commitsThatAServerCrashedUnderAreThereOnce() throws Exception {
        SplittableRandom random = new SplittableRandom(23);
        List<JournalEntry> all = new ArrayList<>();
        try (StoredJournal journal = open()) {
            for (int crash = 0; crash < Math.max(1, Kills.count() / 3); crash++) {
                Thread crashing = crashAfter(random.nextLong(50_000_000));
                while (crashing.isAlive()) {
                    commit(journal, all);
                }
                crashing.join();
                server.restart();
                commitInTheEnd(journal, all);
                assertThat(journal.read()).as("crash %d", crash).isEqualTo(all);
            }
        }
    }

    @Test
    void aStoreThatIsFullTakesTheCommitWhenThereIsRoomAgain() throws Exception {
        List<JournalEntry> all = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(24);
        StoredJournal journal = open();
        server.stop();
        server.restart(4096);
        Optional<Fault> fault = commit(journal, all);
        try {
            while (all.size() < 100 && !fault.equals(Optional.of(Fault.FULL))) {
                byte[] knowledge = new byte[500_000];
                random.nextBytes(knowledge);
                journal.save(WEB, knowledge);
                fault = commit(journal, all);
            }
        } finally {
            server.stop();
            server.restart();
        }
        assertThat(fault).contains(Fault.FULL);
        commitInTheEnd(journal, all);
        assertThat(journal.read()).isEqualTo(all).hasSizeGreaterThan(5);
        journal.close();
    }

    private static Optional<Fault> commit(StoredJournal journal, List<JournalEntry> all) {
        all.add(observed(WEB, all.size()));
        journal.append(all.getLast());
        try {
            journal.commit();
            return Optional.empty();
        } catch (JournalException e) {
            return Optional.of(e.fault());
        }
    }

    /** The first connections after a restart may be dead ones of before. */
    private static void commitInTheEnd(StoredJournal journal, List<JournalEntry> all) {
        for (int attempt = 0; attempt < 3; attempt++) {
            if (commit(journal, all).isEmpty()) {
                return;
            }
        }
        journal.commit();
    }

    private static Thread crashAfter(long nanos) {
        return Thread.ofPlatform()
                .start(() -> {
                    long end = System.nanoTime() + nanos;
                    while (System.nanoTime() < end) {
                        Thread.onSpinWait();
                    }
                    try {
                        server.crash();
                    } catch (IOException | InterruptedException e) {
                        throw new IllegalStateException("the server did not crash", e);
                    }
                });
    }
}
