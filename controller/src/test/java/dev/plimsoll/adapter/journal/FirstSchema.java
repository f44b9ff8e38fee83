// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.journal;

import static dev.plimsoll.control.Entries.WEB;
import static dev.plimsoll.control.Entries.WORK;

import com.zaxxer.hikari.HikariDataSource;
import dev.plimsoll.control.Entries;
import dev.plimsoll.control.JournalEntry;
import dev.plimsoll.control.form.EntryForm;
import java.time.Instant;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Stores as the first schema had them. */
final class FirstSchema {
    private static final int WEB_NUMBER = 0;
    private static final int WORK_NUMBER = 1;

    private final Handle handle;
    private final int commits;
    private long position;

    private FirstSchema(Handle handle, int commits) {
        this.handle = handle;
        this.commits = commits;
    }

    /** Makes an empty store one in which {@link CommitLoop} has made so many commits. */
    static void fill(Store store, int commits) {
        try (HikariDataSource source = store.connect()) {
            Flyway newest = Schema.flyway(source, "classpath:dev/plimsoll/adapter/journal");
            Flyway.configure()
                    .configuration(newest.getConfiguration())
                    .target("1")
                    .load()
                    .migrate();
            Jdbi.create(source).useTransaction(handle -> new FirstSchema(handle, commits).fill());
        }
    }

    private void fill() {
        workload(WEB_NUMBER, WEB.namespace(), WEB.name());
        workload(WORK_NUMBER, WORK.namespace(), WORK.name());
        try (PreparedBatch readings = batch("readings", 6);
                PreparedBatch decisions = batch("decision", 8);
                PreparedBatch outcomes = batch("outcome", 4)) {
            for (int commit = 0; commit < commits; commit++) {
                commit(15L * commit, readings, decisions, outcomes);
            }
            readings.execute();
            decisions.execute();
            outcomes.execute();
        }
        handle.execute(
                "INSERT INTO knowledge VALUES (?, 0, ?, ?)",
                WEB_NUMBER,
                position,
                new byte[] {(byte) (commits - 1)});
        handle.execute(
                "UPDATE journal SET commits = ?, last_position = ?, pulse = ?",
                commits,
                position,
                nanos(15L * (commits - 1)));
    }

    private void commit(
            long second, PreparedBatch readings, PreparedBatch decisions, PreparedBatch outcomes) {
        long at = nanos(second);
        boolean last = second == 15L * (commits - 1);
        if (second > 0) {
            byte[] acted = packed(Entries.acted(WEB, second - 15));
            outcomes.add(++position, WEB_NUMBER, nanos(second - 15), acted);
        }
        ReadingChunk chunk = new ReadingChunk();
        observed(chunk, WEB_NUMBER, Entries.observed(WEB, second));
        byte[] web = packed(Entries.decided(WEB, second, 4, 7));
        decisions.add(++position, WEB_NUMBER, at, at, false, last, last, web);
        observed(chunk, WORK_NUMBER, Entries.observed(WORK, second));
        readings.add(chunk.lastPosition(), WEB_NUMBER, WORK_NUMBER, at, at, chunk.packed().bytes());
        if (second == 0) {
            byte[] work = packed(Entries.decided(WORK, second, 4, 4));
            decisions.add(++position, WORK_NUMBER, at, at, commits > 1, true, false, work);
        }
    }

    private void observed(ReadingChunk chunk, int workload, JournalEntry entry) {
        chunk.add(++position, workload, entry.at(), EntryForm.write(entry));
    }

    private void workload(int number, String namespace, String name) {
        handle.execute("INSERT INTO workload VALUES (?, ?, ?)", number, namespace, name);
    }

    private PreparedBatch batch(String table, int columns) {
        return handle.prepareBatch(
                "INSERT INTO " + table + " VALUES (" + "?, ".repeat(columns - 1) + "?)");
    }

    private static byte[] packed(JournalEntry entry) {
        return Packed.of(EntryForm.write(entry)).bytes();
    }

    private static long nanos(long second) {
        Instant at = Entries.second(second);
        return Nanos.of(at);
    }
}
