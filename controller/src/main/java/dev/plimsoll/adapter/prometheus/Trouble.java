// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.prometheus;

import dev.plimsoll.telemetry.Reading.Cause;

/**
 * Why a signal could not be read.
 *
 * @param clause what follows the query in a sentence, or the name of the server
 */
record Trouble(Cause cause, String clause) {

    /** Of a question without an answer that can be used. */
    static Trouble of(Fault fault, String detail) {
        return switch (fault) {
            case UNREACHABLE, TIMED_OUT -> new Trouble(Cause.UNREACHABLE, detail);
            case TOO_LARGE, UNREADABLE -> new Trouble(Cause.UNREADABLE, detail);
            case REFUSED -> new Trouble(Cause.REFUSED, detail);
        };
    }

    /** The same of a question that has no answer for it. */
    Trouble unanswered() {
        return new Trouble(cause, "has no answer: " + clause);
    }
}
