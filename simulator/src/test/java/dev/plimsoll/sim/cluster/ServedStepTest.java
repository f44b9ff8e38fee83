// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.plimsoll.capacity.MmcStation;
import dev.plimsoll.model.Slo;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a step of ten replicas is like, and when it violates its objective. */
class ServedStepTest {
    private static final int STEP = 5;
    private static final MmcStation STATION = new MmcStation(4, 0.05);
    private static final ServiceModel MODEL =
            new ServiceModel(STATION, new Slo(0.95, 0.25), STEP, 30);

    private final LatencyTally tally = new LatencyTally(STATION);
    private SimulatedService service = service(MODEL);
    private long second = -STEP;

    @ParameterizedTest
    @CsvSource({"0.3", "0.6", "0.8"})
    void inEquilibriumAStepIsWhatQueueingTheorySays(double load) {
        ServedStep step = run(800 * load, 50);

        assertThat(step.utilization()).isCloseTo(load, within(1e-12));
        assertThat(step.meanLatencySeconds())
                .isCloseTo(STATION.meanResponse(load), withinPercentage(0.01));
        assertThat(step.tailLatencySeconds())
                .isCloseTo(STATION.responseQuantile(load, 0.95), withinPercentage(0.02));
        assertThat(step.violated()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {65, 80, 100, 120, 125, 127, 130, 140})
    void aStepTellsWhatItsRequestsMet(int steps) {
        run(560, 60);
        for (int i = 60; i < steps - 1; i++) {
            run(i < 120 ? 880 : 400, 1);
        }
        LatencyTally last = new LatencyTally(STATION);
        begin();
        ServedStep step = service.serve(steps <= 120 ? 880 : 400, last);

        assertThat(step.meanLatencySeconds()).isCloseTo(last.meanSeconds(), withinPercentage(0.1));
        assertThat(step.tailLatencySeconds())
                .isCloseTo(last.quantileSeconds(0.95), withinPercentage(2));
        assertThat(step.violated()).isEqualTo(step.tailLatencySeconds() > 0.25);
    }

    @Test
    void aBackloggedReplicaIsBusyWhateverArrives() {
        run(1040, 60);

        assertThat(run(400, 1).utilization()).isEqualTo(1);
        assertThat(run(400, 60).utilization()).isCloseTo(0.5, within(1e-12));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void withinTheEdgeThereIsNeverAViolation(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        service = service(slowModel());
        double edge = slowModel().demandPerReplica();
        for (int i = 0; i < 2000; i++) {
            begin();
            if (random.nextInt(4) == 0) {
                service.scaleTo(random.nextInt(1, 20));
            }
            double demand = edge * service.ready() * Math.min(1, random.nextDouble(1.5));

            assertThat(service.serve(demand, tally).violated()).isFalse();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void beyondTheEdgeThereAlwaysIsHoweverSlowlyQueuesFill(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        service = service(slowModel());
        double edge = slowModel().demandPerReplica();
        for (int i = 0; i < 200; i++) {
            begin();
            if (random.nextInt(4) == 0) {
                service.scaleTo(random.nextInt(1, 20));
            }
            double load =
                    random.nextBoolean() ? random.nextDouble(0.9) : random.nextDouble(1.001, 2);
            boolean violated = service.serve(edge * service.ready() * load, tally).violated();

            assertThat(violated || load < 1).isTrue();
        }
    }

    /** At a load of 0.75 an equilibrium's rates of service and of emptying are equal. */
    @Test
    void atTheEdgeANewReplicaIsNoViolation() {
        MmcStation station = new MmcStation(4, 2);
        Slo slo = new Slo(0.95, station.responseQuantile(0.75, 0.95));
        ServiceModel model = new ServiceModel(station, slo, STEP, 30);
        service = new SimulatedService(model, new LeadTimeDraws(12, 0, 1, "web"), 3000);
        for (int i = 0; i < 300; i++) {
            begin();
            service.scaleTo(i < 250 ? 3000 : 3001);
            double demand = model.demandPerReplica() * service.ready();

            assertThat(service.serve(demand, tally).violated()).isFalse();
        }
    }

    @Test
    void aSlowServiceGoesOnViolatingUntilItsQueuesHaveSettled() {
        service = service(slowModel());
        run(19, 60);

        assertThat(run(14, 1).violated()).isTrue();
        assertThat(run(14, 20).violated()).isFalse();
    }

    @Test
    void whatAnOverloadLeavesGoesOnViolating() {
        run(1040, 60);

        assertThat(run(400, 1).violated()).isTrue();
        assertThat(run(0, 1).violated()).isFalse();
        assertThat(run(400, 60).violated()).isFalse();
    }

    @Test
    void nothingIsViolatedWithoutRequests() {
        assertThat(run(0, 3).violated()).isFalse();
    }

    private void begin() {
        second += STEP;
        service.beginStep(second);
    }

    /** Lets steps of the same demand pass, and returns the last. */
    private ServedStep run(double demand, int steps) {
        begin();
        ServedStep served = service.serve(demand, tally);
        return steps == 1 ? served : run(demand, steps - 1);
    }

    private static ServiceModel slowModel() {
        return new ServiceModel(new MmcStation(4, 2), new Slo(0.95, 10), STEP, 30);
    }

    private static SimulatedService service(ServiceModel model) {
        return new SimulatedService(model, new LeadTimeDraws(12, 0, 1, "web"), 10);
    }
}
