// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.guard;

import dev.plimsoll.model.Inventory;
import dev.plimsoll.model.Protection;
import dev.plimsoll.model.ScalingBehavior;
import dev.plimsoll.model.Workload;
import dev.plimsoll.plan.Outlook;
import dev.plimsoll.plan.Proposal;
import dev.plimsoll.plan.Purpose;
import dev.plimsoll.telemetry.Readings;
import java.time.Instant;

/**
 * What a rule judges by: the proposal, the world as it is now, what was done of late, and what
 * people said.
 *
 * @param burst replicas that may still be added between two cycles
 */
public record Review(
        Outlook outlook, Proposal proposal, ActionHistory history, Authority authority, int burst) {
    /** Where nobody said anything. */
    public Review(Outlook outlook, Proposal proposal, ActionHistory history, int burst) {
        this(outlook, proposal, history, new Authority(), burst);
    }

    Instant at() {
        return outlook.at();
    }

    Workload workload() {
        return outlook.workload();
    }

    ScalingBehavior behavior() {
        return workload().behavior();
    }

    Protection protection() {
        return workload().protection();
    }

    Inventory inventory() {
        return outlook.snapshot().inventory();
    }

    Readings readings() {
        return outlook.snapshot().readings();
    }

    /** The replicas asked for now, which may differ from when the proposal was made. */
    public int current() {
        return outlook.current();
    }

    boolean isFor(Purpose purpose) {
        return proposal.purpose() == purpose;
    }

    /** {@code wanted}, but not less than now where a rule forbids it. */
    int keepIf(boolean forbidden, int wanted) {
        return forbidden ? Math.max(wanted, current()) : wanted;
    }

    /** {@code wanted}, but not more than now where a rule forbids it. */
    int addNothingIf(boolean forbidden, int wanted) {
        return forbidden ? Math.min(wanted, current()) : wanted;
    }
}
