// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.plan;

import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import dev.plimsoll.plan.Proposal.Alternative;
import java.time.Instant;
import java.util.List;

/**
 * Turns a policy's wants into proposals: more after the policy's wait, which most do not have; less
 * only when less has sufficed for as many cycles as the policy asks for. Not thread-safe; one for
 * each workload, part of its knowledge.
 */
public final class Planner {
    private final Policy policy;
    private final WantWindow window = new WantWindow();
    private Instant wantedMoreSince = Instant.MAX;

    public Planner(Policy policy) {
        this.policy = policy;
    }

    public Policy policy() {
        return policy;
    }

    /** Takes note of what the policy wants at this outlook. */
    public Want observe(Outlook outlook) {
        Want want = policy.want(outlook);
        window.add(want.replicas());
        if (want.replicas() <= outlook.current()) {
            wantedMoreSince = Instant.MAX;
        } else if (wantedMoreSince.equals(Instant.MAX)) {
            wantedMoreSince = outlook.at();
        }
        return want;
    }

    /** An action was approved: what was asked for before it lapses. */
    public void acted() {
        wantedMoreSince = Instant.MAX;
        if (policy.hold() == Hold.LATEST) {
            window.clear(); // what was below the number of before may not be below the new one
        }
    }

    /** A proposal led to no action: a wait that ended without need is over. */
    public void rested(Instant at, Proposal proposal) {
        if (isDue(at) && proposal.target() <= proposal.current()) {
            wantedMoreSince = Instant.MAX;
        }
    }

    /** Whether a wait for more has ended by {@code at}, so that it is time to look again. */
    public boolean isDue(Instant at) {
        return !wantedMoreSince.equals(Instant.MAX)
                && !wantedMoreSince.plus(policy.scaleOutAfter()).isAfter(at);
    }

    /** Whether there may be something to add between two cycles. */
    public boolean looksBetween(Instant at) {
        return policy.addsBetweenCycles() || hasWaited(at);
    }

    /** The proposal for an outlook, at which the policy wants {@code want}. Changes nothing. */
    public Proposal plan(Outlook outlook, Want want) {
        Want held = want.replicas() < outlook.current() ? less(outlook, want) : more(outlook, want);
        Proposal proposal =
                Proposal.of(Purpose.PLAN, policy.name(), outlook, held, policy.evidence(outlook));
        return held.equals(want)
                ? proposal
                : proposal.over(new Alternative(want.replicas(), want.reason()));
    }

    /**
     * What is to be added between two cycles: what fresh demand asks for, if the policy stands on
     * that; or what it has asked for long enough, seen afresh. Changes nothing.
     */
    public Proposal tick(Outlook outlook) {
        boolean waited = hasWaited(outlook.at());
        Purpose purpose = waited ? Purpose.PLAN : Purpose.TICK;
        Want more = tickWant(outlook, waited);
        boolean adds = more.replicas() > outlook.current();
        Want want = adds ? more : new Want(outlook.current(), more.reason());
        return Proposal.of(purpose, policy.name(), outlook, want, List.of());
    }

    public void save(StateWriter out) {
        window.save(out);
        out.putInstant(wantedMoreSince);
    }

    public void restore(StateReader in) {
        window.restore(in);
        wantedMoreSince = in.getInstant();
    }

    private boolean hasWaited(Instant at) {
        return !policy.scaleOutAfter().isZero() && isDue(at);
    }

    private Want tickWant(Outlook outlook, boolean waited) {
        if (waited) {
            return policy.want(outlook);
        }
        return policy.addsBetweenCycles()
                ? Floor.of(outlook, 1)
                : new Want(outlook.current(), Reason.NO_TICK);
    }

    private Want more(Outlook outlook, Want want) {
        boolean early = want.replicas() > outlook.current() && !isDue(outlook.at());
        return early ? new Want(outlook.current(), Reason.WAITING) : want;
    }

    private Want less(Outlook outlook, Want want) {
        int current = outlook.current();
        int periods = policy.scaleInAfterPeriods(outlook);
        int largest = window.covers(periods) ? Math.min(current, window.largest(periods)) : current;
        boolean latest = policy.hold() == Hold.LATEST && largest < current;
        return latest || largest == want.replicas() ? want : new Want(largest, Reason.HELD);
    }
}
