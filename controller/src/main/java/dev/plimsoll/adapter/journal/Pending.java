// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.journal;

import dev.plimsoll.adapter.journal.Batch.Head;
import dev.plimsoll.adapter.journal.Batch.NewDecision;
import dev.plimsoll.adapter.journal.Batch.NewInstruction;
import dev.plimsoll.adapter.journal.Batch.NewKnowledge;
import dev.plimsoll.adapter.journal.Batch.NewOutcome;
import dev.plimsoll.adapter.journal.Batch.Numbered;
import dev.plimsoll.control.JournalEntry;
import dev.plimsoll.control.JournalEntry.Acted;
import dev.plimsoll.control.JournalEntry.Decided;
import dev.plimsoll.control.JournalEntry.Instructed;
import dev.plimsoll.control.JournalEntry.Observed;
import dev.plimsoll.control.KnowledgeSnapshot;
import dev.plimsoll.control.Retention;
import dev.plimsoll.control.form.EntryForm;
import dev.plimsoll.model.WorkloadId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * What was appended and waits for its commit: gives each entry its position, and each workload its
 * number. Rows are packed when they are committed, on all processors. Not thread-safe.
 */
final class Pending {
    private final Retention retention;
    private final Standing standing;
    private final Unfinished unfinished;
    private final Map<WorkloadId, Integer> numbers;
    private final List<Numbered> workloads = new ArrayList<>();
    private final List<ReadingChunk> readings = new ArrayList<>();
    private final List<Supplier<NewDecision>> decisions = new ArrayList<>();
    private final List<Supplier<NewOutcome>> outcomes = new ArrayList<>();
    private final List<Supplier<NewInstruction>> instructions = new ArrayList<>();
    private final List<NewKnowledge> knowledge = new ArrayList<>();
    private SortedMap<String, Long> told;
    private Optional<SortedMap<String, Long>> newlyTold = Optional.empty();
    private long position;
    private long commits;
    private Instant readingsFrom;
    private Instant newest;

    Pending(Retention retention, Stored stored) {
        this.retention = retention;
        this.standing = stored.standing();
        this.unfinished = stored.unfinished();
        this.numbers = new TreeMap<>(stored.numbers());
        this.told = stored.told();
        this.position = stored.lastPosition();
        this.commits = stored.commits();
        this.readingsFrom = stored.readingsFrom();
        this.newest = stored.newest();
    }

    /**
     * Takes an entry in.
     *
     * @throws IllegalArgumentException if it cannot be written; nothing of it is taken in then
     */
    void append(JournalEntry entry) {
        boolean repeats = entry instanceof Decided decided && standing.repeats(decided);
        if (!repeats) {
            take(entry, EntryForm.write(entry));
        }
        newest = entry.at().isAfter(newest) ? entry.at() : newest;
    }

    private void take(JournalEntry entry, byte[] bytes) {
        int workload = number(entry.workload());
        long place = ++position;
        switch (entry) {
            case Observed observed -> observed(workload, observed, bytes);
            case Decided decided -> decided(place, workload, decided, bytes);
            case Acted acted -> {
                List<Long> finishes = unfinished.ended(acted);
                outcomes.add(() ->
                        new NewOutcome(place, workload, acted.at(), finishes, Packed.of(bytes)));
            }
            case Instructed(var at, var _, var _) ->
                    instructions.add(
                            () -> new NewInstruction(place, workload, at, Packed.of(bytes)));
        }
    }

    void save(WorkloadId workload, byte[] bytes) {
        var snapshot = new KnowledgeSnapshot(workload, position, bytes);
        knowledge.add(new NewKnowledge(number(workload), snapshot));
    }

    /** What is told already need not be written again. */
    void saveTold(SortedMap<String, Long> positions) {
        if (!positions.equals(told)) {
            told = new TreeMap<>(positions);
            newlyTold = Optional.of(told);
        }
    }

    /** All of it as one commit. */
    Batch batch() {
        List<Standing.Move> moves = standing.moves();
        Instant decisionsFrom = newest.minus(retention.decisions());
        readings.parallelStream().forEach(ReadingChunk::packed);
        Batch batch =
                new Batch(
                        ++commits,
                        new Head(position, newest, standing.pulse(), readingsFrom, decisionsFrom),
                        List.copyOf(workloads),
                        List.copyOf(readings),
                        packed(decisions),
                        moves,
                        packed(outcomes),
                        packed(instructions),
                        List.copyOf(knowledge),
                        newlyTold);
        newlyTold = Optional.empty();
        List.of(workloads, readings, decisions, outcomes, instructions, knowledge)
                .forEach(List::clear);
        return batch;
    }

    private static <T> List<T> packed(List<Supplier<T>> rows) {
        return rows.parallelStream().map(Supplier::get).toList();
    }

    private void observed(int workload, Observed observed, byte[] bytes) {
        if (readings.isEmpty() || readings.getLast().isFull()) {
            readings.add(new ReadingChunk());
        }
        readings.getLast().add(position, workload, observed.at(), bytes);
        Instant oldest = observed.at().minus(retention.readings());
        readingsFrom = oldest.isAfter(readingsFrom) ? oldest : readingsFrom;
    }

    private void decided(long place, int workload, Decided decided, byte[] bytes) {
        boolean acts = decided.record().verdict().passed().isPresent();
        decisions.add(() -> new NewDecision(place, workload, decided.at(), acts, Packed.of(bytes)));
        standing.decided(place, decided);
        if (acts) {
            unfinished.began(place, decided);
        }
    }

    private int number(WorkloadId workload) {
        Integer known = numbers.get(workload);
        if (known != null) {
            return known;
        }
        int number = numbers.size();
        numbers.put(workload, number);
        workloads.add(new Numbered(number, workload));
        return number;
    }
}
