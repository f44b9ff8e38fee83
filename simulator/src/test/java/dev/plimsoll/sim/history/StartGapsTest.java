// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plimsoll.sim.backtest.BacktestSettings.StartUp;
import dev.plimsoll.telemetry.Signal;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Gaps in a row of windows of a minute: a digit for what was asked for, and for what was ready. */
class StartGapsTest {
    /** A lognormal time's mean over its median at the usual spread. */
    private static final double MEAN_OVER_MEDIAN = 1.0317;

    @Test
    void theReplicaSecondsOfTheGapsOverTheirStarts() {
        LearnedStart start = learn("11444448888888", "11114444444888");

        assertThat(start.origin()).isEqualTo(Origin.SEEN);
        assertThat(start.starts()).isEqualTo(7);
        double mean = (3 * 2 + 4 * 4) * 60 / 7.0;
        assertThat(start.startUp().medianSeconds()).isCloseTo(mean / MEAN_OVER_MEDIAN, within(0.6));
    }

    @Test
    void startsThatFitIntoAWindowCountToo() {
        LearnedStart start = learn("1223344566", "1123334556");

        assertThat(start.starts()).isEqualTo(5);
        assertThat(start.startUp().medianSeconds())
                .isCloseTo(3 * 60 / 5.0 / MEAN_OVER_MEDIAN, within(0.6));
    }

    @Test
    void replicasThatTakeNoTimeAreNotBelieved() {
        LearnedStart start = learn("1234567", "1234567");

        assertThat(start.origin()).isEqualTo(Origin.ASSUMED);
        assertThat(start.why()).contains("ready at once");
    }

    @Test
    void whatWasGivenUpIsNoStart() {
        assertThat(learn("199111888888", "111111188888").starts()).isEqualTo(7);
        assertThat(learn("199111888888", "111111188888").startUp().medianSeconds())
                .isCloseTo(60 / MEAN_OVER_MEDIAN, within(0.6));
    }

    @Test
    void gapsThatNeverCloseAreAWantOfRoom() {
        assertThat(learn("9".repeat(100), "1".repeat(100)).origin()).isEqualTo(Origin.ASSUMED);
        assertThat(learn("9".repeat(100), "1".repeat(99) + "9").why()).startsWith("only 0 starts");
    }

    @Test
    void gapsThatAreNotSeenToTheEndTellNothing() {
        assertThat(learn("1999999", "111..99").origin()).isEqualTo(Origin.ASSUMED);
    }

    @Test
    void whatAPersonSaysHolds() {
        var said = new StartUp(90, 0);
        Prior prior = new Prior(OptionalInt.empty(), OptionalDouble.empty(), Optional.of(said));

        LearnedStart start = StartGaps.learn(history("1888", "1188"), prior);

        assertThat(start.origin()).isEqualTo(Origin.GIVEN);
        assertThat(start.startUp()).isEqualTo(said);
    }

    private static LearnedStart learn(String desired, String ready) {
        return StartGaps.learn(history(desired, ready), Prior.NONE);
    }

    private static History history(String desired, String ready) {
        double[] demand = new double[desired.length()];
        Arrays.fill(demand, 1);
        return new History(
                "web",
                KnownPast.START,
                60,
                Map.of(
                        Signal.DEMAND, WindowMeans.of(demand),
                        Signal.READY_REPLICAS, means(ready)),
                means(desired),
                Buckets.NONE);
    }

    /** A point stands for what is missing. */
    private static WindowMeans means(String digits) {
        return WindowMeans.of(
                digits.chars()
                        .mapToDouble(digit -> digit == '.' ? Double.NaN : digit - '0')
                        .toArray());
    }
}
