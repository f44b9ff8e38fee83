// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import dev.plimsoll.model.WorkloadId;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which entries of a journal are to be read.
 *
 * @param streams of which streams
 * @param workload of which workload; empty for all
 * @param from the earliest instant
 * @param to the latest instant, included; a decision is there from its making until its last repeat
 * @param after only entries behind this position
 * @param limit so many at most, those that come first
 */
public record Selection(
        Set<JournalStream> streams,
        Optional<WorkloadId> workload,
        Instant from,
        Instant to,
        long after,
        int limit) {
    /** Before the first entry. */
    public static final long START = 0;

    /** Every entry. */
    public static final Selection ALL =
            new Selection(
                    EnumSet.allOf(JournalStream.class),
                    Optional.empty(),
                    Instant.MIN,
                    Instant.MAX,
                    START,
                    Integer.MAX_VALUE);

    public Selection {
        if (streams.isEmpty() || after < START || limit < 1) {
            throw new IllegalArgumentException(
                    "selection of %s after %d, at most %d: name a stream, from 0 on, at least 1"
                            .formatted(streams, after, limit));
        }
        streams = Collections.unmodifiableSet(EnumSet.copyOf(streams));
    }

    /** The same of these streams only. */
    public Selection of(JournalStream first, JournalStream... others) {
        return new Selection(EnumSet.of(first, others), workload, from, to, after, limit);
    }

    /** The same of one workload only. */
    public Selection of(WorkloadId only) {
        return new Selection(streams, Optional.of(only), from, to, after, limit);
    }

    /** The same between two instants, both included. */
    public Selection between(Instant earliest, Instant latest) {
        return new Selection(streams, workload, earliest, latest, after, limit);
    }

    /** The same behind a position. */
    public Selection after(long position) {
        return new Selection(streams, workload, from, to, position, limit);
    }

    /** The same, but only so many. */
    public Selection first(int count) {
        return new Selection(streams, workload, from, to, after, count);
    }

    /** Whether an entry is of it. */
    public boolean has(JournalEntry entry) {
        return streams.contains(JournalStream.of(entry))
                && workload.filter(only -> !only.equals(entry.workload())).isEmpty()
                && !entry.at().isAfter(to)
                && !entry.until().isBefore(from);
    }

    /** What of some entries, in the order of their positions, is of it. */
    public List<Kept> of(List<Kept> kept) {
        return kept.stream()
                .filter(one -> one.position() > after && has(one.entry()))
                .limit(limit)
                .toList();
    }
}
