// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import dev.plimsoll.control.JournalEntry.Decided;
import dev.plimsoll.guard.ApprovedAction;
import dev.plimsoll.guard.Verdict.Remembered;
import dev.plimsoll.model.Action;
import dev.plimsoll.model.Inventory;
import dev.plimsoll.model.Pool;
import dev.plimsoll.model.WorkloadId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** A journal and a platform that write down together what they were asked, in order. */
final class Witness implements Journal, Platform {
    final List<String> events = new ArrayList<>();
    final List<Boolean> knownWhenApplied = new ArrayList<>();
    private final Journal journal;
    private final Platform platform;
    Runnable beforeApplying = () -> {};

    Witness(Journal journal, Platform platform) {
        this.journal = journal;
        this.platform = platform;
    }

    @Override
    public void append(JournalEntry entry) {
        events.add(entry.getClass().getSimpleName());
        journal.append(entry);
    }

    @Override
    public void commit() {
        events.add("commit");
        journal.commit();
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

    @Override
    public List<Inventory> inventory() {
        return platform.inventory();
    }

    @Override
    public Pool pool() {
        return platform.pool();
    }

    @Override
    public Outcome apply(ApprovedAction approved) {
        if (approved.action() instanceof Action.Scale scale) {
            events.add("apply " + scale.to());
        }
        knownWhenApplied.add(read().stream().anyMatch(entry -> approves(entry, approved)));
        beforeApplying.run();
        return platform.apply(approved);
    }

    private static boolean approves(JournalEntry entry, ApprovedAction approved) {
        return entry instanceof Decided decided
                && decided.record().verdict()
                        instanceof Remembered(var action, long version, var _, var _)
                && action.equals(approved.action())
                && version == approved.version();
    }
}
