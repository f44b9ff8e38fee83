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
    private final List<Rule> rules;

    public Guard() {
        this(List.of(Rule.values()));
    }

    /** By some of the rules only: for tests that show what each of them is for. */
    Guard(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    public Verdict review(Review review) {
        List<Clamp> clamps = List.of();
        int replicas = review.proposal().target();
        for (int i = 0; i < rules.size(); i++) {
            int limited = rules.get(i).limit(replicas, review);
            if (limited != replicas) {
                clamps = with(clamps, new Clamp(rules.get(i), replicas, limited));
                replicas = limited;
            }
        }
        if (replicas != review.current()) {
            return new Verdict.Approved(approve(review, replicas), List.copyOf(clamps));
        }
        return clamps.isEmpty() ? Verdict.Unchanged.INSTANCE : refusal(List.copyOf(clamps));
    }

    private static ApprovedAction approve(Review review, int replicas) {
        int current = review.current();
        List<String> victims =
                replicas < current ? Victims.choose(current - replicas, review) : List.of();
        var action = new Action.Scale(review.workload().id(), current, replicas, victims);
        return new ApprovedAction(action, review.inventory().version());
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
