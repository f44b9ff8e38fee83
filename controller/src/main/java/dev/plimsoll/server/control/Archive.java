// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.server.control;

import dev.plimsoll.control.JournalEntry.Acted;
import dev.plimsoll.control.JournalEntry.Decided;
import dev.plimsoll.control.JournalStream;
import dev.plimsoll.control.Kept;
import dev.plimsoll.control.Outcome;
import dev.plimsoll.control.Selection;
import dev.plimsoll.model.WorkloadId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the journal of a desk holds of one workload's past. Whatever it is asked, the entries are
 * read page by page, and no more than was asked for is kept.
 */
final class Archive {
    private static final int PAGE = 500;

    /** How far back the last decision before an instant is sought: further only if need be. */
    private static final List<Duration> REACH =
            List.of(Duration.ofMinutes(5), Duration.ofHours(2), Duration.ofDays(2));

    private final Desk desk;
    private final Selection ofWorkload;

    Archive(Desk desk, WorkloadId workload) {
        this.desk = desk;
        this.ofWorkload = Selection.ALL.of(workload);
    }

    /** The decision in force at an instant: the last one that was made until then. */
    Optional<Decided> decision(Instant at) {
        for (Duration reach : REACH) {
            Optional<Decided> found = last(at.minus(reach), at);
            if (found.isPresent()) {
                return found;
            }
        }
        return last(Instant.MIN, at);
    }

    private Optional<Decided> last(Instant from, Instant to) {
        List<Kept> last = new ArrayList<>();
        pages(
                ofWorkload.of(JournalStream.DECISIONS).between(from, to),
                kept -> {
                    last.clear();
                    last.add(kept);
                });
        return last.stream().map(kept -> (Decided) kept.entry()).findFirst();
    }

    /** What became of an action that was decided then, if it is known. */
    Optional<Outcome> outcome(Instant decided) {
        List<Outcome> found = new ArrayList<>();
        pages(
                ofWorkload
                        .of(JournalStream.ACTIONS)
                        .between(decided, decided.plus(REACH.getLast())),
                kept -> {
                    if (kept.entry() instanceof Acted(Instant of, Outcome outcome)
                            && of.equals(decided)) {
                        found.add(outcome);
                    }
                });
        return found.stream().findFirst();
    }

    /** The last entries between two instants, both included, of what was decided, done and said. */
    List<Kept> entries(Instant since, Instant until, int limit) {
        Deque<Kept> entries = new ArrayDeque<>();
        pages(
                ofWorkload.of(JournalStream.DECISIONS, JournalStream.ACTIONS).between(since, until),
                kept -> {
                    entries.addLast(kept);
                    if (entries.size() > limit) {
                        entries.removeFirst();
                    }
                });
        return List.copyOf(entries);
    }

    private void pages(Selection selection, Consumer<Kept> reader) {
        Selection next = selection.first(PAGE);
        List<Kept> page = desk.read(next);
        while (!page.isEmpty()) {
            page.forEach(reader);
            next = next.after(page.getLast().position());
            page = page.size() < PAGE ? List.of() : desk.read(next);
        }
    }
}
