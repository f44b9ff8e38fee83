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
import java.util.SortedMap;

/** A journal that is listened to: what is committed is passed on, and only then. */
final class HeardJournal implements Journal {
    private final Journal journal;
    private final Listener listener;
    private final List<JournalEntry> uncommitted = new ArrayList<>();

    /** One who tells others. */
    interface Listener {
        /** A commit is about to keep what was appended and saved, and what is saved now. */
        void committing(Journal journal);

        /** These were committed since it was told last, and the journal now ends there. */
        void committed(List<JournalEntry> entries, long end);
    }

    HeardJournal(Journal journal, Listener listener) {
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
        listener.committing(journal);
        journal.commit();
        listener.committed(List.copyOf(uncommitted), journal.end());
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
    public void saveTold(SortedMap<String, Long> told) {
        journal.saveTold(told);
    }

    @Override
    public SortedMap<String, Long> told() {
        return journal.told();
    }

    @Override
    public long end() {
        return journal.end();
    }

    @Override
    public List<Decided> unfinished() {
        return journal.unfinished();
    }
}
