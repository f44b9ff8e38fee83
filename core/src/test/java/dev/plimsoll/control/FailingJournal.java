// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import dev.plimsoll.control.JournalException.Fault;
import java.util.Optional;

/** A journal whose commits fail while it is told so; what was appended waits, as it must. */
public final class FailingJournal extends ForwardingJournal {
    private Optional<Fault> fault = Optional.empty();

    public FailingJournal(Journal journal) {
        super(journal);
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
        super.commit();
    }
}
