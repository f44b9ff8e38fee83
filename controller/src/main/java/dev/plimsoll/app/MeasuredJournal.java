// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.app;

import dev.plimsoll.control.Journal;
import dev.plimsoll.control.JournalEntry;
import dev.plimsoll.control.JournalEntry.Decided;
import dev.plimsoll.control.Kept;
import dev.plimsoll.control.KnowledgeSnapshot;
import dev.plimsoll.control.Selection;
import dev.plimsoll.model.WorkloadId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** A journal of which it is counted what it is told, and how long it takes to keep it. */
final class MeasuredJournal implements Journal {
    private final Journal journal;
    private final Tally tally;

    MeasuredJournal(Journal journal, Tally tally) {
        this.journal = journal;
        this.tally = tally;
    }

    @Override
    public void append(JournalEntry entry) {
        journal.append(entry);
        tally.appended(entry);
    }

    @Override
    public void save(WorkloadId workload, byte[] knowledge) {
        journal.save(workload, knowledge);
    }

    @Override
    public void commit() {
        long begin = System.nanoTime();
        try {
            journal.commit();
        } finally {
            tally.committed(Duration.ofNanos(System.nanoTime() - begin));
        }
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
