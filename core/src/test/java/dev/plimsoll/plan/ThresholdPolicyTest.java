// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.plan;

import static dev.plimsoll.plan.OutlookBuilder.replicas;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.forecast.bound.LookAhead;
import dev.plimsoll.telemetry.Signal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThresholdPolicyTest {
    private static final ThresholdPolicy POLICY = ThresholdPolicy.DEFAULT;

    @Test
    void hasTheThresholdsOfThePaper() {
        assertThat(POLICY).isEqualTo(new ThresholdPolicy(0.85, 0.20));
        assertThat(POLICY.evidence()).containsExactly(Signal.UTILIZATION);
        assertThat(POLICY.lookAhead()).isEqualTo(LookAhead.NONE);
        assertThat(POLICY.scaleInAfterPeriods(replicas(3).outlook())).isEqualTo(1);
    }

    /** ceil(n · u / 0.85); 17 · 1 / 0.85 is 20 exactly, and must not become 21. */
    @ParameterizedTest
    @CsvSource({"4, 1, 5", "4, 0.9, 5", "10, 1, 12", "17, 1, 20", "20, 0.99, 24", "1, 0.86, 2"})
    void scalesOutToTheUpperThreshold(int replicas, double load, int wanted) {
        assertThat(POLICY.want(replicas(replicas).utilization(load).outlook()))
                .isEqualTo(new Want(wanted, Reason.OVERLOAD));
    }

    @Test
    void exactlyTheUpperThresholdIsOverloadedAndExactlyTheLowerIsNotIdle() {
        assertThat(POLICY.want(replicas(4).utilization(0.85).outlook()))
                .isEqualTo(new Want(4, Reason.OVERLOAD));
        assertThat(POLICY.want(replicas(4).utilization(0.8499).outlook()))
                .isEqualTo(new Want(4, Reason.WITHIN));
        assertThat(POLICY.want(replicas(4).utilization(0.20).outlook()))
                .isEqualTo(new Want(4, Reason.WITHIN));
        assertThat(POLICY.want(replicas(4).utilization(0.1999).outlook()))
                .isEqualTo(new Want(3, Reason.IDLE));
    }

    @Test
    void whatIsOrderedAndNotReadyCountsOnceAndIsNotTakenBack() {
        assertThat(POLICY.want(replicas(20).ready(10).utilization(1).outlook()))
                .isEqualTo(new Want(20, Reason.OVERLOAD));
        assertThat(POLICY.want(replicas(11).ready(10).utilization(1).outlook()))
                .isEqualTo(new Want(12, Reason.OVERLOAD));
    }

    @Test
    void takesOneReplicaAndThenRestsForALeadTime() {
        OutlookBuilder idle = replicas(9).utilization(0.01).leadTime(40);
        assertThat(POLICY.want(idle.outlook())).isEqualTo(new Want(8, Reason.IDLE));
        assertThat(POLICY.want(idle.changedBefore(Duration.ofMillis(39_999)).outlook()))
                .isEqualTo(new Want(9, Reason.RESTING));
        assertThat(POLICY.want(idle.changedBefore(Duration.ofSeconds(40)).outlook()))
                .isEqualTo(new Want(8, Reason.IDLE));
    }

    @Test
    void doesNotRestWhenOverloaded() {
        Outlook outlook = replicas(4).utilization(1).changedBefore(Duration.ofSeconds(1)).outlook();
        assertThat(POLICY.want(outlook)).isEqualTo(new Want(5, Reason.OVERLOAD));
    }

    @Test
    void holdsWithoutAFreshBusyShare() {
        Want held = new Want(9, Reason.NO_EVIDENCE);
        assertThat(POLICY.want(replicas(9).outlook())).isEqualTo(held);
        assertThat(POLICY.want(replicas(9).staleUtilization(0.01).outlook())).isEqualTo(held);
        assertThat(POLICY.want(replicas(9).demand(1e6).outlook())).isEqualTo(held);
    }

    @Test
    void needsNoCapacity() {
        assertThat(POLICY.want(replicas(4).utilization(1).noCapacity().outlook()))
                .isEqualTo(new Want(5, Reason.OVERLOAD));
    }
}
