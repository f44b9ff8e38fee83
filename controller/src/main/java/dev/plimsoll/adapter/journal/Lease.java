// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.journal;

import dev.plimsoll.control.JournalException;
import dev.plimsoll.control.JournalException.Fault;
import java.time.Duration;
import org.jdbi.v3.core.Handle;

/**
 * Who may write: one owner at a time, for a while that each commit begins anew. Every take-over
 * begins a new epoch, and a write in an older one is refused, however long its writer slept. Time
 * is the store's, so that the clocks of controllers do not matter.
 *
 * @param owner a name that stays the same when the same controller starts again
 * @param length how long after its last commit an owner is waited for
 */
public record Lease(String owner, Duration length) {
    /** Later than any before it, of this store or of one that it takes the place of. */
    private static final String NEXT_EPOCH =
            "GREATEST(epoch + 1, CAST(EXTRACT(EPOCH FROM CURRENT_TIMESTAMP) AS BIGINT))";

    public Lease {
        if (owner.isBlank() || length.isNegative()) {
            throw new IllegalArgumentException(
                    "lease of '%s' for %s: give a name and a time of at least 0"
                            .formatted(owner, length));
        }
    }

    /** Begins a new epoch, unless another owner still has the journal. */
    long take(Handle handle, String store) {
        int taken =
                handle.createUpdate(
                                "UPDATE journal SET owner = :owner, epoch = "
                                        + NEXT_EPOCH
                                        + ", held_until = "
                                        + heldUntil()
                                        + " WHERE owner = :owner OR held_until <="
                                        + " CURRENT_TIMESTAMP")
                        .bind("owner", owner)
                        .execute();
        if (taken == 0) {
            throw new JournalException(Fault.BUSY, store, holder(handle));
        }
        return handle.select("SELECT epoch FROM journal").mapTo(Long.class).one();
    }

    private static String holder(Handle handle) {
        return handle.select(
                        "SELECT 'held by ' || owner || ' until ' || CAST(held_until AS VARCHAR(40))"
                                + " FROM journal")
                .mapTo(String.class)
                .one();
    }

    /** Lets the next one in at once, if it is still this epoch. */
    static int release(Handle handle, long epoch) {
        return handle.createUpdate(
                        "UPDATE journal SET held_until = CURRENT_TIMESTAMP WHERE epoch = :epoch")
                .bind("epoch", epoch)
                .execute();
    }

    /** The SQL of when it ends if it begins now. */
    String heldUntil() {
        return "CURRENT_TIMESTAMP + INTERVAL '%d' SECOND".formatted(length.toSeconds());
    }
}
