// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.guard;

import dev.plimsoll.model.Action;
import dev.plimsoll.model.Instruction.Leave;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reviews proposals by the {@link Rule}s, in their order, and withholds what passes them where the
 * owner's consent does not reach and no person gave leave. Pure: the same review gives the same
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
            return changing(review, replicas, List.copyOf(clamps));
        }
        return clamps.isEmpty() ? Verdict.Unchanged.INSTANCE : refusal(List.copyOf(clamps));
    }

    private static Verdict changing(Review review, int replicas, List<Clamp> clamps) {
        int asked = asked(clamps, replicas);
        return ConsentRules.withholding(asked, review)
                .<Verdict>map(why -> withheld(review, replicas, why, clamps))
                .orElseGet(() -> {
                    var leave = ConsentRules.leave(asked, review);
                    return new Verdict.Approved(approve(review, replicas, leave), clamps);
                });
    }

    /** The number that a person may have to be asked about: the one before an approval cut it. */
    private static int asked(List<Clamp> clamps, int replicas) {
        return !clamps.isEmpty() && clamps.getLast().rule() == Rule.APPROVAL
                ? clamps.getLast().before()
                : replicas;
    }

    /** Who would leave is chosen when it is carried out. */
    private static Verdict withheld(
            Review review, int replicas, Withholding why, List<Clamp> clamps) {
        var action = new Action.Scale(review.workload().id(), review.current(), replicas);
        return new Verdict.Withheld(action, review.inventory().version(), why, clamps);
    }

    private static ApprovedAction approve(Review review, int replicas, Optional<Leave> leave) {
        int current = review.current();
        List<String> victims =
                replicas < current ? Victims.choose(current - replicas, review) : List.of();
        var action = new Action.Scale(review.workload().id(), current, replicas, victims);
        return new ApprovedAction(action, review.inventory().version(), leave);
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
