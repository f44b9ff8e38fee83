// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.server.control;

import dev.plimsoll.control.JournalEntry.Acted;
import dev.plimsoll.control.JournalEntry.Decided;
import dev.plimsoll.control.JournalStream;
import dev.plimsoll.control.Kept;
import dev.plimsoll.control.Outcome;
import dev.plimsoll.control.Pages;
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
 * What the journal of a desk holds of the past of one workload, or of all. Whatever it is asked,
 * the entries are read page by page, and no more than was asked for is kept.
 */
final class Archive {
    /** How far back the last entries before an instant are sought: further only if need be. */
    private static final List<Duration> REACH =
            List.of(Duration.ofMinutes(5), Duration.ofHours(2), Duration.ofDays(2));

    private final Desk desk;
    private final Selection covered;

    private Archive(Desk desk, Selection covered) {
        this.desk = desk;
        this.covered = covered;
    }

    static Archive of(Desk desk, WorkloadId workload) {
        return new Archive(desk, Selection.ALL.of(workload));
    }

    static Archive whole(Desk desk) {
        return new Archive(desk, Selection.ALL);
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
                covered.of(JournalStream.DECISIONS).between(from, to),
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
                covered.of(JournalStream.ACTIONS).between(decided, decided.plus(REACH.getLast())),
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
                covered.of(JournalStream.DECISIONS, JournalStream.ACTIONS).between(since, until),
                kept -> {
                    entries.addLast(kept);
                    if (entries.size() > limit) {
                        entries.removeFirst();
                    }
                });
        return List.copyOf(entries);
    }

    /**
     * The last entries until an instant.
     *
     * @param now from which on they are sought backwards
     */
    List<Kept> newest(Instant now, Instant until, int limit) {
        for (Duration reach : REACH) {
            List<Kept> found = entries(now.minus(reach), until, limit);
            if (found.size() == limit) {
                return found;
            }
        }
        return entries(Instant.MIN, until, limit);
    }

    private void pages(Selection selection, Consumer<Kept> reader) {
        Pages.read(desk::read, selection, reader);
    }
}
