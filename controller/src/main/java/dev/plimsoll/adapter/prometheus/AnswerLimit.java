// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.prometheus;

import java.time.Duration;

/**
 * What an answer may take.
 *
 * @param timeout until its last byte is there
 * @param bytes of its body
 */
public record AnswerLimit(Duration timeout, int bytes) {
    private static final int USUAL_BYTES = 32 << 20;

    public AnswerLimit {
        if (!timeout.isPositive() || bytes < 1) {
            throw new IllegalArgumentException(
                    "time-out %s and %d bytes must be above zero".formatted(timeout, bytes));
        }
    }

    /** So long, and at most 32 MiB. */
    public static AnswerLimit of(Duration timeout) {
        return new AnswerLimit(timeout, USUAL_BYTES);
    }
}
