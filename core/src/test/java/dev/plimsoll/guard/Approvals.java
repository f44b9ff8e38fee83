// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.guard;

import dev.plimsoll.model.Cadence;
import dev.plimsoll.model.Inventory;
import dev.plimsoll.model.Protection;
import dev.plimsoll.model.ScalingBehavior;
import dev.plimsoll.model.StateKind;
import dev.plimsoll.model.Workload;
import dev.plimsoll.model.Workloads;
import dev.plimsoll.plan.Outlooks;
import dev.plimsoll.plan.Proposal;
import dev.plimsoll.plan.Purpose;
import dev.plimsoll.plan.Reason;
import dev.plimsoll.telemetry.Readings;
import dev.plimsoll.telemetry.WorkloadSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Approved actions for tests of platforms, by the only way there is: past the guard. */
public final class Approvals {
    private static final Instant AT = Instant.parse("2026-01-05T00:00:00Z");
    private static final ScalingBehavior ANY_PACE =
            new ScalingBehavior(100, 1, Duration.ofSeconds(1), Duration.ZERO, 1);

    private Approvals() {}

    /** Leave to scale what the inventory shows to another number, from 1 to 1000. */
    public static ApprovedAction scale(Inventory inventory, int to) {
        Workload workload =
                new Workload(
                        inventory.workload(),
                        Workloads.WIDE,
                        Workloads.SLO,
                        100,
                        ANY_PACE,
                        Cadence.DEFAULT,
                        Workload.USUAL_REQUEST,
                        new Protection(StateKind.STATELESS, 1, Duration.ZERO));
        var proposal =
                new Proposal(
                        Purpose.PLAN,
                        inventory.workload(),
                        "test",
                        inventory.desired(),
                        to,
                        Reason.FIXED,
                        List.of(),
                        inventory.version(),
                        List.of());
        var snapshot = new WorkloadSnapshot(inventory, Readings.NONE);
        var outlook = Outlooks.of(workload, AT, snapshot);
        var review = new Review(outlook, proposal, new ActionHistory(), 0);
        return switch (new Guard().review(review)) {
            case Verdict.Approved(var action, var _) -> action;
            case Verdict other -> throw new IllegalArgumentException("not approved: " + other);
        };
    }
}
