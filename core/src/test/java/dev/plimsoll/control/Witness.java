// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import dev.plimsoll.control.JournalEntry.Decided;
import dev.plimsoll.guard.ApprovedAction;
import dev.plimsoll.guard.Verdict.Remembered;
import dev.plimsoll.model.Action;
import dev.plimsoll.model.Inventory;
import dev.plimsoll.model.Pool;
import java.util.ArrayList;
import java.util.List;

/** A journal and a platform that write down together what they were asked, in order. */
final class Witness extends ForwardingJournal implements Platform {
    final List<String> events = new ArrayList<>();
    final List<Boolean> knownWhenApplied = new ArrayList<>();
    private final Platform platform;
    Runnable beforeApplying = () -> {};

    Witness(Journal journal, Platform platform) {
        super(journal);
        this.platform = platform;
    }

    @Override
    public void append(JournalEntry entry) {
        events.add(entry.getClass().getSimpleName());
        super.append(entry);
    }

    @Override
    public void commit() {
        events.add("commit");
        super.commit();
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
