// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One curve of six steps of 100 s, worked out by hand.
 *
 * <pre>
 * step          0    1    2    3    4    5
 * need d        2    2    4    4    2    5
 * supply s      2    3    3    4    4    2
 * d − s         0   −1    1    0   −2    3
 * (d − s)/d     0 −1/2  1/4    0   −1  3/5
 * change of s       +    0    +    0    −
 * change of d       0    +    0    −    +     opposed in step 5
 * billed        3    3    4    5    4    4    23
 * desired       2    3    4    4    2    5    out, out, –, in, out
 * utilization  .5   .4   .9  .95   .5    1
 *   × s         1  1.2  2.7  3.8    2    2    12.7
 * requests/s   10   10   20   20   10   30    100
 * violated                *              *
 * </pre>
 */
class ScoresTest {
    private static final int[] NEED = {2, 2, 4, 4, 2, 5};
    private static final double[] DEMAND = {10, 10, 20, 20, 10, 30};
    private static final double PRICE = 0.36;
    private static final LatencySummary NO_LATENCY =
            new LatencySummary(
                    OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
    private static final LatencySummary LATENCY = latency(80, 900, 0.04);

    @ParameterizedTest
    @CsvSource({
        "underProvisioning,       14.166666666666666", // 100 × (1/4 + 3/5) / 6
        "overProvisioning,        25", //                 100 × (1/2 + 1) / 6
        "underProvisionedTime,    0.3333333333333333", // steps 2, 5
        "overProvisionedTime,     0.3333333333333333", // steps 1, 4
        "instability,             0.1666666666666667", // step 5
        "sloViolationRatio,       0.5", //                (20 + 30) / 100
        "slowRequestRatio,        0.04",
        "latencyMeanMs,           80",
        "latencyP99Ms,            900",
        "replicaHours,            0.6388888888888888", // 23 × 100 s / 3600 s
        "cost,                    0.23", //               × 0.36
        "overUtilizationEvents,   0",
        "allocationEfficiency,    0.5521739130434783", // 12.7 / 23
        "adaptations,             4",
        "scaleOuts,               3",
        "scaleIns,                1",
        "scaleInsWithoutEvidence, 1"
    })
    void everyScoreOfTheCurve(String name, double expected) {
        assertThat(score(name)).isCloseTo(expected, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({
        "underProvisioning,     12", //                  100 × 3/5 / 5
        "overProvisioning,      30", //                  100 × (1/2 + 1) / 5
        "underProvisionedTime,  0.2",
        "overProvisionedTime,   0.4",
        "instability,           0.2",
        "sloViolationRatio,     0.375", //               30 / 80
        "replicaHours,          0.5277777777777778", //  19 × 100 s / 3600 s
        "cost,                  0.19",
        "allocationEfficiency,  0.5263157894736842", //  10 / 19
        "adaptations,           3",
        "scaleOuts,             2", //                   the one in step 2 does not count
        "scaleIns,              1"
    })
    void anUnscoredStepCountsForNothing(String name, double expected) {
        assertThat(score(name, 2)).isCloseTo(expected, within(1e-12));
    }

    @Test
    void changesAreNotComparedAcrossAnUnscoredStep() {
        assertThat(score("instability", 4)).isZero();
    }

    @Test
    void changesInTheSameDirectionAreStable() {
        Timeline.Recorder recorder = new Timeline.Recorder(3);
        recorder.step(1, 1, 1, 0, false);
        recorder.step(2, 2, 2, 0, false);
        recorder.step(1, 1, 1, 0, false);
        ScoreContext context = context(new int[] {1, 3, 1}, new double[3], true);

        Scores scores = Scores.of(context, recorder.timeline(), LATENCY, 0, Safety.NONE);

        assertThat(scores.elasticity().instability()).hasValue(0);
    }

    @Test
    void theNamesAreThoseOfTheSchemaInItsOrder() {
        assertThat(scores().byName().keySet())
                .containsExactly(
                        "underProvisioning",
                        "overProvisioning",
                        "underProvisionedTime",
                        "overProvisionedTime",
                        "instability",
                        "sloViolationRatio",
                        "slowRequestRatio",
                        "latencyMeanMs",
                        "latencyP99Ms",
                        "replicaHours",
                        "cost",
                        "overUtilizationEvents",
                        "allocationEfficiency",
                        "adaptations",
                        "scaleOuts",
                        "scaleIns",
                        "scaleInsWithoutEvidence",
                        "sessionsLost",
                        "quorumLostSeconds",
                        "takeBacks",
                        "alarms");
    }

    @Test
    void withoutAScoredStepOnlyCountsRemain() {
        ScoreContext context = context(NEED, DEMAND, false);

        Scores scores = Scores.of(context, timeline(), NO_LATENCY, 0, Safety.NONE);

        assertThat(scores.byName().keySet())
                .containsExactly(
                        "overUtilizationEvents",
                        "adaptations",
                        "scaleOuts",
                        "scaleIns",
                        "scaleInsWithoutEvidence",
                        "sessionsLost",
                        "quorumLostSeconds",
                        "takeBacks",
                        "alarms");
        assertThat(scores.byName().values()).allMatch(count -> count.longValue() == 0);
    }

    @Test
    void withoutRequestsThereIsNoShareOfThem() {
        ScoreContext context = context(NEED, new double[6], true);

        Scores scores = Scores.of(context, timeline(), NO_LATENCY, 0, Safety.NONE);

        assertThat(scores.byName())
                .doesNotContainKeys("sloViolationRatio", "slowRequestRatio", "latencyMeanMs")
                .containsKeys("underProvisioning", "replicaHours");
    }

    @Test
    void withoutAReplicaThereIsNoEfficiency() {
        Timeline.Recorder recorder = new Timeline.Recorder(1);
        recorder.step(0, 0, 0, 1, true);
        ScoreContext context = context(new int[] {1}, new double[] {5}, true);

        Scores scores = Scores.of(context, recorder.timeline(), LATENCY, 0, Safety.NONE);

        assertThat(scores.usage().allocationEfficiency()).isEmpty();
        assertThat(scores.usage().replicaHours()).hasValue(0);
        assertThat(scores.sloViolationRatio()).hasValue(1);
    }

    /** One character a step of a minute: o over 90 %, n exactly 90 %, x over but not scored. */
    @ParameterizedTest
    @CsvSource({
        "ooooo, 0", // 300 s are not more than 300 s
        "oooooo, 1",
        "oooooooooooooooooooo, 1",
        "oooooonoooooo, 2",
        "ooonoooooo, 1",
        "nnnnnnnnnn, 0",
        "oooxooo, 0",
        "xxxooo, 0",
        "oooooonooooo, 1"
    })
    void overUtilizationIsAStretchOfMoreThanFiveMinutes(String steps, int events) {
        int length = steps.length();
        int[] need = new int[length];
        Arrays.fill(need, 1);
        boolean[] scored = new boolean[length];
        Timeline.Recorder recorder = new Timeline.Recorder(0);
        for (int step = 0; step < length; step++) {
            scored[step] = steps.charAt(step) != 'x';
            recorder.step(1, 1, 1, steps.charAt(step) == 'n' ? 0.90 : 0.91, false);
        }
        ScoreContext context = new ScoreContext(60, need, new double[length], scored, 0);

        Scores scores = Scores.of(context, recorder.timeline(), LATENCY, 0, Safety.NONE);

        assertThat(scores.usage().overUtilizationEvents()).isEqualTo(events);
    }

    @Test
    void aTimelineOfAnotherLengthIsRefused() {
        ScoreContext context = context(new int[] {1}, new double[1], true);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scores.of(context, timeline(), LATENCY, 0, Safety.NONE))
                .withMessage("a timeline of 6 steps for a demand of 1");
    }

    @Test
    void aScoredStepThatNeedsNothingIsRefusedAndAnUnscoredOneIsNot() {
        int[] need = {0};
        double[] demand = {Double.NaN};

        assertThatIllegalArgumentException()
                .isThrownBy(() -> context(need, new double[1], true))
                .withMessage("step 0 is scored and needs 0 replicas: at least 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> context(new int[] {1}, demand, true))
                .withMessage("step 0 has a demand of NaN requests/s");
        assertThat(context(need, demand, false).steps()).isEqualTo(1);
    }

    @Test
    void anImpossibleContextIsRefused() {
        boolean[] scored = {true};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScoreContext(0, new int[] {1}, new double[1], scored, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScoreContext(5, new int[] {1}, new double[2], scored, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScoreContext(5, new int[2], new double[2], scored, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScoreContext(5, new int[] {1}, new double[1], scored, -1));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void anImpossibleLatencyIsRefused(double value) {
        assertThatIllegalArgumentException().isThrownBy(() -> latency(value, 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> latency(1, value, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> latency(1, 1, value));
    }

    @Test
    void regretIsMeasuredAgainstTheOraclesHours() {
        double oracleHours = 0.5;

        Regret regret = Regret.of(scores(), oracleHours).orElseThrow();

        // h = 0.638889 / 0.5; V = 0.5
        assertThat(regret.relativeHours()).isCloseTo(1.2777777777777777, within(1e-12));
        assertThat(regret.at(10)).isCloseTo(5.277777777777778, within(1e-12));
    }

    @Test
    void withoutAScoreThereIsNoRegret() {
        Scores noRequests =
                Scores.of(
                        context(NEED, new double[6], true), timeline(), NO_LATENCY, 0, Safety.NONE);

        assertThat(Regret.of(noRequests, 1)).isEmpty();
        assertThat(Regret.of(scores(), 0)).isEmpty();
        assertThat(noRequests.sloViolationRatio()).isEqualTo(OptionalDouble.empty());
    }

    private static LatencySummary latency(double meanMs, double p99Ms, double slowRequestRatio) {
        return new LatencySummary(
                OptionalDouble.of(meanMs),
                OptionalDouble.of(p99Ms),
                OptionalDouble.of(slowRequestRatio));
    }

    private static double score(String name, int... unscored) {
        return scores(unscored).byName().get(name).doubleValue();
    }

    private static Scores scores(int... unscored) {
        boolean[] scored = new boolean[NEED.length];
        Arrays.fill(scored, true);
        for (int step : unscored) {
            scored[step] = false;
        }
        ScoreContext context = new ScoreContext(100, NEED, DEMAND, scored, PRICE);
        return Scores.of(context, timeline(), LATENCY, 1, Safety.NONE);
    }

    private static ScoreContext context(int[] need, double[] demand, boolean scored) {
        boolean[] all = new boolean[need.length];
        Arrays.fill(all, scored);
        return new ScoreContext(100, need, demand, all, PRICE);
    }

    private static Timeline timeline() {
        Timeline.Recorder recorder = new Timeline.Recorder(6);
        recorder.step(2, 3, 2, 0.5, false);
        recorder.step(3, 3, 3, 0.4, false);
        recorder.step(3, 4, 4, 0.9, true);
        recorder.step(4, 5, 4, 0.95, false);
        recorder.step(4, 4, 2, 0.5, false);
        recorder.step(2, 4, 5, 1, true);
        return recorder.timeline();
    }
}
