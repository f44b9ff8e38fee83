// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.journal;

import com.zaxxer.hikari.HikariDataSource;
import dev.plimsoll.control.Journal;
import dev.plimsoll.control.JournalEntry;
import dev.plimsoll.control.JournalEntry.Decided;
import dev.plimsoll.control.JournalException;
import dev.plimsoll.control.JournalException.Fault;
import dev.plimsoll.control.Kept;
import dev.plimsoll.control.KnowledgeSnapshot;
import dev.plimsoll.control.Retention;
import dev.plimsoll.control.Selection;
import dev.plimsoll.control.form.EntryForm;
import dev.plimsoll.model.WorkloadId;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * A journal in a store. A commit is one transaction, and is durable when {@link #commit} returns:
 * against a kill, and as far as the disk tells the truth against a loss of power. One that failed
 * waits, and the next one writes it first; where it was written after all, the store says so.
 *
 * <p>One thread writes; any may read.
 */
public final class StoredJournal implements Journal, AutoCloseable {
    private static final int NUMBER = EntryForm.NUMBER;

    private final Store store;
    private final HikariDataSource source;
    private final Jdbi jdbi;
    private final long epoch;
    private final BatchWriter writer;
    private final Pending pending;
    private final Deque<Batch> unwritten = new ArrayDeque<>();

    /** A workload keeps its number for good. */
    private final Map<WorkloadId, Integer> numbers = new ConcurrentHashMap<>();

    private StoredJournal(Store store, HikariDataSource source, Lease lease, Retention retention) {
        this.store = store;
        this.source = source;
        this.jdbi = Jdbi.create(source);
        Schema.migrate(source, store.toString());
        this.epoch = guarded(handle -> take(handle, lease));
        this.writer = new BatchWriter(store.toString(), lease, epoch);
        this.pending =
                new Pending(
                        retention, guarded(handle -> new EntryReader(handle, numbers).stored()));
    }

    /**
     * Opens a store, makes or brings it to this version's form, and becomes its writer.
     *
     * @throws JournalException if that cannot be, for example because another owner has it
     */
    public static StoredJournal open(Store store, Lease lease, Retention retention) {
        HikariDataSource source = store.connect();
        try {
            return new StoredJournal(store, source, lease, retention);
        } catch (JournalException e) {
            source.close();
            throw e;
        }
    }

    @Override
    public void append(JournalEntry entry) {
        pending.append(entry);
    }

    @Override
    public void save(WorkloadId workload, byte[] knowledge) {
        pending.save(workload, knowledge);
    }

    @Override
    public void commit() {
        unwritten.addLast(pending.batch());
        while (!unwritten.isEmpty()) {
            write(unwritten.getFirst());
            unwritten.removeFirst();
        }
    }

    @Override
    public List<Kept> read(Selection selection) {
        return guarded(handle -> new EntryReader(handle, numbers).read(selection));
    }

    @Override
    public Optional<KnowledgeSnapshot> saved(WorkloadId workload) {
        return guarded(handle -> new EntryReader(handle, numbers).saved(workload));
    }

    @Override
    public List<Decided> unfinished() {
        return guarded(handle -> new EntryReader(handle, numbers).unfinished());
    }

    /** Of the writer that this one is: each has a later one than those before it. */
    public long epoch() {
        return epoch;
    }

    /** The latest instant of which it tells; the epoch where it tells of none. */
    public Instant newest() {
        return guarded(handle -> new EntryReader(handle, numbers).newest());
    }

    /** Lets the next owner in at once. What was not committed is gone. */
    @Override
    public void close() {
        if (!source.isClosed()) {
            try (source) {
                guarded(handle -> Lease.release(handle, epoch));
            }
        }
    }

    private void write(Batch batch) {
        CommitEvent commit = CommitEvent.begun();
        guarded(handle -> {
            writer.write(handle, batch);
            return batch;
        });
        if (!store.afterCommit().isEmpty()) {
            guarded(handle -> handle.execute(store.afterCommit()));
        }
        commit.ended(batch);
    }

    /** From here on entries of the newest form are written, which older versions cannot read. */
    private long take(Handle handle, Lease lease) {
        int form = handle.select("SELECT form FROM journal").mapTo(Integer.class).one();
        if (form > NUMBER) {
            throw new JournalException(
                    Fault.NEWER_FORM, store.toString(), "entries of form %d".formatted(form));
        }
        long taken = lease.take(handle, store.toString());
        handle.execute("UPDATE journal SET form = ? WHERE form < ?", NUMBER, NUMBER);
        return taken;
    }

    private <T> T guarded(Function<Handle, T> work) {
        try {
            return jdbi.inTransaction(work::apply);
        } catch (JdbiException e) {
            source.getHikariPoolMXBean().softEvictConnections(); // they may be dead, all of them
            throw Faults.of(store.toString(), e);
        } catch (IllegalArgumentException e) {
            throw new JournalException(Fault.DAMAGED, store.toString(), e);
        }
    }
}
