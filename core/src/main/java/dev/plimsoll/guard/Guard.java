// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.guard;

import dev.plimsoll.model.Action;
import java.util.ArrayList;
import java.util.List;

/**
 * Reviews proposals by the {@link Rule}s, in their order. Pure: the same review gives the same
 * verdict, and nothing is changed by it. Immutable, thread-safe.
 */
public final class Guard {
    private static final Rule[] RULES = Rule.values();

    public Verdict review(Review review) {
        List<Clamp> clamps = List.of();
        int replicas = review.proposal().target();
        for (Rule rule : RULES) {
            int limited = rule.limit(replicas, review);
            if (limited != replicas) {
                clamps = with(clamps, new Clamp(rule, replicas, limited));
                replicas = limited;
            }
        }
        if (replicas != review.current()) {
            var action = new Action.Scale(review.workload().id(), review.current(), replicas);
            long version = review.snapshot().inventory().version();
            return new Verdict.Approved(new ApprovedAction(action, version), List.copyOf(clamps));
        }
        return clamps.isEmpty() ? Verdict.Unchanged.INSTANCE : refusal(List.copyOf(clamps));
    }

    private static Verdict refusal(List<Clamp> clamps) {
        boolean passing = clamps.getLast().rule().isPassing();
        return passing ? new Verdict.Deferred(clamps) : new Verdict.Rejected(clamps);
    }

    private static List<Clamp> with(List<Clamp> clamps, Clamp clamp) {
        List<Clamp> longer = new ArrayList<>(clamps);
        longer.add(clamp);
        return longer;
    }
}
