// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import dev.plimsoll.control.JournalEntry.Decided;
import dev.plimsoll.control.JournalException.Fault;
import dev.plimsoll.model.WorkloadId;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** A journal whose commits fail while it is told so; what was appended waits, as it must. */
public final class FailingJournal implements Journal {
    private final Journal journal;
    private Optional<Fault> fault = Optional.empty();

    public FailingJournal(Journal journal) {
        this.journal = journal;
    }

    public void breakDown(Fault why) {
        fault = Optional.of(why);
    }

    public void mend() {
        fault = Optional.empty();
    }

    @Override
    public void commit() {
        if (fault.isPresent()) {
            throw new JournalException(fault.get(), "in memory", "it was told to fail");
        }
        journal.commit();
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
