// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import dev.plimsoll.control.JournalEntry.Acted;
import dev.plimsoll.control.JournalEntry.Decided;
import dev.plimsoll.control.JournalEntry.Instructed;
import dev.plimsoll.control.JournalEntry.Observed;
import dev.plimsoll.guard.Guard;
import dev.plimsoll.model.WorkloadId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Decides a journal's observations again, from the knowledge that stood before them, and compares.
 * The same code that decided live decides here, so that any difference is a defect.
 */
public final class Replay {
    private Replay() {}

    /** A decision that did not come out as it stands in the journal, or does not stand there. */
    public record Difference(Optional<DecisionRecord> journalled, DecisionRecord replayed) {}

    /** What a replay found. */
    public record Result(int decisions, List<Difference> differences) {}

    /**
     * Replays entries, in the order of the journal, on {@code knowledge}, which is as it was before
     * the first of them and is moved on by them.
     */
    public static Result of(List<JournalEntry> entries, Knowledge knowledge) {
        Guard guard = new Guard();
        List<DecisionRecord> replayed = new ArrayList<>();
        for (JournalEntry entry : entries) {
            switch (entry) {
                case Observed observed ->
                        replayed.add(knowledge.decide(observed, guard).remembered());
                case Decided _ -> {} // decided anew from what was observed
                case Acted _, Instructed _ -> knowledge.fold(entry);
            }
        }
        return new Result(replayed.size(), differences(entries, replayed));
    }

    private static List<Difference> differences(
            List<JournalEntry> entries, List<DecisionRecord> replayed) {
        List<Difference> differences = new ArrayList<>();
        Map<WorkloadId, Deque<Decided>> journalled = journalled(entries);
        for (DecisionRecord decision : replayed) {
            Deque<Decided> decided = journalled.get(decision.outlook().workload().id());
            while (decided != null
                    && !decided.isEmpty()
                    && decided.getFirst().until().isBefore(decision.at())) {
                decided.removeFirst();
            }
            Optional<Decided> covering =
                    Optional.ofNullable(decided)
                            .map(Deque::peekFirst)
                            .filter(d -> !d.at().isAfter(decision.at()));
            if (covering.filter(d -> matches(d, decision)).isEmpty()) {
                differences.add(new Difference(covering.map(Decided::record), decision));
            }
        }
        return differences;
    }

    private static Map<WorkloadId, Deque<Decided>> journalled(List<JournalEntry> entries) {
        Map<WorkloadId, Deque<Decided>> journalled = new TreeMap<>();
        for (JournalEntry entry : entries) {
            if (entry instanceof Decided decided) {
                journalled
                        .computeIfAbsent(decided.workload(), _ -> new ArrayDeque<>())
                        .add(decided);
            }
        }
        return journalled;
    }

    private static boolean matches(Decided decided, DecisionRecord decision) {
        return decision.at().equals(decided.at())
                ? decision.equals(decided.record())
                : decision.repeats(decided.record());
    }
}
