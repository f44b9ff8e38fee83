// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.journal;

import static dev.plimsoll.control.Entries.WEB;
import static dev.plimsoll.control.Entries.WORK;
import static dev.plimsoll.control.Entries.acted;
import static dev.plimsoll.control.Entries.decided;
import static dev.plimsoll.control.Entries.instructed;
import static dev.plimsoll.control.Entries.observed;
import static dev.plimsoll.control.Entries.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.zaxxer.hikari.HikariDataSource;
import dev.plimsoll.control.Entries;
import dev.plimsoll.control.Journal;
import dev.plimsoll.control.JournalContract;
import dev.plimsoll.control.JournalEntry;
import dev.plimsoll.control.JournalEntry.Observed;
import dev.plimsoll.control.JournalException;
import dev.plimsoll.control.JournalException.Fault;
import dev.plimsoll.control.Kept;
import dev.plimsoll.control.KnowledgeSnapshot;
import dev.plimsoll.control.Retention;
import dev.plimsoll.control.Selection;
import dev.plimsoll.control.form.EntryForm;
import dev.plimsoll.model.WorkloadId;
import dev.plimsoll.telemetry.Signal;
import dev.plimsoll.telemetry.TestReadings;
import dev.plimsoll.telemetry.WorkloadSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every journal promises that outlives its process. */
abstract class StoredJournalContract extends JournalContract {
    private static final Retention DAY = Retention.ofReadings(Duration.ofDays(1));
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static final int POOL = 20;

    private final List<StoredJournal> opened = new ArrayList<>();

    /** The same store throughout one test, empty at first. */
    protected abstract Store store();

    @AfterEach
    void close() {
        opened.forEach(StoredJournal::close);
    }

    @Override
    protected Journal journal(Retention retention) {
        return open("tested", MINUTE, retention);
    }

    private StoredJournal open(String owner) {
        return open(owner, MINUTE, DAY);
    }

    private StoredJournal open(String owner, Duration lease, Retention retention) {
        opened.add(StoredJournal.open(store(), new Lease(owner, lease), retention));
        return opened.getLast();
    }

    @Test
    void whatWasCommittedIsThereAfterReopening() {
        StoredJournal journal = open("a");
        append(journal, observed(WEB, 0), decided(WEB, 0, 4, 7), decided(WORK, 0, 4, 4));
        journal.save(WORK, new byte[] {7});
        journal.saveTold(new TreeMap<>(Map.of("chat", 1L)));
        append(journal, decided(WORK, 15, 4, 4));
        List<Kept> before = journal.read(Selection.ALL);
        journal.append(observed(WEB, 15));
        journal.close();

        StoredJournal reopened = open("a");
        assertThat(reopened.read(Selection.ALL)).isEqualTo(before).hasSize(3);
        assertThat(reopened.unfinished()).containsExactly(decided(WEB, 0, 4, 7));
        assertThat(reopened.told()).containsExactly(Map.entry("chat", 1L));
        assertThat(reopened.end()).isEqualTo(before.getLast().position());
        assertThat(reopened.saved(WORK))
                .contains(new KnowledgeSnapshot(WORK, before.getLast().position(), new byte[] {7}));
    }

    @Test
    void goesOnAfterReopeningAsIfItHadNeverStopped() {
        append(open("a"), observed(WEB, 0), decided(WEB, 0, 4, 7), decided(WORK, 0, 4, 4));
        append(opened.getLast(), decided(WORK, 15, 4, 4));
        StoredJournal reopened = open("a");
        append(reopened, decided(WORK, 30, 4, 4), acted(WEB, 0), observed(WORK, 30));
        append(reopened, instructed(WORK, 31));
        reopened = open("a");
        assertThat(reopened.read())
                .containsExactly(
                        observed(WEB, 0),
                        decided(WEB, 0, 4, 7),
                        until(decided(WORK, 0, 4, 4), 30),
                        acted(WEB, 0),
                        observed(WORK, 30),
                        instructed(WORK, 31));
        assertThat(reopened.unfinished()).isEmpty();
    }

    @Test
    void aSecondOwnerIsRefusedWhileTheFirstOneHasIt() {
        StoredJournal first = open("first");
        assertFault(Fault.BUSY, () -> open("second")).withMessageContaining("held by first until ");
        first.close();
        append(open("second"), observed(WEB, 0));
        assertThat(opened.getLast().read()).containsExactly(observed(WEB, 0));
    }

