// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.plan;

import static dev.plimsoll.plan.OutlookBuilder.NOW;
import static dev.plimsoll.plan.OutlookBuilder.replicas;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.forecast.bound.LookAhead;
import dev.plimsoll.forecast.ensemble.ForecastModel;
import dev.plimsoll.model.Replica;
import dev.plimsoll.telemetry.Reading;
import dev.plimsoll.telemetry.Signal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A replica is saturated at 12.5 requests/s here, so that 10.625 are its share of a forecast. */
class HybridPolicyTest {
    private static final double SHARE = 10.625;
    private static final Duration WAIT = Duration.ofSeconds(10);
    private static final Policy POLICY = policy(3);

    @Test
    void decidesOnSingleReplicasAndOneForecaster() {
        assertThat(POLICY.name()).isEqualTo("hybrid");
        assertThat(POLICY.looksAtReplicas()).isTrue();
        assertThat(POLICY.addsBetweenCycles()).isFalse();
        assertThat(POLICY.lookAhead()).isEqualTo(new LookAhead.By(ForecastModel.HOLT_WINTERS));
        assertThat(POLICY.scaleOutAfter()).isEqualTo(WAIT);
        assertThat(POLICY.scaleInAfterPeriods(replicas(4).outlook())).isEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("dev.plimsoll.plan.HybridCases#algorithm1")
    void scalesOutByTheNumberOfOverloadedReplicas(int running, int overloaded, int result) {
        Outlook outlook =
                replicas(running).busy(overloaded, 0.85).busy(running - overloaded, 0.1).outlook();
        assertThat(POLICY.want(outlook).replicas()).isEqualTo(result);
    }

    @Test
    void saysWhereReplicasWereToldApart() {
        assertThat(POLICY.want(replicas(4).busy(1, 0.85).busy(3, 0.1).outlook()).reason())
                .isEqualTo(Reason.OVERLOADED_REPLICAS);
        assertThat(POLICY.want(replicas(6).utilization(0.85).busy(6, 0.1).outlook()).reason())
                .isNotEqualTo(Reason.OVERLOAD);
    }

    @Test
    void saysWhereTheMeanStandsForAllReplicas() {
        assertThat(POLICY.want(replicas(6).utilization(0.85).outlook()))
                .isEqualTo(new Want(8, Reason.OVERLOAD));
    }

    @Test
    void whatIsOrderedAndStartsIsNotAskedForAgainNorTakenBack() {
        OutlookBuilder overloaded = replicas(12).ready(10).busy(10, 0.9).expected(2 * SHARE);
        assertThat(POLICY.want(overloaded.outlook()))
                .isEqualTo(new Want(12, Reason.OVERLOADED_REPLICAS));
        assertThat(POLICY.want(replicas(15).ready(10).busy(10, 0.9).outlook()).replicas())
                .isEqualTo(15);
    }

    @ParameterizedTest
    @CsvSource({"8, 8, EXPECTED", "10, 10, NOT_OVERLOADED", "12, 10, NOT_OVERLOADED"})
    void aForecastMayTakeAwayAndNeverAdds(double share, int wanted, Reason reason) {
        Outlook outlook = replicas(10).busy(10, 0.5).expected(share * SHARE).outlook();
        assertThat(POLICY.want(outlook)).isEqualTo(new Want(wanted, reason));
    }

    @Test
    void neverWantsLessThanTheMinimum() {
        Outlook outlook = replicas(10).busy(10, 0.01).expected(0).min(3).outlook();
        assertThat(POLICY.want(outlook)).isEqualTo(new Want(3, Reason.EXPECTED));
    }

    @Test
    void takesNothingAwayWhileAReplicaIsNotSeen() {
        Want held = new Want(3, Reason.NO_EVIDENCE);
        OutlookBuilder stale = replicas(3).expected(1).busy(2, 0.1);
        assertThat(POLICY.want(stale.replica(new Reading.Stale(0.1, NOW)).outlook()))
                .isEqualTo(held);
        assertThat(POLICY.want(replicas(3).expected(1).busy(2, 0.1).outlook())).isEqualTo(held);
        assertThat(POLICY.want(replicas(3).expected(1).staleUtilization(0.1).outlook()))
                .isEqualTo(held);
    }

    @Test
    void addsForTheReplicasThatAreSeenWhileOthersAreNot() {
        Outlook outlook = replicas(3).replica(Reading.NEVER_SEEN).busy(1, 0.9).outlook();
        assertThat(POLICY.want(outlook)).isEqualTo(new Want(4, Reason.OVERLOADED_REPLICAS));
    }

    @Test
    void aReplicaThatLeavesDoesNotRun() {
        OutlookBuilder leaving =
                replicas(2)
                        .busy(1, 1.0)
                        .busy(2, 0.1)
                        .listed(
                                new Replica("r0", Replica.Phase.LEAVING),
                                new Replica("r1", Replica.Phase.READY),
                                new Replica("r2", Replica.Phase.READY));
        assertThat(POLICY.want(leaving.expected(1).outlook()))
                .isEqualTo(new Want(1, Reason.EXPECTED));
    }

    @Test
    void holdsWithoutAForecast() {
        Want held = new Want(4, Reason.NO_FORECAST);
        assertThat(POLICY.want(replicas(4).busy(4, 0.1).outlook())).isEqualTo(held);
        assertThat(POLICY.want(replicas(4).busy(4, 0.1).expected(1).noCapacity().outlook()))
                .isEqualTo(held);
    }

    @Test
    void theMeanIsEvidenceUnlessReplicasAreReadWithoutIt() {
        List<Signal> both = List.of(Signal.DEMAND, Signal.UTILIZATION);
        assertThat(POLICY.evidence()).isEqualTo(both);
        assertThat(POLICY.evidence(replicas(4).outlook())).isEqualTo(both);
        assertThat(POLICY.evidence(replicas(4).busy(4, 0.1).staleUtilization(0.1).outlook()))
                .isEqualTo(both);
        assertThat(POLICY.evidence(replicas(4).busy(4, 0.1).outlook()))
                .containsExactly(Signal.DEMAND);
    }

    @ParameterizedTest
    @MethodSource("dev.plimsoll.plan.HybridCases#algorithm2")
    void decidesPeriodByPeriod(List<String> periods, List<Integer> held) {
        Run run = new Run(3, 10);
        assertThat(periods).extracting(run::period).isEqualTo(held);
    }

    @Test
    void aRequestThatLapsedIsNotQueued() {
        Run run = new Run(3, 10);
        assertThat(run.period("4!>0")).isEqualTo(10);
        // Asked for anew, and held for a wait of its own.
        assertThat(run.plan("4!").reason()).isEqualTo(Reason.WAITING);
    }

    @Test
    void aRequestIsCarriedOutByTheNextPeriodWhereNobodyTicks() {
        Run run = new Run(3, 10);
        assertThat(run.plan("4!").target()).isEqualTo(10);
        assertThat(run.plan("10!").target()).isEqualTo(12);
    }

    @Test
    void aTickBeforeTheEndOfTheWaitAddsNothing() {
        Planner planner = new Planner(POLICY);
        planner.observe(replicas(10).busy(10, 0.9).outlook());
        Outlook early = replicas(10).busy(10, 0.9).at(NOW.plusMillis(9_999)).outlook();
        assertThat(planner.tick(early).target()).isEqualTo(10);
        Outlook due = replicas(10).busy(10, 0.9).at(NOW.plusSeconds(10)).outlook();
        assertThat(planner.tick(due).target()).isEqualTo(12);
    }

    private static Policy policy(int periods) {
        return new HybridPolicy(
                new HybridAlgorithm(0.85, periods, WAIT, ForecastModel.HOLT_WINTERS));
    }

    /** A service of which every replica starts at once, in periods of 15 s, with ticks. */
    private static final class Run {
        private final Planner planner;
        private int current;
        private int periods;

        Run(int hold, int replicas) {
            planner = new Planner(policy(hold));
            current = replicas;
        }

        /** A period and the tick at the end of the wait. */
        int period(String seen) {
            carryOut(plan(HybridCases.first(seen)), 0);
            carryOut(planner.tick(outlook(HybridCases.last(seen), 10)), 10);
            return current;
        }

        Proposal plan(String seen) {
            periods++;
            Outlook outlook = outlook(seen, 0);
            return planner.plan(outlook, planner.observe(outlook));
        }

        private void carryOut(Proposal proposal, int seconds) {
            if (proposal.target() == current) {
                planner.rested(NOW.plusSeconds(15L * periods + seconds), proposal);
            } else {
                current = proposal.target();
                planner.acted();
            }
        }

        private Outlook outlook(String seen, int seconds) {
            int overloaded = HybridCases.overloaded(seen);
            return replicas(current)
                    .at(NOW.plusSeconds(15L * periods + seconds))
                    .busy(overloaded, 0.9)
                    .busy(current - overloaded, 0.1)
                    .expected((HybridCases.predicted(seen) - 0.5) * SHARE)
                    .outlook();
        }
    }
}
