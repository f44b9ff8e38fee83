// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import java.time.Duration;

class InMemoryJournalTest extends JournalContract {
    @Override
    protected Journal journal(Duration keepObservations) {
        return new InMemoryJournal(keepObservations);
    }
}
