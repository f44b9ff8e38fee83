// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.webhook;

import java.time.Instant;

/**
 * An event as it is sent, with the same bytes at each attempt.
 *
 * @param since when it began to wait
 * @param behind up to this position of the journal, all that is told stands before it
 */
record Letter(String id, String body, Instant since, long behind) {
    /** The same behind another position. */
    Letter behind(long position) {
        return new Letter(id, body, since, position);
    }
}
