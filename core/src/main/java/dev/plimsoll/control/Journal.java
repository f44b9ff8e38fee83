// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import dev.plimsoll.control.JournalEntry.Decided;
import dev.plimsoll.model.WorkloadId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Everything that was seen, decided, done and said by people. A decision that repeats the
 * workload's last one adds no entry: the last one's {@code until} moves on. An action is a decision
 * first and an outcome later; between the two it is unfinished.
 *
 * <p>One thread appends, saves and commits.
 */
public interface Journal {
    /** Adds an entry; it is kept for certain only once {@link #commit} has returned. */
    void append(JournalEntry entry);

    /**
     * Keeps what is known of a workload after all that was appended so far, instead of what was
     * kept of it before; for certain only once {@link #commit} has returned.
     */
    void save(WorkloadId workload, byte[] knowledge);

    /**
     * Keeps, instead of what was kept before, up to which position each receiver of events was told
     * all; for certain only once {@link #commit} has returned.
     *
     * @param told by the receiver's name
     */
    void saveTold(SortedMap<String, Long> told);

    /**
     * Makes all that was appended and saved durable, as a whole or not at all. Called before the
     * first action of a cycle.
     *
     * @throws JournalException if that is not certain; committing again makes it so, and writes
     *     nothing twice
     */
    void commit();

    /** The committed entries of a selection, in the order in which they were appended. */
    List<Kept> read(Selection selection);

    /** What was saved last of a workload. */
    Optional<KnowledgeSnapshot> saved(WorkloadId workload);

    /** What was saved last of those who are told events: whoever is not in it was never told. */
    SortedMap<String, Long> told();

    /** The position of the last committed entry; {@link Selection#START} before the first. */
    long end();

    /**
     * The approved decisions without an outcome, in the order in which they were appended: after a
     * restart nobody knows whether these actions were carried out.
     */
    List<Decided> unfinished();

    /** All committed entries that are still kept. */
    default List<JournalEntry> read() {
        List<JournalEntry> entries = new ArrayList<>();
        read(Selection.ALL).forEach(kept -> entries.add(kept.entry()));
        return entries;
    }
}
