// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class RecordedOutcomeTest {
    private static final Setup SETUP = Setup.of(0.05);
    private static final Profile PROFILE =
            new Profile(
                    List.of(
                            new Phase("over", 1.1, 1, Regime.STRAINED, Change.NONE),
                            new Phase("after", 0.7, 2, Regime.AFTERMATH, Change.NONE)),
                    1);

    /** Sent at so many milliseconds, and ended so many milliseconds later. */
    private static Recording recording(long[] sent, long[] latencies) {
        long[] nanos = new long[sent.length];
        Arrays.setAll(nanos, i -> sent[i] * 1_000_000);
        Recording recording = new Recording(Schedule.of(nanos, new long[sent.length]));
        for (int request = 0; request < sent.length; request++) {
            recording.sent(request, nanos[request] + 500_000);
            recording.answered(request, 1, nanos[request] + latencies[request] * 1_000_000);
        }
        return recording;
    }

    private static Outcome outcome(Recording recording) {
        return RecordedOutcome.of(PROFILE, SETUP, recording);
    }

    @Test
    void latencyCountsFromWhenARequestWasToBeSent() {
        Recording recording = recording(new long[] {100, 1000}, new long[] {40, 70});
        assertThat(recording.latencySeconds(0)).isEqualTo(0.04);
        assertThat(recording.latenessSeconds(0)).isEqualTo(0.0005);
        assertThat(outcome(recording).figure(0, Figure.MEAN)).hasValue(40);
        assertThat(outcome(recording).figure(1, Figure.MEAN)).hasValue(70);
    }

    @Test
    void aQuantileIsTheLeastThatItsShareKeeps() {
        long[] sent = new long[101];
        long[] latencies = new long[101];
        for (int i = 0; i < 100; i++) {
            sent[i] = i;
            latencies[i] = 100L - i;
        }
        sent[100] = 2500;
        latencies[100] = 1;
        Outcome outcome = outcome(recording(sent, latencies));
        assertThat(outcome.figure(0, Figure.P95)).hasValue(95);
        assertThat(outcome.figure(0, Figure.P99)).hasValue(99);
    }

    @Test
    void whatHasComeAndNotGoneIsInTheSystem() {
        Recording recording =
                recording(new long[] {100, 900, 950, 1500}, new long[] {2500, 50, 1000, 10});
        Outcome outcome = outcome(recording);
        assertThat(outcome.seconds().stream().map(Second::inSystem)).containsExactly(2.0, 1.0, 0.0);
        assertThat(outcome.figure(0, Figure.BACKLOG)).hasValue(2);
        assertThat(outcome.figure(1, Figure.BACKLOG)).isEmpty();
    }

    @Test
    void whatWasLostHasNoLatencyButWasThere() {
        Recording recording = recording(new long[] {100, 200, 1100}, new long[] {40, 0, 40});
        recording.lost(1, 1_300_000_000);
        Outcome outcome = outcome(recording);
        assertThat(recording.lost()).isEqualTo(1);
        assertThat(outcome.figure(0, Figure.MEAN)).hasValue(40);
        assertThat(outcome.seconds().getFirst().inSystem()).isEqualTo(1);
        assertThat(outcome.seconds().get(2).inSystem()).isEqualTo(0);
    }

    @Test
    void aSecondWithoutArrivalsHasNoMean() {
        Outcome outcome = outcome(recording(new long[] {100, 2100}, new long[] {40, 40}));
        assertThat(outcome.seconds().get(1).meanMs()).isEmpty();
    }

    @Test
    void anOverloadHasDrainedWhenTheMeanIsBackWithinTwiceTheSteadyOne() {
        double steady = 1000 * SETUP.station().meanResponse(0.7);
        List<Second> seconds =
                List.of(second(9 * steady), second(4 * steady), second(steady), second(steady));
        Profile profile =
                new Profile(
                        List.of(
                                new Phase("over", 1.1, 1, Regime.STRAINED, Change.NONE),
                                new Phase("after", 0.7, 3, Regime.AFTERMATH, Change.NONE)),
                        1);
        DrainTime drain = new DrainTime(profile, SETUP, seconds);
        assertThat(drain.after(0)).isEmpty();
        assertThat(drain.after(1).orElseThrow()).isCloseTo(0.5 + 2.0 / 3, within(1e-9));
    }

    @Test
    void whatHasNotDrainedBeforeTheNextOverloadHasNoDrainTime() {
        List<Second> seconds = List.of(second(900), second(900), second(900));
        assertThat(new DrainTime(PROFILE, SETUP, seconds).after(1)).isEmpty();
    }

    @Test
    void drainingMayOutlastItsPhase() {
        Profile profile =
                new Profile(
                        List.of(
                                new Phase("over", 1.1, 1, Regime.STRAINED, Change.NONE),
                                new Phase("after", 0.7, 1, Regime.AFTERMATH, Change.NONE),
                                new Phase("later", 0.8, 2, Regime.STEADY, Change.NONE)),
                        1);
        List<Second> seconds = List.of(second(900), second(900), second(900), second(50));
        assertThat(new DrainTime(profile, SETUP, seconds).after(1).orElseThrow())
                .isBetween(1.5, 2.5);
    }

    private static Second second(double meanMs) {
        return new Second(OptionalDouble.of(meanMs), 0);
    }
}
