// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import dev.plimsoll.control.JournalEntry.Instructed;
import dev.plimsoll.model.Instruction;
import dev.plimsoll.model.WorkloadId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Brings back what was known of workloads: the snapshot that was saved last of each, and the
 * entries behind it. One of which there is no snapshot that can be used learns from what the
 * journal holds of its last day; until that tells what it needs, its policy holds.
 */
public final class Restoration {
    private static final Duration LEARNED_FROM = Duration.ofDays(1);

    /** About so many workloads lie side by side in a store: who reads one reads them all. */
    private static final int SIDE_BY_SIDE = 128;

    private final Journal journal;
    private final Function<WorkloadId, WorkloadKnowledge> fresh;
    private final SortedMap<WorkloadId, String> anew = new TreeMap<>();

    private Restoration(Journal journal, Function<WorkloadId, WorkloadKnowledge> fresh) {
        this.journal = journal;
        this.fresh = fresh;
    }

    /**
     * What a restoration came to.
     *
     * @param anew the workloads whose snapshot could not be used, and why
     */
    public record Restored(Knowledge knowledge, SortedMap<WorkloadId, String> anew) {}

    /**
     * Restores workloads to where the journal ends.
     *
     * @param fresh makes what is known of a workload before anything was seen
     * @param now the end of the day that one without a snapshot learns from
     */
    public static Restored of(
            Journal journal,
            SortedSet<WorkloadId> workloads,
            Function<WorkloadId, WorkloadKnowledge> fresh,
            Instant now) {
        Restoration restoration = new Restoration(journal, fresh);
        return new Restored(restoration.restore(workloads, now), restoration.anew);
    }

    private Knowledge restore(SortedSet<WorkloadId> workloads, Instant now) {
        Map<WorkloadId, WorkloadKnowledge> known = new TreeMap<>();
        SortedMap<WorkloadId, Long> positions = new TreeMap<>();
        SortedSet<WorkloadId> unknown = new TreeSet<>();
        for (WorkloadId workload : workloads) {
            Optional<KnowledgeSnapshot> saved = journal.saved(workload);
            Optional<WorkloadKnowledge> restored = saved.flatMap(this::restored);
            if (restored.isPresent()) {
                positions.put(workload, saved.get().position());
                known.put(workload, restored.get());
            } else {
                known.put(workload, fresh.apply(workload));
                unknown.add(workload);
            }
        }
        Knowledge knowledge = new Knowledge(known);
        Selection day = Selection.ALL.between(now.minus(LEARNED_FROM), Instant.MAX);
        unknown.removeIf(workload -> isEmpty(day.of(JournalStream.DECISIONS).of(workload)));
        learn(knowledge, unknown, day);
        follow(knowledge, positions);
        return knowledge;
    }

    private Optional<WorkloadKnowledge> restored(KnowledgeSnapshot saved) {
        WorkloadKnowledge knowledge = fresh.apply(saved.workload());
        try {
            knowledge.restore(saved.bytes());
            return Optional.of(knowledge);
        } catch (IllegalArgumentException e) {
            anew.put(saved.workload(), String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private boolean isEmpty(Selection selection) {
        return journal.read(selection.first(1)).isEmpty();
    }

    /** Folds in a day of those of whom nothing was saved: few by themselves, many in one pass. */
    private void learn(Knowledge knowledge, SortedSet<WorkloadId> unknown, Selection day) {
        if (unknown.size() * SIDE_BY_SIDE < knowledge.size()) {
            unknown.forEach(workload -> learnFrom(day.of(workload), knowledge, unknown));
        } else if (!unknown.isEmpty()) {
            learnFrom(day, knowledge, unknown);
        }
    }

    private void learnFrom(Selection day, Knowledge knowledge, SortedSet<WorkloadId> unknown) {
        Pages.read(
                journal::read,
                day,
                kept -> {
                    JournalEntry entry = kept.entry();
                    if (unknown.contains(entry.workload()) && !mayBeOfAnotherPolicy(entry)) {
                        knowledge.fold(entry);
                    }
                });
    }

    /** Where what was saved cannot be used, nobody knows which policy had proved itself. */
    private boolean mayBeOfAnotherPolicy(JournalEntry entry) {
        return entry instanceof Instructed instructed
                && instructed.instruction() instanceof Instruction.Promote
                && anew.containsKey(instructed.workload());
    }

    /** Folds in what stands behind the snapshots. */
    private void follow(Knowledge knowledge, SortedMap<WorkloadId, Long> positions) {
        Optional<Long> first = positions.values().stream().min(Long::compare);
        if (first.isPresent()) {
            Pages.read(
                    journal::read,
                    Selection.ALL.after(first.get()),
                    kept -> {
                        Long position = positions.get(kept.entry().workload());
                        if (position != null && kept.position() > position) {
                            knowledge.fold(kept.entry());
                        }
                    });
        }
    }
}
