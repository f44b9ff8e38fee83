// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.server.control;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a policy that does not act yet would have brought. Immutable.
 *
 * @param at when it was judged
 * @param sentence what it came to
 * @param figures empty where it could not be judged
 */
public record ScorecardState(Instant at, String sentence, Optional<Figures> figures) {
    /**
     * Of the part of the past that judges.
     *
     * @param error with which the model reproduces what was seen, a share
     * @param doubts why they are not to be trusted; empty if they are
     */
    public record Figures(
            long judgedSeconds,
            Run policy,
            Run recorded,
            OptionalDouble error,
            List<String> doubts) {
        public Figures {
            doubts = List.copyOf(doubts);
        }
    }

    /**
     * How it went with somebody.
     *
     * @param violations the share of the requests that were violated
     */
    public record Run(OptionalDouble violations, OptionalDouble replicaHours) {}
}
