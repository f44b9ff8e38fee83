// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.app;

import dev.plimsoll.control.ForwardingJournal;
import dev.plimsoll.control.Journal;
import dev.plimsoll.control.JournalEntry;
import java.time.Duration;

/** A journal of which it is counted what it is told, and how long it takes to keep it. */
final class MeasuredJournal extends ForwardingJournal {
    private final Tally tally;

    MeasuredJournal(Journal journal, Tally tally) {
        super(journal);
        this.tally = tally;
    }

    @Override
    public void append(JournalEntry entry) {
        super.append(entry);
        tally.appended(entry);
    }

    @Override
    public void commit() {
        long begin = System.nanoTime();
        try {
            super.commit();
        } finally {
            tally.committed(Duration.ofNanos(System.nanoTime() - begin));
        }
    }
}
