// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.journal;

import dev.plimsoll.adapter.journal.Batch.Head;
import dev.plimsoll.control.Selection;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/**
 * Which positions are too early for an instant. What is sought from there on need not be sought
 * among all that is older. Holds whatever clocks do: each commit notes the latest instant of which
 * the journal tells.
 */
final class PositionFloor {
    private PositionFloor() {}

    /** The last position up to which all entries are known to be earlier than the instant. */
    static long of(Handle handle, Instant from) {
        return handle.createQuery(
                        "SELECT position FROM reached WHERE reached_at < :from"
                                + " ORDER BY reached_at DESC, position DESC LIMIT 1")
                .bind("from", Nanos.of(from))
                .mapTo(Long.class)
                .findFirst()
                .orElse(Selection.START);
    }

    /** Notes where a commit ends, if it brought an entry. */
    static void reach(Handle handle, Head head) {
        handle.createUpdate(
                        "INSERT INTO reached (position, reached_at) SELECT :position, :at"
                                + " WHERE NOT EXISTS"
                                + " (SELECT 1 FROM reached WHERE position = :position)"
                                + " AND :position > 0")
                .bind("position", head.lastPosition())
                .bind("at", Nanos.of(head.newest()))
                .execute();
    }

    /** Those below a floor are not asked for any more. */
    static void forget(Handle handle, long floor) {
        handle.execute("DELETE FROM reached WHERE position < ?", floor);
    }
}
