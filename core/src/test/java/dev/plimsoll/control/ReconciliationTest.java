// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.plimsoll.control.JournalEntry.Acted;
import dev.plimsoll.control.JournalEntry.Decided;
import dev.plimsoll.guard.Verdict;
import dev.plimsoll.model.Action;
import dev.plimsoll.model.Inventory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a platform shows of an action whose outcome nobody saw. */
class ReconciliationTest {
    private static final Instant NOW = Entries.second(100);
    private static final Decided DECIDED = Entries.decided(Entries.WEB, 15, 4, 7);
    private static final Action ACTION = DECIDED.record().verdict().passed().orElseThrow();
    private static final long VERSION =
            DECIDED.record().verdict()
                            instanceof Verdict.Remembered(var _, long version, var _, var _)
                    ? version
                    : -1;

    @Test
    void atTheVersionThatItWasApprovedForNothingHasHappened() {
        assertOutcome(List.of(web(4, VERSION)), new Outcome.Unsent(ACTION, NOW));
    }

    @Test
    void atALaterVersionAndTheNumberThatWasAskedForItWasApplied() {
        assertOutcome(List.of(web(7, VERSION + 1)), new Outcome.Applied(ACTION, NOW));
    }

    @Test
    void atALaterVersionAndAnotherNumberNobodyKnows() {
        assertOutcome(List.of(web(5, VERSION + 1)), interrupted());
        assertOutcome(List.of(web(4, VERSION + 2)), interrupted());
    }

    @Test
    void ofAWorkloadThatIsGoneNobodyKnows() {
        assertOutcome(List.of(), interrupted());
    }

    @Test
    void eachUnfinishedOneIsToldOnce() {
        Decided work = Entries.decided(Entries.WORK, 30, 4, 9);
        List<Acted> acted =
                Reconciliation.of(List.of(DECIDED, work), List.of(web(7, VERSION + 1)), NOW);
        assertThat(acted)
                .extracting(Acted::workload, Acted::decided)
                .containsExactly(tuple(Entries.WEB, DECIDED.at()), tuple(Entries.WORK, work.at()));
    }

    @Test
    void onceItIsToldItIsFinished() {
        Journal journal = new InMemoryJournal(Duration.ofDays(1));
        journal.append(DECIDED);
        journal.commit();
        assertThat(journal.unfinished()).hasSize(1);
        Reconciliation.of(journal.unfinished(), List.of(web(4, VERSION)), NOW)
                .forEach(journal::append);
        journal.commit();
        assertThat(journal.unfinished()).isEmpty();
    }

    private static void assertOutcome(List<Inventory> inventory, Outcome outcome) {
        assertThat(Reconciliation.of(List.of(DECIDED), inventory, NOW))
                .containsExactly(new Acted(DECIDED.at(), outcome));
    }

    private static Outcome interrupted() {
        return new Outcome.Failed(ACTION, NOW, PlatformException.Fault.INTERRUPTED);
    }

    private static Inventory web(int desired, long version) {
        return new Inventory(Entries.WEB, desired, desired, version, List.of());
    }
}
