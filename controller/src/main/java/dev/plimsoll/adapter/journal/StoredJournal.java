// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.journal;

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
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

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
    private final ReadWriteLock opening = new ReentrantReadWriteLock();
    private OpenStore open;
    private boolean ended;
    private final long epoch;
    private final BatchWriter writer;
    private final Pending pending;
    private volatile long end;
    private final Deque<Batch> unwritten = new ArrayDeque<>();

    /** A workload keeps its number for good. */
    private final Map<WorkloadId, Integer> numbers = new ConcurrentHashMap<>();

    private StoredJournal(Store store, OpenStore open, Lease lease, Retention retention) {
        this.store = store;
        this.open = open;
        open.migrate();
        this.epoch = guarded(handle -> take(handle, lease));
        this.writer = new BatchWriter(store.toString(), lease, epoch);
        Stored stored = guarded(handle -> new EntryReader(handle, numbers).stored());
        this.pending = new Pending(retention, stored);
        this.end = stored.lastPosition();
    }

    /**
     * Opens a store, makes or brings it to this version's form, and becomes its writer.
     *
     * @throws JournalException if that cannot be, for example because another owner has it
     */
    public static StoredJournal open(Store store, Lease lease, Retention retention) {
        OpenStore open = new OpenStore(store);
        try {
            return new StoredJournal(store, open, lease, retention);
        } catch (JournalException e) {
            open.close();
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
    public void saveTold(SortedMap<String, Long> told) {
        pending.saveTold(told);
    }

    @Override
    public void commit() {
        unwritten.addLast(pending.batch());
        if (!ended && (open.isClosed() || open.hasGrown())) {
            reopen();
        }
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
    public SortedMap<String, Long> told() {
        return guarded(handle -> new EntryReader(handle, numbers).told());
    }

    @Override
    public long end() {
        return end;
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
        ended = true;
        if (!open.isClosed()) {
            try (OpenStore _ = open) {
                guarded(handle -> Lease.release(handle, epoch));
            }
        }
    }

    /** Whoever reads waits. Where it cannot be opened, the next commit tries again. */
    private void reopen() {
        opening.writeLock().lock();
        try {
            open.close();
            open = new OpenStore(store);
        } finally {
            opening.writeLock().unlock();
        }
    }

    private void write(Batch batch) {
        CommitEvent commit = CommitEvent.begun();
        guarded(handle -> {
            writer.write(handle, batch);
            return batch;
        });
        end = batch.head().lastPosition();
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
        opening.readLock().lock();
        try {
            return open.inTransaction(work);
        } finally {
            opening.readLock().unlock();
        }
    }
}
