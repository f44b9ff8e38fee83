// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.app;

import static dev.plimsoll.control.Entries.WEB;
import static dev.plimsoll.control.Entries.acted;
import static dev.plimsoll.control.Entries.decided;
import static dev.plimsoll.control.Entries.observed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.plimsoll.control.FailingJournal;
import dev.plimsoll.control.InMemoryJournal;
import dev.plimsoll.control.Journal;
import dev.plimsoll.control.JournalContract;
import dev.plimsoll.control.JournalEntry;
import dev.plimsoll.control.JournalException;
import dev.plimsoll.control.JournalException.Fault;
import dev.plimsoll.control.Retention;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class HeardJournalTest extends JournalContract {
    private static final Duration HOUR = Duration.ofHours(1);

    private final List<JournalEntry> heard = new ArrayList<>();
    private final List<Long> ends = new ArrayList<>();
    private final List<SortedMap<String, Long>> told = new ArrayList<>();

    private final HeardJournal.Listener listener =
            new HeardJournal.Listener() {
                @Override
                public void committing(Journal journal) {
                    told.forEach(journal::saveTold);
                }

                @Override
                public void committed(List<JournalEntry> entries, long end) {
                    heard.addAll(entries);
                    ends.add(end);
                }
            };

    @Override
    protected Journal journal(Retention retention) {
        return new HeardJournal(new InMemoryJournal(retention), listener);
    }

    @Test
    void isHeardOnceItIsCommittedAndThenOnce() {
        Journal journal = journal(Retention.ofReadings(HOUR));
        journal.append(observed(WEB, 0));
        journal.append(decided(WEB, 0, 4, 7));
        assertThat(heard).isEmpty();
        journal.commit();
        journal.append(acted(WEB, 0));
        journal.commit();
        journal.commit();
        assertThat(heard).containsExactly(observed(WEB, 0), decided(WEB, 0, 4, 7), acted(WEB, 0));
    }

    @Test
    void whatCannotBeCommittedIsHeardOnceItIs() {
        var store = new FailingJournal(new InMemoryJournal(HOUR));
        store.breakDown(Fault.FULL);
        Journal journal = new HeardJournal(store, listener);
        journal.append(decided(WEB, 0, 4, 7));
        assertThatExceptionOfType(JournalException.class).isThrownBy(journal::commit);
        assertThat(heard).isEmpty();
        store.mend();
        journal.commit();
        assertThat(heard).containsExactly(decided(WEB, 0, 4, 7));
    }

    @Test
    void whoListensSavesInTheSameCommitAndHearsWhereItEnds() {
        Journal journal = journal(Retention.ofReadings(HOUR));
        told.add(new TreeMap<>(Map.of("listener", 7L)));
        journal.append(observed(WEB, 0));
        journal.append(decided(WEB, 0, 4, 7));
        assertThat(journal.told()).isEmpty();
        journal.commit();
        assertThat(journal.told()).containsExactly(Map.entry("listener", 7L));
        assertThat(ends).containsExactly(2L);
    }
}
