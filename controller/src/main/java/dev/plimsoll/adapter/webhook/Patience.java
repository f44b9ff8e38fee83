// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.webhook;

import java.time.Duration;

/**
 * How much is borne from a receiver.
 *
 * @param answer how long it has to begin an answer
 * @param giveUp how long an event is tried
 * @param events how many wait at most; then the oldest are dropped
 * @param closing how long the last ones are tried at the end
 */
public record Patience(Duration answer, Duration giveUp, int events, Duration closing) {
    public static final Patience USUAL =
            new Patience(Duration.ofSeconds(10), Duration.ofHours(24), 1000, Duration.ofSeconds(5));

    public Patience {
        if (!answer.isPositive() || giveUp.isNegative() || events < 1 || closing.isNegative()) {
            throw new IllegalArgumentException(
                    ("patience of %s for an answer, %s for an event, %d events, %s at the end:"
                                    + " give an answer and the events more than zero")
                            .formatted(answer, giveUp, events, closing));
        }
    }
}
