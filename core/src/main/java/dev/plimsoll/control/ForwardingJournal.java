// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import dev.plimsoll.control.JournalEntry.Decided;
import dev.plimsoll.model.WorkloadId;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Passes everything on to another journal: who wants more of a method overrides it. */
public abstract class ForwardingJournal implements Journal {
    private final Journal journal;

    protected ForwardingJournal(Journal journal) {
        this.journal = journal;
    }

    @Override
    public void append(JournalEntry entry) {
        journal.append(entry);
    }

    @Override
    public void save(WorkloadId workload, byte[] knowledge) {
        journal.save(workload, knowledge);
    }

    @Override
    public void saveTold(SortedMap<String, Long> told) {
        journal.saveTold(told);
    }

    @Override
    public void commit() {
        journal.commit();
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