    @Test
    void aWriterWhoseLeaseWasTakenIsRefused() {
        StoredJournal sleeper = open("sleeper", Duration.ZERO, DAY);
        append(sleeper, observed(WEB, 0));
        StoredJournal successor = open("successor");
        append(successor, observed(WEB, 15));
        assertFault(Fault.TAKEN, () -> append(sleeper, observed(WEB, 16)))
                .withMessageContaining(
                        "successor writes in epoch %d, this is epoch %d"
                                .formatted(successor.epoch(), sleeper.epoch()));
        assertThat(successor.epoch()).isGreaterThan(sleeper.epoch());
        assertFault(Fault.TAKEN, sleeper::commit);
        append(successor, observed(WEB, 30));
        assertThat(successor.read())
                .containsExactly(observed(WEB, 0), observed(WEB, 15), observed(WEB, 30));
    }

    @Test
    void aControllerThatStartsAgainNeedNotWaitForItself() {
        StoredJournal killed = open("same");
        append(killed, observed(WEB, 0));
        append(open("same"), observed(WEB, 15));
        assertFault(Fault.TAKEN, killed::commit);
    }

    @Test
    void whoeverHasEndedCommitsNothingMore() {
        StoredJournal ended = open("first");
        ended.close();
        assertFault(Fault.GONE, () -> append(ended, observed(WEB, 0)));
        assertThat(open("second").read()).isEmpty();
    }

    @Test
    void whoeverWasTakenOverFreesNothingWhenItCloses() {
        StoredJournal sleeper = open("sleeper", Duration.ZERO, DAY);
        open("successor");
        sleeper.close();
        assertFault(Fault.BUSY, () -> open("third")).withMessageContaining("held by successor");
    }

    @Test
    void aCommitWhoseAnswerWasLostIsNotWrittenTwice() {
        open("a").close();
        try (HikariDataSource source = store().connect()) {
            Jdbi jdbi = Jdbi.create(source);
            var lease = new Lease("a", MINUTE);
            long epoch = jdbi.inTransaction(handle -> lease.take(handle, "tested"));
            var writer = new BatchWriter("tested", lease, epoch);
            Stored stored =
                    jdbi.inTransaction(handle -> new EntryReader(handle, new TreeMap<>()).stored());
            Pending pending = new Pending(DAY, stored);
            pending.append(observed(WEB, 0));
            pending.append(decided(WEB, 0, 4, 7));
            Batch batch = pending.batch();
            jdbi.useTransaction(handle -> writer.write(handle, batch));
            jdbi.useTransaction(handle -> writer.write(handle, batch));
        }
        assertThat(open("a").read()).containsExactly(observed(WEB, 0), decided(WEB, 0, 4, 7));
    }

    @Test
    void aCommitThatALockHeldUpFailsAndIsWrittenByTheNextOne() {
        StoredJournal journal = open("a");
        append(journal, observed(WEB, 0));
        sql(handle -> {
            handle.execute("UPDATE journal SET owner = owner");
            assertFault(Fault.BUSY, () -> append(journal, observed(WEB, 15)));
        });
        assertThat(journal.read()).containsExactly(observed(WEB, 0));
        append(journal, observed(WEB, 30));
        assertThat(journal.read())
                .containsExactly(observed(WEB, 0), observed(WEB, 15), observed(WEB, 30));
    }

