// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import dev.plimsoll.control.JournalEntry.Decided;
import dev.plimsoll.control.JournalEntry.Observed;
import dev.plimsoll.model.WorkloadId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The in-memory twin of a journal. Observations are kept for a bounded time, decisions and actions
 * for as long as it lives. Not thread-safe.
 */
public final class InMemoryJournal implements Journal {
    /** Keeps what was appended, in order; a repeated decision only moves {@code until}. */
    private static final class Slot {
        private final long sequence;
        private final JournalEntry entry;
        private Instant until;

        private Slot(long sequence, JournalEntry entry) {
            this.sequence = sequence;
            this.entry = entry;
            this.until = entry.at();
        }

        private JournalEntry entry() {
            return entry instanceof Decided decided ? new Decided(decided.record(), until) : entry;
        }
    }

    private final Duration keepObservations;
    private final Deque<Slot> observations = new ArrayDeque<>();
    private final List<Slot> decisionsAndActions = new ArrayList<>();
    private final Map<WorkloadId, Slot> lastDecisions = new TreeMap<>();
    private final List<JournalEntry> uncommitted = new ArrayList<>();
    private long sequence;

    public InMemoryJournal(Duration keepObservations) {
        this.keepObservations = keepObservations;
    }

    @Override
    public void append(JournalEntry entry) {
        uncommitted.add(entry);
    }

    @Override
    public void commit() {
        for (int i = 0; i < uncommitted.size(); i++) {
            keep(uncommitted.get(i));
        }
        uncommitted.clear();
    }

    @Override
    public List<JournalEntry> read() {
        List<Slot> slots = new ArrayList<>(observations);
        slots.addAll(decisionsAndActions);
        slots.sort(Comparator.comparingLong(slot -> slot.sequence));
        return slots.stream().map(Slot::entry).toList();
    }

    private void keep(JournalEntry entry) {
        switch (entry) {
            case Observed observed -> keep(observed);
            case Decided decided -> keep(decided);
            case JournalEntry.Acted acted -> decisionsAndActions.add(new Slot(sequence++, acted));
        }
    }

    private void keep(Observed observed) {
        Instant oldest = observed.at().minus(keepObservations);
        while (!observations.isEmpty() && observations.getFirst().entry.at().isBefore(oldest)) {
            observations.removeFirst();
        }
        observations.addLast(new Slot(sequence++, observed));
    }

    private void keep(Decided decided) {
        Slot last = lastDecisions.get(decided.workload());
        if (last != null
                && last.entry instanceof Decided earlier
                && decided.record().repeats(earlier.record())) {
            last.until = decided.until();
            return;
        }
        Slot slot = new Slot(sequence++, decided);
        lastDecisions.put(decided.workload(), slot);
        decisionsAndActions.add(slot);
    }
}
