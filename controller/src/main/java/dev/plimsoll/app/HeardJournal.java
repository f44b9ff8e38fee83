// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.app;

import dev.plimsoll.control.ForwardingJournal;
import dev.plimsoll.control.Journal;
import dev.plimsoll.control.JournalEntry;
import java.util.ArrayList;
import java.util.List;

/** A journal that is listened to: what is committed is passed on, and only then. */
final class HeardJournal extends ForwardingJournal {
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
        super(journal);
        this.listener = listener;
    }

    @Override
    public void append(JournalEntry entry) {
        super.append(entry);
        uncommitted.add(entry);
    }

    @Override
    public void commit() {
        listener.committing(this);
        super.commit();
        listener.committed(List.copyOf(uncommitted), end());
        uncommitted.clear();
    }
}
