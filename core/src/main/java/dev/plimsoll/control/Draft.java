// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import dev.plimsoll.model.Pool;
import dev.plimsoll.plan.Outlook;
import dev.plimsoll.plan.Proposal;
import dev.plimsoll.plan.Want;

/**
 * A decision before the guard has seen it: what one workload comes to by itself, whatever its pool
 * has left.
 */
record Draft(Clock clock, Outlook outlook, Want want, Proposal proposal, Proposal plan) {
    /** The same for a pool that others have taken from. */
    Draft within(Pool pool) {
        return new Draft(clock, outlook.within(pool), want, proposal, plan);
    }
}
