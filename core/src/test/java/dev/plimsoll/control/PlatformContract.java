// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.guard.Approvals;
import dev.plimsoll.guard.ApprovedAction;
import dev.plimsoll.model.Action;
import dev.plimsoll.model.Inventory;
import dev.plimsoll.model.WorkloadId;
import dev.plimsoll.model.Workloads;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link Platform} promises. */
public abstract class PlatformContract {
    protected static final WorkloadId WEB = Workloads.WEB;

    /** The platform under test, where {@link #WEB} has four replicas: the same at each call. */
    protected abstract Platform platform();

    /** Somebody else sets the replicas of {@link #WEB}. */
    protected abstract void setByHand(int replicas);

    @Test
    public void appliesAnApprovedActionAndMovesItsVersionOn() {
        Inventory before = web();
        ApprovedAction approved = Approvals.scale(before, 7);
        assertApplied(platform().apply(approved), approved);
        assertThat(web().desired()).isEqualTo(7);
        assertThat(web().version()).isNotEqualTo(before.version());
    }

    @Test
    public void scalesIn() {
        ApprovedAction approved = Approvals.scale(web(), 1);
        assertApplied(platform().apply(approved), approved);
        assertThat(web().desired()).isEqualTo(1);
    }

    @Test
    public void refusesWhatWasApprovedForAnotherVersionAndChangesNothing() {
        ApprovedAction approved = Approvals.scale(web(), 7);
        setByHand(5);
        Inventory before = web();
        assertRefused(platform().apply(approved), approved, Outcome.Refusal.CONFLICT);
        assertThat(web()).isEqualTo(before);
        assertThat(before.desired()).isEqualTo(5);
    }

    @Test
    public void refusesEvenIfTheNumberIsBackWhereItWas() {
        ApprovedAction approved = Approvals.scale(web(), 7);
        setByHand(5);
        setByHand(4);
        assertRefused(platform().apply(approved), approved, Outcome.Refusal.CONFLICT);
        assertThat(web().desired()).isEqualTo(4);
    }

    @Test
    public void refusesAWorkloadThatItDoesNotKnowAndChangesNothing() {
        List<Inventory> before = platform().inventory();
        Inventory other =
                new Inventory(new WorkloadId("shop", "other"), 4, 4, web().version(), List.of());
        ApprovedAction approved = Approvals.scale(other, 7);
        assertRefused(platform().apply(approved), approved, Outcome.Refusal.UNKNOWN_WORKLOAD);
        assertThat(platform().inventory()).isEqualTo(before);
    }

    @Test
    public void repeatingAnAppliedActionChangesNothingMore() {
        ApprovedAction approved = Approvals.scale(web(), 7);
        platform().apply(approved);
        Inventory once = web();
        assertApplied(platform().apply(approved), approved);
        assertThat(web()).isEqualTo(once);
    }

    @Test
    public void theInverseOfAnAppliedActionRestoresTheNumber() {
        ApprovedAction approved = Approvals.scale(web(), 7);
        Outcome outcome = platform().apply(approved);
        if (outcome.action().inverse()
                instanceof Action.Scale(var workload, int from, int to, var _)) {
            assertThat(workload).isEqualTo(WEB);
            assertThat(web().desired()).isEqualTo(from);
            platform().apply(Approvals.scale(web(), to));
        }
        assertThat(web().desired()).isEqualTo(4);
    }

    @Test
    public void readingTheInventoryChangesNothing() {
        assertThat(platform().inventory()).isEqualTo(platform().inventory());
    }

    private Inventory web() {
        return platform().inventory().stream()
                .filter(inventory -> inventory.workload().equals(WEB))
                .findFirst()
                .orElseThrow();
    }

    private static void assertApplied(Outcome outcome, ApprovedAction approved) {
        assertThat(outcome).isEqualTo(new Outcome.Applied(approved.action(), outcome.at()));
    }

    private static void assertRefused(
            Outcome outcome, ApprovedAction approved, Outcome.Refusal refusal) {
        assertThat(outcome)
                .isEqualTo(new Outcome.Refused(approved.action(), outcome.at(), refusal));
    }
}
