// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plimsoll.sim.backtest.Stretch;
import dev.plimsoll.sim.score.ScoreContext;
import dev.plimsoll.sim.score.Timeline;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Six hours of two steps of half an hour; the first is not scored. Perfect foresight pays 25
 * replica-hours.
 *
 * <pre>
 * hour              0      1      2      3      4      5
 * demand          9 9  10 10  10 10  20 20  12 12    4 4     median 10
 * phase                steady steady rising falling lull
 * billed          9 9    4 4    4 6   8 10   10 8    6 4     32 hours
 * violated                     *      * *
 * </pre>
 */
class ScoredHoursTest {
    private static final int STEP_SECONDS = 1800;
    private static final double[] DEMAND = {9, 9, 10, 10, 10, 10, 20, 20, 12, 12, 4, 4};
    private static final int[] BILLED = {9, 9, 4, 4, 4, 6, 8, 10, 10, 8, 6, 4};
    private static final int[] VIOLATED = {4, 6, 7};
    private static final Offset<Double> ROUNDING = within(1e-12);

    @Test
    void hoursAndViolationsFallIntoPhases() {
        Breakdown breakdown = hours().of(timeline(VIOLATED));

        assertThat(breakdown.hours(Phase.LULL)).isCloseTo(5.0 / 25, ROUNDING);
        assertThat(breakdown.hours(Phase.FALLING)).isCloseTo(9.0 / 25, ROUNDING);
        assertThat(breakdown.hours(Phase.STEADY)).isCloseTo(9.0 / 25, ROUNDING);
        assertThat(breakdown.hours(Phase.RISING)).isCloseTo(9.0 / 25, ROUNDING);
        assertThat(breakdown.violations(Phase.STEADY)).isCloseTo(10.0 / 112, ROUNDING);
        assertThat(breakdown.violations(Phase.RISING)).isCloseTo(40.0 / 112, ROUNDING);
        assertThat(breakdown.violations(Phase.FALLING)).isZero();
        assertThat(breakdown.hoursScored()).isEqualTo(5);
        assertThat(breakdown.worstHours()).isEqualTo(1);
    }

    @Test
    void withoutViolationsNoHourIsWorst() {
        assertThat(hours().of(timeline()).worstHours()).isZero();
    }

    @Test
    void theTenWorstHoursAreTold() {
        // twenty hours of one step, all violated; requests 1 to 20, the ten largest are 155 of 210
        double[] demand = new double[20];
        Arrays.setAll(demand, hour -> hour + 1);
        int[] need = new int[20];
        boolean[] scored = new boolean[20];
        Arrays.fill(need, 1);
        Arrays.fill(scored, true);
        Timeline.Recorder recorder = new Timeline.Recorder(20);
        for (int step = 0; step < 20; step++) {
            recorder.step(1, 1, 1, 1, true);
        }

        ScoredHours hours =
                new ScoredHours(new Stretch(new ScoreContext(3600, need, demand, scored, 1), 20));

        assertThat(hours.of(recorder.timeline()).worstHours()).isCloseTo(155.0 / 210, ROUNDING);
    }

    @ParameterizedTest(name = "{0} after {1}, median {2}: {3}")
    @CsvSource({
        "4.9,  10, 10, LULL",
        "5,    10, 10, FALLING",
        "8.9,  10, 10, FALLING",
        "9,    10, 10, STEADY",
        "11,   10, 10, STEADY",
        "11.1, 10, 10, RISING",
        "0,     0,  0, STEADY"
    })
    void aPhaseIsWhatDemandDoes(double demand, double before, double median, Phase phase) {
        assertThat(Phase.of(demand, before, median)).isEqualTo(phase);
    }

    private static ScoredHours hours() {
        int[] need = new int[DEMAND.length];
        boolean[] scored = new boolean[DEMAND.length];
        Arrays.fill(need, 1);
        Arrays.fill(scored, 2, DEMAND.length, true);
        return new ScoredHours(
                new Stretch(new ScoreContext(STEP_SECONDS, need, DEMAND, scored, 1), 25));
    }

    private static Timeline timeline(int... violated) {
        Timeline.Recorder recorder = new Timeline.Recorder(DEMAND.length);
        for (int step = 0; step < DEMAND.length; step++) {
            boolean here = Arrays.binarySearch(violated, step) >= 0;
            recorder.step(BILLED[step], BILLED[step], BILLED[step], 0.5, here);
        }
        return recorder.timeline();
    }
}
