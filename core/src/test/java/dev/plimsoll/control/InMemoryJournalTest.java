// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

class InMemoryJournalTest extends JournalContract {
    @Override
    protected Journal journal(Retention retention) {
        return new InMemoryJournal(retention);
    }
}
