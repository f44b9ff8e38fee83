// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.app;

import dev.plimsoll.control.JournalEntry;
import dev.plimsoll.control.JournalEntry.Acted;
import dev.plimsoll.control.JournalEntry.Decided;
import dev.plimsoll.control.JournalEntry.Instructed;
import dev.plimsoll.control.JournalEntry.Observed;
import dev.plimsoll.model.Instruction;
import dev.plimsoll.server.DecisionJson;
import dev.plimsoll.server.control.ControllerFigures;
import dev.plimsoll.server.control.ControllerState.Turns;
import dev.plimsoll.server.control.OutcomeText;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts what a controller does, from one session to the next. Thread-safe. */
final class Tally {
    private final DurationTally cycles = new DurationTally();
    private final DurationTally commits = new DurationTally();
    private final SortedMap<String, Long> decisions = zeros(DecisionJson.VERDICTS);
    private final SortedMap<String, Long> actions = zeros(OutcomeText.NAMES);
    private final SortedMap<String, Long> instructions = zeros(Instruction.LABELS);
    private long ticks;
    private long failed;

    synchronized void cycle(Duration took) {
        cycles.took(took);
    }

    synchronized void tick() {
        ticks++;
    }

    synchronized void failedTurn() {
        failed++;
    }

    synchronized void committed(Duration took) {
        commits.took(took);
    }

    synchronized void appended(JournalEntry entry) {
        switch (entry) {
            case Observed _ -> {}
            case Decided decided ->
                    count(decisions, DecisionJson.verdict(decided.record().verdict()));
            case Acted acted -> count(actions, OutcomeText.name(acted.outcome()));
            case Instructed instructed -> count(instructions, instructed.instruction().label());
        }
    }

    synchronized Turns turns() {
        return new Turns(cycles.count(), ticks, cycles.longest(), cycles.total());
    }

    synchronized ControllerFigures figures() {
        return new ControllerFigures(
                cycles.histogram(),
                commits.histogram(),
                ticks,
                failed,
                decisions,
                actions,
                instructions);
    }

    private static void count(SortedMap<String, Long> counts, String name) {
        counts.merge(name, 1L, Long::sum);
    }

    /** A series that begins with its first event hides that event from a rate. */
    private static SortedMap<String, Long> zeros(List<String> names) {
        SortedMap<String, Long> counts = new TreeMap<>();
        names.forEach(name -> counts.put(name, 0L));
        return counts;
    }
}
