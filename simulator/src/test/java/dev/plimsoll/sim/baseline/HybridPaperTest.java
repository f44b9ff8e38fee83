// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.plimsoll.capacity.MmcStation;
import dev.plimsoll.forecast.ensemble.ForecastModel;
import dev.plimsoll.model.ReplicaLimits;
import dev.plimsoll.model.ScalingBehavior;
import dev.plimsoll.model.Workload;
import dev.plimsoll.model.Workloads;
import dev.plimsoll.plan.HybridAlgorithm;
import dev.plimsoll.plan.HybridCases;
import dev.plimsoll.sim.cluster.LeadTimeDraws;
import dev.plimsoll.sim.cluster.ServiceModel;
import dev.plimsoll.sim.cluster.SimulatedService;
import dev.plimsoll.telemetry.Reading;
import dev.plimsoll.telemetry.Readings;
import dev.plimsoll.telemetry.Signal;
import dev.plimsoll.telemetry.TestReadings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Periods of 15 s, k = 3, a wait of 10 s; replicas are ready a step after their order. */
class HybridPaperTest {
    private static final Workload WEB =
            Workloads.web(new ReplicaLimits(2, 100), ScalingBehavior.DEFAULT);
    private static final Duration WAIT = Duration.ofSeconds(10);

    @ParameterizedTest
    @MethodSource("dev.plimsoll.plan.HybridCases#algorithm1")
    void scalesOutByTheNumberOfOverloadedReplicas(int running, int overloaded, int result) {
        Stage stage = new Stage(running, WAIT);

        stage.see(15, stage.readings(overloaded, running));
        stage.see(25, stage.readings(overloaded, running));

        assertThat(stage.desired()).isEqualTo(result);
    }

    @ParameterizedTest
    @MethodSource("dev.plimsoll.plan.HybridCases#algorithm2")
    void decidesPeriodByPeriod(List<String> periods, List<Integer> held) {
        Stage stage = new Stage(10, WAIT);
        stage.see(0, stage.readings(0, 10)); // teaches what a replica carries, and is no less

        assertThat(periods).extracting(stage::period).isEqualTo(held);
    }

    @Test
    void carriesOutAtTheFirstStepAtWhichTheWaitIsOver() {
        Stage stage = new Stage(10, WAIT);
        for (int second = 15; second < 25; second++) {
            stage.see(second, stage.readings(10, 10));
            assertThat(stage.desired()).as("at %d s", second).isEqualTo(10);
        }
        stage.see(25, stage.readings(10, 10));
        assertThat(stage.desired()).isEqualTo(12);
    }

    @Test
    void withoutAWaitScalesOutAtOnce() {
        Stage stage = new Stage(10, Duration.ZERO);
        stage.see(15, stage.readings(10, 10));
        assertThat(stage.desired()).isEqualTo(12);
    }

    @Test
    void aRequestUnderWayIsNotJoinedByAnother() {
        Stage stage = new Stage(10, Duration.ofSeconds(40));
        stage.see(15, stage.readings(10, 10));
        stage.see(30, stage.readings(10, 10));
        stage.see(45, stage.readings(10, 10));
        stage.see(55, stage.readings(0, 10));
        assertThat(stage.desired()).isEqualTo(10);
        // the request of second 15 is over, and those of 30 and 45 were none
        stage.see(75, stage.readings(10, 10));
        stage.see(110, stage.readings(10, 10));
        assertThat(stage.desired()).isEqualTo(10);
        stage.see(115, stage.readings(10, 10));
        assertThat(stage.desired()).isEqualTo(12);
    }

    @Test
    void whatIsOrderedAndStartsIsNotAskedForAgain() {
        Stage stage = new Stage(10, WAIT, 40);
        stage.see(15, stage.readings(10, 10));
        stage.see(25, stage.readings(10, 10));
        stage.see(30, stage.readings(10, 10));
        stage.see(40, stage.readings(10, 10));
        assertThat(stage.desired()).isEqualTo(12);
    }

    @Test
    void aReplicaWithoutAFreshReadingForbidsAScaleInAndStartsTheCountAgain() {
        Stage stage = new Stage(10, WAIT);
        stage.see(0, stage.readings(0, 10));
        stage.period("8");
        stage.period("8");
        stage.see(45, stage.unseeing());
        assertThat(List.of("8", "8", "8")).extracting(stage::period).containsExactly(10, 10, 8);
    }

    @Test
    void staysWithinTheLimits() {
        Stage stage = new Stage(10, WAIT);
        stage.see(0, stage.readings(0, 10));
        assertThat(List.of("1", "1", "1")).extracting(stage::period).containsExactly(10, 10, 2);

        Stage full = new Stage(100, WAIT);
        full.see(15, full.readings(100, 100));
        full.see(25, full.readings(100, 100));
        assertThat(full.desired()).isEqualTo(100);
    }

    @Test
    void refusesAPeriodOfNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HybridPaper(HybridAlgorithm.DEFAULT, 0, WEB))
                .withMessage("a period of 0 s");
    }

    /** A service of which a replica is saturated at 100/s, so that 85/s are its share. */
    private static final class Stage {
        private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
        private static final double SATURATION = 100;
        private static final double SHARE = 85;

        private final HybridPaper hybrid;
        private final SimulatedService service;
        private int periods;

        Stage(int replicas, Duration wait) {
            this(replicas, wait, 0);
        }

        Stage(int replicas, Duration wait, double leadTime) {
            var model = new ServiceModel(new MmcStation(4, 0.04), Workloads.SLO, 1, 0);
            service =
                    new SimulatedService(model, new LeadTimeDraws(leadTime, 0, 1, "web"), replicas);
            hybrid =
                    new HybridPaper(
                            new HybridAlgorithm(0.85, 3, wait, ForecastModel.NAIVE), 15, WEB);
        }

        int period(String seen) {
            periods++;
            see(15 * periods, HybridCases.first(seen));
            see(15 * periods + 10, HybridCases.last(seen));
            return desired();
        }

        private void see(int second, String seen) {
            service.beginStep(second);
            see(second, readings(HybridCases.overloaded(seen), HybridCases.predicted(seen)));
        }

        void see(int second, Readings readings) {
            service.beginStep(second);
            periods = second / 15;
            hybrid.step(service, readings);
        }

        /** So many of the running replicas are overloaded, and demand needs so many. */
        Readings readings(int overloaded, int needed) {
            double demand = (needed - 0.5) * SHARE;
            TestReadings readings = means(demand);
            for (int i = 0; i < service.ready(); i++) {
                readings.replica(i < overloaded ? 0.85 : 0.84);
            }
            return readings.readings();
        }

        Readings unseeing() {
            TestReadings readings = means(SHARE);
            for (int i = 1; i < service.ready(); i++) {
                readings.replica(0.1);
            }
            return readings.replica(new Reading.Stale(0.1, START)).readings();
        }

        int desired() {
            return service.desired();
        }

        private TestReadings means(double demand) {
            int ready = service.ready();
            return TestReadings.at(START.plusSeconds(15L * periods))
                    .fresh(Signal.DEMAND, demand)
                    .fresh(Signal.UTILIZATION, demand / (SATURATION * ready))
                    .fresh(Signal.READY_REPLICAS, ready);
        }
    }
}
