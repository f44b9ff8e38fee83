// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.capacity.MmcStation;
import dev.plimsoll.model.Slo;
import java.util.SplittableRandom;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadyCohortsTest {
    private final ReadyCohorts cohorts = new ReadyCohorts();

    @Test
    void theNewestLeaveFirst() {
        cohorts.add(3, 0, 40);
        cohorts.add(2, 15, 55);

        cohorts.takeNewest(4);

        assertThat(cohorts.oldestFirst()).containsExactly(new Cohort(1, 0, 40));
    }

    @Test
    void theOldestLeaveFirstWhereTheyAreReplaced() {
        cohorts.add(3, 0, 40);
        cohorts.add(2, 15, 55);

        cohorts.takeOldest(4);

        assertThat(cohorts.oldestFirst()).containsExactly(new Cohort(1, 15, 55));
    }

    @Test
    void thoseThatAreOldAreNotToldApart() {
        cohorts.add(3, 0, 40);
        cohorts.add(2, 15, 55);
        cohorts.add(1, 600, 654);
        assertThat(cohorts.oldestFirst()).hasSize(3);

        cohorts.add(1, 600, 655);

        assertThat(cohorts.oldestFirst())
                .containsExactly(
                        new Cohort(5, 0, 40), new Cohort(1, 600, 654), new Cohort(1, 600, 655));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theySumToTheReadyReplicasWhateverHappens(long seed) {
        var random = new SplittableRandom(seed);
        var model = new ServiceModel(new MmcStation(4, 0.05), new Slo(0.95, 0.25), 5, 30);
        var service = new SimulatedService(model, new LeadTimeDraws(40, 0.5, seed, "web"), 10);
        for (int second = 0; second < 20_000; second += 5) {
            service.beginStep(second);
            switch (random.nextInt(12)) {
                case 0 -> service.crash(random.nextInt(3));
                case 1 -> service.replace(random.nextInt(3));
                case 2, 3, 4 -> service.scaleTo(1 + random.nextInt(40));
                default -> {}
            }
            assertThat(sum(service.readyCohorts())).isEqualTo(service.ready());
            assertThat(sum(service.startingCohorts())).isEqualTo(service.starting());
        }
    }

    private static int sum(Iterable<Cohort> cohorts) {
        return StreamSupport.stream(cohorts.spliterator(), false).mapToInt(Cohort::replicas).sum();
    }
}
