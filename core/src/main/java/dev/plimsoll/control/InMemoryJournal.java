// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import dev.plimsoll.control.JournalEntry.Acted;
import dev.plimsoll.control.JournalEntry.Decided;
import dev.plimsoll.control.JournalEntry.Instructed;
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
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The in-memory twin of a journal. Thread-safe. */
public final class InMemoryJournal implements Journal {
    /** Keeps what was appended, in order; a repeated decision only moves {@code until}. */
    private static final class Slot {
        private final long position;
        private final JournalEntry entry;
        private Instant until;

        private Slot(long position, JournalEntry entry) {
            this.position = position;
            this.entry = entry;
            this.until = entry.until();
        }

        private Kept kept() {
            return new Kept(position, entry());
        }

        private JournalEntry entry() {
            return entry instanceof Decided decided ? new Decided(decided.record(), until) : entry;
        }
    }

    private final Retention retention;
    private final Deque<Slot> observations = new ArrayDeque<>();
    private final List<Slot> decisionsAndActions = new ArrayList<>();
    private final Map<WorkloadId, Slot> lastDecisions = new TreeMap<>();
    private final List<Slot> unfinished = new ArrayList<>();
    private final Map<WorkloadId, KnowledgeSnapshot> knowledge = new TreeMap<>();
    private final List<Runnable> uncommitted = new ArrayList<>();
    private SortedMap<String, Long> told = new TreeMap<>();
    private long position = Selection.START;
    private Instant newest = Instant.EPOCH;

    public InMemoryJournal(Retention retention) {
        this.retention = retention;
    }

    /** Keeps observations for so long, and decisions and actions for as long as it lives. */
    public InMemoryJournal(Duration keepObservations) {
        this(Retention.ofReadings(keepObservations));
    }

    @Override
    public synchronized void append(JournalEntry entry) {
        uncommitted.add(() -> keep(entry));
    }

    @Override
    public synchronized void save(WorkloadId workload, byte[] bytes) {
        byte[] saved = bytes.clone();
        uncommitted.add(
                () -> knowledge.put(workload, new KnowledgeSnapshot(workload, position, saved)));
    }

    @Override
    public synchronized void saveTold(SortedMap<String, Long> positions) {
        SortedMap<String, Long> saved = new TreeMap<>(positions);
        uncommitted.add(() -> told = saved);
    }

    @Override
    public synchronized void commit() {
        for (int i = 0; i < uncommitted.size(); i++) {
            uncommitted.get(i).run();
        }
        uncommitted.clear();
        forgetDecisions(newest.minus(retention.decisions()));
    }

    @Override
    public synchronized List<Kept> read(Selection selection) {
        List<Slot> slots = new ArrayList<>(observations);
        slots.addAll(decisionsAndActions);
        slots.sort(Comparator.comparingLong(slot -> slot.position));
        return selection.of(slots.stream().map(Slot::kept).toList());
    }

    @Override
    public synchronized Optional<KnowledgeSnapshot> saved(WorkloadId workload) {
        return Optional.ofNullable(knowledge.get(workload));
    }

    @Override
    public synchronized SortedMap<String, Long> told() {
        return new TreeMap<>(told);
    }

    @Override
    public synchronized long end() {
        return position;
    }

    @Override
    public synchronized List<Decided> unfinished() {
        return unfinished.stream().map(slot -> (Decided) slot.entry()).toList();
    }

    private void keep(JournalEntry entry) {
        switch (entry) {
            case Observed observed -> keep(observed);
            case Decided decided -> keep(decided);
            case Acted acted -> keep(acted);
            case Instructed instructed -> decisionsAndActions.add(new Slot(++position, instructed));
        }
        newest = entry.at().isAfter(newest) ? entry.at() : newest;
    }

    private void keep(Observed observed) {
        Instant oldest = observed.at().minus(retention.readings());
        while (!observations.isEmpty() && observations.getFirst().entry.at().isBefore(oldest)) {
            observations.removeFirst();
        }
        observations.addLast(new Slot(++position, observed));
    }

    private void keep(Decided decided) {
        Slot last = lastDecisions.get(decided.workload());
        if (last != null
                && last.entry instanceof Decided earlier
                && decided.record().repeats(earlier.record())) {
            last.until = decided.until();
            return;
        }
        Slot slot = new Slot(++position, decided);
        lastDecisions.put(decided.workload(), slot);
        decisionsAndActions.add(slot);
        if (decided.record().verdict().passed().isPresent()) {
            unfinished.add(slot);
        }
    }

    private void keep(Acted acted) {
        decisionsAndActions.add(new Slot(++position, acted));
        unfinished.removeIf(slot ->
                slot.entry.at().equals(acted.decided())
                        && slot.entry.workload().equals(acted.workload()));
    }

    private void forgetDecisions(Instant oldest) {
        if (!decisionsAndActions.isEmpty()
                && decisionsAndActions.getFirst().until.isBefore(oldest)) {
            decisionsAndActions.removeIf(slot -> slot.until.isBefore(oldest) && !isNeeded(slot));
        }
    }

    private boolean isNeeded(Slot slot) {
        return lastDecisions.get(slot.entry.workload()) == slot || unfinished.contains(slot);
    }
}
