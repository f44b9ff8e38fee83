// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.sim.workload.Interpolation;
import dev.plimsoll.telemetry.Signal;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecordedReplicasTest {
    private static final int STEPS_IN_WINDOW = 4;

    @Test
    void aMeanBetweenTwoNumbersIsAChangeWithinTheWindow() {
        assertThat(ready(7, 7.25, 8, 8)).containsSequence(7, 7, 7, 8, 8, 8);
        assertThat(ready(8, 7.25, 7, 7)).containsSequence(8, 8, 7, 7, 7, 7);
    }

    @Test
    void inAGapTheyAreAsTheyWere() {
        assertThat(ready(3, 3, Double.NaN, Double.NaN, 5)).containsOnly(3, 5);
    }

    @Test
    void theyArePaidForFromTheirOrderOn() {
        RecordedReplicas replicas = of(WindowMeans.absent(4), 45, 2, 2, 6, 6);

        int becameReady = 2 * STEPS_IN_WINDOW;
        assertThat(replicas.ready(becameReady - 1)).isEqualTo(2);
        assertThat(replicas.paid(becameReady - 3)).isEqualTo(6);
        assertThat(replicas.paid(becameReady - 4)).isEqualTo(2);
    }

    @Test
    void whatWasAskedForIsPaidFor() {
        RecordedReplicas replicas = of(WindowMeans.of(2, 5, 5, 5), 0, 2, 2, 2, 5);

        assertThat(replicas.ready(STEPS_IN_WINDOW)).isEqualTo(2);
        assertThat(replicas.paid(STEPS_IN_WINDOW)).isEqualTo(5);
    }

    private static int[] ready(double... means) {
        RecordedReplicas replicas = of(WindowMeans.absent(means.length), 0, means);
        return IntStream.range(0, steps(means)).map(replicas::ready).toArray();
    }

    private static RecordedReplicas of(WindowMeans desired, double leadSeconds, double... ready) {
        double[] demand = new double[ready.length];
        Arrays.fill(demand, 1);
        History history =
                new History(
                        "web",
                        KnownPast.START,
                        60,
                        Map.of(
                                Signal.DEMAND, WindowMeans.of(demand),
                                Signal.READY_REPLICAS, WindowMeans.of(ready)),
                        desired,
                        Buckets.NONE);
        StepGrid grid = new StepGrid(history, 60 / STEPS_IN_WINDOW, Interpolation.HOLD);
        return new RecordedReplicas(history, grid, steps(ready), leadSeconds);
    }

    private static int steps(double... means) {
        return means.length * STEPS_IN_WINDOW;
    }
}
