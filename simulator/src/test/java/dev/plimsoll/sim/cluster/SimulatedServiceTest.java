// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.capacity.MmcStation;
import dev.plimsoll.model.Slo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Ten replicas of 80 requests per second in steps of 5 s; a new one takes 12 s. */
class SimulatedServiceTest {
    private static final int STEP = 5;
    private static final MmcStation STATION = new MmcStation(4, 0.05);
    private static final ServiceModel MODEL =
            new ServiceModel(STATION, new Slo(0.95, 0.25), STEP, 30);

    private final LatencyTally tally = new LatencyTally(STATION);
    private SimulatedService service = service(MODEL);
    private long second = -STEP;

    @Test
    void isReadyFromTheFirstStepThatBeginsAfterTheLeadTime() {
        begin();
        service.scaleTo(13);
        assertThat(service.desired()).isEqualTo(13);

        for (int ready : new int[] {10, 10, 10, 13}) {
            assertThat(service.ready()).isEqualTo(ready);
            assertThat(service.starting()).isEqualTo(13 - ready);
            assertThat(service.billed()).isEqualTo(13);
            assertThat(service.serve(100, tally).ready()).isEqualTo(ready);
            begin();
        }
    }

    @Test
    void aLeadTimeIsDrawnForTheSecondOfTheOrder() {
        LeadTimeDraws draws = new LeadTimeDraws(40, 0.5, 3, "web");
        service = new SimulatedService(MODEL, draws, 10);
        for (int i = 0; i < 3; i++) {
            begin();
        }
        service.scaleTo(11);
        while (service.starting() > 0) {
            begin();
        }

        double drawn = draws.seconds(10);
        assertThat(second).isEqualTo(10 + (long) Math.ceil(drawn / STEP) * STEP);
        assertThat(service.takeCompletedStarts())
                .containsExactly(Duration.ofMillis(Math.round(drawn * 1000)));
    }

    @Test
    void whatTakesNoTimeToStartIsReadyInTheStepOfItsOrder() {
        service = new SimulatedService(MODEL, new LeadTimeDraws(0, 0.25, 1, "web"), 10);
        begin();
        service.scaleTo(13);

        assertThat(service.ready()).isEqualTo(13);
        assertThat(service.starting()).isZero();
        assertThat(service.serve(100, tally).ready()).isEqualTo(13);
        assertThat(service.takeCompletedStarts()).containsExactly(Duration.ZERO);
    }

    @Test
    void eachOrdersStartIsToldOnce() {
        begin();
        service.scaleTo(12);
        begin();
        service.scaleTo(15);
        for (int i = 0; i < 4; i++) {
            begin();
        }

        Duration lead = Duration.ofSeconds(12);
        assertThat(service.takeCompletedStarts()).containsExactly(lead, lead);
        assertThat(service.takeCompletedStarts()).isEmpty();
    }

    @Test
    void theNewestStartIsCancelledFirst() {
        begin();
        service.scaleTo(12);
        begin();
        service.scaleTo(15);

        service.scaleTo(11);

        assertThat(service.starting()).isEqualTo(1);
        assertThat(service.ready()).isEqualTo(10);
        begin();
        begin();
        assertThat(service.ready()).isEqualTo(11);
        begin();
        assertThat(service.ready()).isEqualTo(11);
    }

    @Test
    void whatIsAskedForAlreadyChangesNothing() {
        begin();
        long version = service.version();

        service.scaleTo(10);
        assertThat(service.version()).isEqualTo(version);

        service.scaleTo(9);
        assertThat(service.version()).isGreaterThan(version);
    }

    @Test
    void aReplicaWithoutBacklogEndsAtOnce() {
        run(560, 3);
        service.scaleTo(7);

        assertThat(service.ready()).isEqualTo(7);
        assertThat(service.billed()).isEqualTo(7);
    }

    @Test
    void aReplicaWithABacklogIsBilledUntilItIsWorkedOff() {
        service = service(new ServiceModel(STATION, MODEL.slo(), STEP, 600));
        run(1040, 12);
        begin();
        service.scaleTo(7);
        int steps = 0;
        while (service.billed() > 7) {
            assertThat(service.ready()).isEqualTo(7);
            assertThat(service.billed()).isEqualTo(10);
            service.serve(100, tally);
            begin();
            steps++;
        }

        double backlog = 24 * 60 / 80.0;
        assertThat((double) steps * STEP).isBetween(backlog, backlog + 15);
    }

    @Test
    void aReplicaDoesNotDrainForLongerThanGranted() {
        run(1040, 60);
        begin();
        service.scaleTo(7);
        long retired = second;
        while (service.billed() > 7) {
            service.serve(100, tally);
            begin();
        }

        assertThat(second - retired).isEqualTo(30);
    }

    @Test
    void theNewestReplicasAreRetiredFirst() {
        run(1040, 12);
        service.scaleTo(20);
        run(1040, 6);
        begin();

        service.scaleTo(10);
        assertThat(service.billed()).isEqualTo(10);

        service.scaleTo(9);
        assertThat(service.ready()).isEqualTo(9);
        assertThat(service.billed()).isEqualTo(10);
    }

    @Test
    void crashedReplicasAreOrderedAgain() {
        run(560, 1);
        begin();
        long version = service.version();

        service.crash(3);

        assertThat(service.ready()).isEqualTo(7);
        assertThat(service.starting()).isEqualTo(3);
        assertThat(service.desired()).isEqualTo(10);
        assertThat(service.version()).isEqualTo(version);
        run(560, 3);
        assertThat(service.ready()).isEqualTo(10);
    }

    @Test
    void noMoreCrashThanThereAre() {
        begin();
        service.crash(12);

        assertThat(service.ready()).isZero();
        assertThat(service.starting()).isEqualTo(10);
    }

    @Test
    void aCrashTakesItsBacklogAlong() {
        run(1040, 60);
        begin();
        service.crash(10);
        run(0, 2);

        assertThat(run(560, 3).meanLatencySeconds()).isLessThan(0.07);
    }

    @Test
    void withNoReplicaReadyRequestsAreRefused() {
        begin();
        service.crash(10);

        ServedStep step = service.serve(100, tally);

        assertThat(step).isEqualTo(Steps.served(100, 0, 1, 0, 0, true));
        assertThat(tally.answered()).isZero();
        assertThat(tally.slowShare(1000)).isEqualTo(1);
        assertThat(service.serve(0, tally).violated()).isFalse();
    }

    @Test
    void theSameSeedGivesTheSameBytes() {
        assertThat(randomRun(1)).isEqualTo(randomRun(1)).isNotEqualTo(randomRun(2));
    }

    private static List<ServedStep> randomRun(long seed) {
        SplittableRandom random = new SplittableRandom(5);
        LatencyTally tally = new LatencyTally(STATION);
        SimulatedService service =
                new SimulatedService(MODEL, new LeadTimeDraws(20, 0.5, seed, "web"), 10);
        List<ServedStep> steps = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            service.beginStep(i * (long) STEP);
            service.scaleTo(random.nextInt(5, 15));
            steps.add(service.serve(random.nextDouble(1200), tally));
        }
        return steps;
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

    private static SimulatedService service(ServiceModel model) {
        return new SimulatedService(model, new LeadTimeDraws(12, 0, 1, "web"), 10);
    }
}
