// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import dev.plimsoll.guard.Verdict;
import dev.plimsoll.model.Action;
import dev.plimsoll.plan.Outlook;
import dev.plimsoll.plan.Proposal;
import dev.plimsoll.plan.Purpose;
import dev.plimsoll.plan.Reversal;
import dev.plimsoll.plan.Want;
import java.time.Instant;

/** One decision for one workload, with all that it rests on. "No action" is a decision too. */
public record DecisionRecord(Outlook outlook, Want want, Proposal proposal, Verdict verdict) {
    public Instant at() {
        return outlook.at();
    }

    /** Whether replicas are to be added. */
    boolean adds() {
        return added() > 0;
    }

    /**
     * Whether a reader who knows the earlier record learns nothing from this one: no action and no
     * answer to a person, and the same target for the same reason, the same rules binding, the same
     * forecaster and the same quality of evidence.
     */
    public boolean repeats(DecisionRecord earlier) {
        return verdict.passed().isEmpty()
                && !Reversal.isAskedFor(proposal)
                && proposal.target() == earlier.proposal.target()
                && proposal.reason() == earlier.proposal.reason()
                && proposal.version() == earlier.proposal.version()
                && want.reason() == earlier.want.reason()
                && verdict.equals(earlier.verdict)
                && forecaster().equals(earlier.forecaster())
                && outlook.snapshot().readings().sameQuality(earlier.outlook.snapshot().readings());
    }

    /**
     * Whether knowledge moves on by it: by each of a cycle; by one between two cycles if it adds,
     * or if a wait for more ended without need.
     */
    boolean counts(Clock clock) {
        boolean rests = verdict.passed().isEmpty();
        return clock == Clock.CYCLE || adds() || (rests && proposal.purpose() == Purpose.PLAN);
    }

    /** The replicas that it adds; 0 if it adds none. */
    int added() {
        return verdict.passed().map(DecisionRecord::added).orElse(0);
    }

    /** The same without authority, as a journal holds it. */
    DecisionRecord remembered() {
        return verdict instanceof Verdict.Approved
                ? new DecisionRecord(outlook, want, proposal, verdict.remembered())
                : this;
    }

    private static int added(Action action) {
        return switch (action) {
            case Action.Scale(var _, int from, int to, var _) -> Math.max(0, to - from);
        };
    }

    private String forecaster() {
        return outlook.bound().forecaster();
    }
}
