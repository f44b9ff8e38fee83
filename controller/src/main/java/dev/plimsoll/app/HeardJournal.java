// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.app;

import dev.plimsoll.control.Journal;
import dev.plimsoll.control.JournalEntry;
import dev.plimsoll.control.JournalEntry.Decided;
import dev.plimsoll.control.Kept;
import dev.plimsoll.control.KnowledgeSnapshot;
import dev.plimsoll.control.Selection;
import dev.plimsoll.model.WorkloadId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A journal that is listened to: what is committed is passed on, entry by entry, and only then. */
final class HeardJournal implements Journal {
    private final Journal journal;
    private final Consumer<JournalEntry> listener;
    private final List<JournalEntry> uncommitted = new ArrayList<>();

    HeardJournal(Journal journal, Consumer<JournalEntry> listener) {
        this.journal = journal;
        this.listener = listener;
    }

    @Override
    public void append(JournalEntry entry) {
        journal.append(entry);
        uncommitted.add(entry);
    }

    @Override
    public void save(WorkloadId workload, byte[] knowledge) {
        journal.save(workload, knowledge);
    }

    @Override
    public void commit() {
        journal.commit();
        uncommitted.forEach(listener);
        uncommitted.clear();
    }

    @Override
    public List<Kept> read(Selection selection) {
        return journal.read(selection);
    }

    @Override
    public Optional<KnowledgeSnapshot> saved(WorkloadId workload) {
        return journal.saved(workload);
    }

    @Override
    public List<Decided> unfinished() {
        return journal.unfinished();
    }
}
