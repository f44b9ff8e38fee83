// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.plan;

import dev.plimsoll.model.Inventory;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import dev.plimsoll.plan.Proposal.Alternative;
import java.util.List;

/**
 * Turns a policy's wants into proposals: more at once, less only when less has sufficed for as many
 * cycles as the policy asks for. Not thread-safe; one for each workload, part of its knowledge.
 */
public final class Planner {
    private final Policy policy;
    private final WantWindow window = new WantWindow();

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
        return want;
    }

    /** The proposal for the outlook last observed. Changes nothing. */
    public Proposal plan(Outlook outlook, Want want) {
        int current = outlook.current();
        if (want.replicas() >= current) {
            return proposal(outlook, want.replicas(), want.reason(), List.of());
        }
        int periods = policy.scaleInAfterPeriods(outlook);
        int held = window.covers(periods) ? Math.min(current, window.largest(periods)) : current;
        if (held == want.replicas()) {
            return proposal(outlook, held, want.reason(), List.of());
        }
        var lost = List.of(new Alternative(want.replicas(), want.reason()));
        return proposal(outlook, held, Reason.HELD, lost);
    }

    public void save(StateWriter out) {
        window.save(out);
    }

    public void restore(StateReader in) {
        window.restore(in);
    }

    private Proposal proposal(
            Outlook outlook, int target, Reason reason, List<Alternative> alternatives) {
        Inventory inventory = outlook.snapshot().inventory();
        return new Proposal(
                inventory.workload(),
                policy.name(),
                inventory.desired(),
                target,
                reason,
                policy.evidence(),
                inventory.version(),
                alternatives);
    }
}