    @Test
    void whatCannotBeWrittenIsRefusedAtOnceAndSpoilsNothing() {
        StoredJournal journal = open("a");
        Observed good = observed(WEB, 0);
        var readings = TestReadings.at(good.at()).fresh(Signal.DEMAND, Double.NaN).readings();
        var bad = new WorkloadSnapshot(good.snapshot().inventory(), readings);
        journal.append(good);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> journal.append(new Observed(good.at(), bad)));
        journal.commit();
        assertThat(journal.read()).containsExactly(good);
    }

    @Test
    void aStoreWithASchemaOfALaterVersionIsRefused() {
        open("a").close();
        try (HikariDataSource source = store().connect()) {
            Schema.flyway(source, "classpath:dev/plimsoll/adapter/journal", "classpath:later")
                    .migrate();
        }
        assertFault(Fault.NEWER_FORM, () -> open("a")).withMessageContaining("schema 1000");
    }

    @Test
    void aStoreWithEntriesOfALaterVersionIsRefused() {
        open("a").close();
        int later = EntryForm.NUMBER + 1;
        sql(handle -> handle.execute("UPDATE journal SET form = ?", later));
        assertFault(Fault.NEWER_FORM, () -> open("a"))
                .withMessageContaining("entries of form " + later);
    }

    @Test
    void aStoreThatIsOpenedIsOfTheNewestForm() {
        open("a").close();
        sql(handle -> handle.execute("UPDATE journal SET form = 1"));
        open("a").close();
        sql(handle ->
                assertThat(handle.select("SELECT form FROM journal").mapTo(Integer.class).one())
                        .isEqualTo(EntryForm.NUMBER));
    }

    @Test
    void anEntryThatCannotBeReadIsSaidToBeDamaged() {
        StoredJournal journal = open("a");
        append(journal, decided(WEB, 0, 4, 7));
        sql(handle -> handle.execute("UPDATE decided SET payload = ?", new byte[] {0, 0, 0, 9, 1}));
        assertFault(Fault.DAMAGED, journal::read);
        assertFault(Fault.DAMAGED, journal::unfinished);
    }

    @Test
    void aStoreOfTheFirstSchemaGoesOnInTheNewestOne() {
        int commits = 50;
        FirstSchema.fill(store(), commits);
        StoredJournal journal = CommitLoop.open(store());
        opened.add(journal);
        CommitLoop.commit(journal, commits);
        Kills.assertWhole(journal, commits + 1);
        Instant late = Entries.second(15L * commits);
        assertThat(journal.newest()).isEqualTo(late);
        assertThat(journal.read(Selection.ALL.between(late, late)))
                .extracting(kept -> kept.entry().workload())
                .containsExactly(WORK, WEB, WEB, WORK);
    }

    @Test
    void aMigrationThatBrokeOffHalfWayIsTakenUpAgain() {
        FirstSchema.fill(store(), 2);
        sql(handle -> handle.execute("ALTER TABLE journal ADD COLUMN newest BIGINT DEFAULT 0"));
        StoredJournal journal = CommitLoop.open(store());
        opened.add(journal);
        Kills.assertWhole(journal, 2);
    }

    @Test
    void whatIsNoJournalIsLeftAlone() {
        sql(handle -> handle.execute("CREATE TABLE orders (id INTEGER PRIMARY KEY)"));
        assertFault(Fault.FOREIGN, () -> open("a"));
        sql(handle -> assertThat(handle.execute("INSERT INTO orders VALUES (1)")).isOne());
    }

    /** The goal is 100 bytes for the whole pool; the journal's own row is as long as before. */
    @Test
    void aQuietCycleOfAWholePoolAddsNothing() {
        StoredJournal journal = open("a");
        cycle(journal, 0);
        cycle(journal, 15);
        List<String> before = decisionRows();
        for (int second = 30; second < 150; second += 15) {
            cycle(journal, second);
        }
        assertThat(decisionRows()).isEqualTo(before).hasSize(POOL);
        assertThat(journal.read())
                .hasSize(POOL)
                .allSatisfy(entry -> assertThat(entry.until()).isEqualTo(Entries.second(135)));
    }

    private static void cycle(Journal journal, long second) {
        for (int i = 0; i < POOL; i++) {
            journal.append(decided(new WorkloadId("shop", "w" + i), second, 4, 4));
        }
        journal.commit();
    }

    /** Each row of a decision as it is written, byte by byte. */
    private List<String> decisionRows() {
        List<String> rows = new ArrayList<>();
        sql(handle ->
                handle.select(
                                "SELECT until_at, follows, payload FROM decided"
                                        + " LEFT JOIN repeated"
                                        + " ON repeated.position = decided.position"
                                        + " ORDER BY decided.position")
                        .map((row, _) ->
                                rows.add(
                                        row.getLong("until_at")
                                                + " "
                                                + row.getBoolean("follows")
                                                + HexFormat.of()
                                                        .formatHex(row.getBytes("payload"))))
                        .list());
        return rows;
    }

    /** Runs SQL beside the journal, in a transaction of its own. */
    protected final void sql(Consumer<Handle> work) {
        try (HikariDataSource source = store().connect()) {
            Jdbi.create(source).useTransaction(work::accept);
        }
    }

    protected static ThrowableAssertAlternative<JournalException> assertFault(
            Fault fault, ThrowingCallable called) {
        return assertThatExceptionOfType(JournalException.class)
                .isThrownBy(called)
                .satisfies(thrown -> assertThat(thrown.fault()).isEqualTo(fault))
                .withMessageContaining(fault.sentence());
    }

    protected static void append(Journal journal, JournalEntry... entries) {
        List.of(entries).forEach(journal::append);
        journal.commit();
    }
}
