// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.history;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How well a model that was learned from the leading part of a past reproduces the rest of it, with
 * the replicas that really ran. Its error is that of the worst aspect: a result needs all of them.
 * In a window the model is off by |model − seen| over the larger of the two, 0 to 1, and windows
 * count by their requests. A median would not see what is wrong for less than half of the time; a
 * mean of shares of what was seen would be governed by a few spikes.
 *
 * @param aspects in the order of {@link Aspect}, those that can be compared
 * @param doubts why the result is not to be trusted, a sentence each, without an end; empty if it
 *     may be
 */
public record Reproduction(List<AspectError> aspects, List<String> doubts) {
    /** Beyond this error a result is not to be trusted. */
    public static final double MOST_ERROR = 0.15;

    public Reproduction {
        aspects = List.copyOf(aspects);
        doubts = List.copyOf(doubts);
    }

    public boolean isTrusted() {
        return doubts.isEmpty();
    }

    /** The error of the worst aspect; absent if nothing was seen that could be compared. */
    public OptionalDouble error() {
        return aspects.stream().max(Comparator.comparingDouble(AspectError::error)).stream()
                .mapToDouble(AspectError::error)
                .findFirst();
    }

    /** The requests in windows that were seen to violate; absent without the tail latency. */
    public OptionalDouble violationsSeen() {
        return aspects.stream()
                .filter(each -> each.aspect() == Aspect.VIOLATIONS)
                .mapToDouble(AspectError::seen)
                .findFirst();
    }
}
