// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import java.util.List;

/**
 * Everything that was seen, decided and done. A decision that repeats the workload's last one adds
 * no entry: the last one's {@code until} moves on.
 */
public interface Journal {
    /** Adds an entry; it is kept for certain only once {@link #commit} has returned. */
    void append(JournalEntry entry);

    /** Makes all that was appended durable. Called before the first action of a cycle. */
    void commit();

    /** All committed entries that are still kept, in the order in which they were appended. */
    List<JournalEntry> read();
}
