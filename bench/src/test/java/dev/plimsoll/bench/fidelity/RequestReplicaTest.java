// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RequestReplicaTest {
    private static final List<Figure> JUDGED =
            List.of(Figure.MEAN, Figure.P95, Figure.BACKLOG, Figure.DRAIN);
    private static final Setup SETUP = Setup.of(0.05);
    private static final Profile PROFILE = Profile.whole(1);
    private static final Recording RECORDING =
            new RequestReplica(PROFILE, SETUP, 1)
                    .run(Schedule.draw(PROFILE, SETUP, ServiceLaw.EXPONENTIAL, 1));

    private static int phase(Change change) {
        return IntStream.range(0, PROFILE.phases().size())
                .filter(phase -> PROFILE.phases().get(phase).change() == change)
                .findFirst()
                .orElseThrow();
    }

    private static long[] served(int phase, int afterSeconds) {
        long from = (PROFILE.begin(phase) + afterSeconds) * 1_000_000_000L;
        long to = PROFILE.end(phase) * 1_000_000_000L;
        long[] served = new long[SETUP.servers() + 1];
        IntStream.range(0, RECORDING.schedule().requests())
                .filter(r -> RECORDING.schedule().sendNanos(r) >= from)
                .filter(r -> RECORDING.schedule().sendNanos(r) < to)
                .forEach(r -> served[RECORDING.server(r)]++);
        return served;
    }

    @Test
    void aSteadyLoadIsThatOfTheory() {
        Outcome outcome = RecordedOutcome.of(PROFILE, SETUP, RECORDING);
        assertThat(outcome.figure(1, Figure.MEAN).orElseThrow())
                .isCloseTo(1000 * SETUP.station().meanResponse(0.7), withinPercentage(5));
    }

    @Test
    void requestsAreSplitEvenlyOverTheFirstServers() {
        long[] served = served(2, 0);
        double mean = Arrays.stream(served).sum() / 8.0;
        for (int server = 0; server < 8; server++) {
            assertThat((double) served[server]).isCloseTo(mean, withinPercentage(4));
        }
        assertThat(served[8]).isZero();
    }

    @Test
    void anAddedServerTakesItsShareOnceItIsUpAndNoneWhenDrained() {
        int up = PROFILE.startUpSeconds();
        long[] added = served(phase(Change.ADDED), up);
        assertThat((double) added[8])
                .isCloseTo(Arrays.stream(added).sum() / 9.0, withinPercentage(6));
        assertThat(served(phase(Change.DRAINED), 0)[8]).isZero();
    }

    @Test
    void aCrashLosesWhatIsThereAndNothingElse() {
        assertThat(RECORDING.lost()).isBetween(1, 40);
        assertThat(served(phase(Change.CRASHED), PROFILE.startUpSeconds())[7]).isPositive();
    }

    /** Replayed on the servers that it had, an ideal run comes out as it was. */
    @Test
    void aReplayIsTheSameRunWithItsWayAdded() {
        Recording replay = Replay.of(PROFILE, SETUP, RECORDING, 0.003);
        assertThat(replay.lost()).isEqualTo(RECORDING.lost());
        for (int request = 0; request < RECORDING.schedule().requests(); request++) {
            if (RECORDING.isAnswered(request)) {
                assertThat(replay.endNanos(request))
                        .isEqualTo(RECORDING.endNanos(request) + 3_000_000);
            }
        }
    }

    @Test
    void aServerIsFirstComeFirstServed() {
        ServerQueue queue = new ServerQueue(2);
        assertThat(queue.serve(0, 10)).isEqualTo(10);
        assertThat(queue.serve(1, 4)).isEqualTo(5);
        assertThat(queue.serve(2, 3)).isEqualTo(8);
        assertThat(queue.serve(20, 1)).isEqualTo(21);
    }

    /** Two independent ways to the same figures: the simulator, and every single request. */
    @Test
    void theSimulatorAgreesWithTheMeanOverReplicas() {
        Chance chance = Chance.of(PROFILE, SETUP, ServiceLaw.EXPONENTIAL);
        Outcome simulated = SimulatedOutcome.of(PROFILE, SETUP, 0);
        for (int phase = 0; phase < PROFILE.phases().size(); phase++) {
            for (Figure figure : JUDGED) {
                if (chance.mean(phase, figure).isEmpty()) {
                    assertThat(PROFILE.phases().get(phase).has(figure)).isFalse();
                    continue;
                }
                assertThat(simulated.figure(phase, figure).orElseThrow())
                        .as("%s of %s", figure, PROFILE.phases().get(phase).name())
                        .isCloseTo(chance.mean(phase, figure).orElseThrow(), withinPercentage(4));
            }
        }
    }
}
