// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.plimsoll.sim.cluster.LeadTimeDraws;
import java.util.Arrays;
import java.util.function.LongToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Steps of 10 s; one character a step: digits are counts, an x in the need is not scored. */
class OracleTest {
    private static final int STEP_SECONDS = 10;

    @ParameterizedTest(name = "{index}: need {0}, lead {1} s")
    @CsvSource({
        // A replica is ordered just in time, and ends as soon as it is needed no more.
        "00011000010, 20, 0, 01000001000, 00000100001",
        // What no order can serve in time is there from the beginning.
        "1022, 20, 1, 1000, 0000",
        "2211, 20, 2, 0000, 0010",
        // A gap is held through if no order within it is in time for its end, or none saves time.
        "21112, 30, 2, 00000, 00000",
        "21112, 20, 2, 00100, 01000",
        // A lead time of a part of a step lasts to the step's end; without one, nothing is held.
        "21112, 11, 2, 00100, 01000",
        "21112, 10, 2, 00010, 01000",
        "21112, 0, 0, 20001, 01000",
        // Levels of one fall may be needed again one by one.
        "3111112111113, 20, 3, 0000100000200, 0200000100000",
        // An unscored step costs nothing: hold through it, boot in it.
        "2xxxx2, 20, 2, 000000, 000000",
        "xxx2, 20, 0, 0200, 0000",
        "21xx12, 20, 2, 000100, 010000",
        // An order that is not ready before the end is not placed.
        "0000, 20, 0, 0000, 0000"
    })
    void ordersLateAndEndsEarly(
            String need, double lead, int initial, String orders, String endings) {
        OraclePlan plan = plan(need, second -> lead);

        assertThat(plan.initial()).isEqualTo(initial);
        assertThat(plan.orders()).isEqualTo(counts(orders));
        assertThat(plan.endings()).isEqualTo(counts(endings));
    }

    @Test
    void suppliesAndBillsWhatItPlans() {
        OraclePlan plan = plan("2111122", second -> 20);

        assertThat(plan.supply()).containsExactly(2, 1, 1, 1, 1, 2, 2);
        assertThat(plan.billed()).containsExactly(2, 1, 1, 2, 2, 2, 2);
        assertThat(plan.billedSteps()).isEqualTo(12);
    }

    @Test
    void billsOnlyScoredSteps() {
        OraclePlan plan = plan("xxx2x2", second -> 20);

        assertThat(plan.billed()).containsExactly(0, 2, 2, 2, 2, 2);
        assertThat(plan.billedSteps()).isEqualTo(4);
    }

    @Test
    void takesALaterOrderThatIsReadyEarlier() {
        double[] leads = {50, 50, 50, 10, 50, 50, 50};

        OraclePlan plan = plan("0000001", second -> leads[(int) second / STEP_SECONDS]);

        assertThat(plan.orders()).isEqualTo(counts("0001000"));
        assertThat(plan.supply()).containsExactly(0, 0, 0, 0, 1, 1, 1);
        assertThat(plan.billedSteps()).isEqualTo(4);
    }

    @Test
    void stepsMayBeAsShortAsASecond() {
        boolean[] scored = {true, true, true};

        OraclePlan plan = new Oracle(1, second -> 1).plan(new int[] {0, 0, 1}, scored);

        assertThat(plan.orders()).isEqualTo(counts("010"));
    }

    @Test
    void aRunWithoutStepsHasAnEmptyPlan() {
        OraclePlan plan = plan("", second -> 20);

        assertThat(plan.supply()).isEmpty();
        assertThat(plan.billedSteps()).isZero();
    }

    @Test
    void billedHoursGrowWithTheLeadTime() {
        String need = "1".repeat(20) + "2".repeat(3) + "1".repeat(20) + "2".repeat(3);
        long previous = 0;
        for (int lead = 10; lead <= 200; lead += 10) {
            LeadTimeDraws draws = new LeadTimeDraws(lead, 0, 1, "web");
            long billed = plan(need, draws::seconds).billedSteps();
            // both peaks wait for a replica, until holding through the gap is cheaper
            assertThat(billed).isEqualTo(52 + Math.min(2 * lead / 10, 20 + lead / 10));
            assertThat(billed).isGreaterThan(previous);
            previous = billed;
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN})
    void anImpossibleLeadTimeIsRefused(double lead) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan("12", second -> lead))
                .withMessageStartingWith("an order at step 0 has a lead time of ");
    }

    @Test
    void impossibleInputIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Oracle(0, second -> 20));
        Oracle oracle = new Oracle(STEP_SECONDS, second -> 20);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> oracle.plan(new int[2], new boolean[1]))
                .withMessage("2 steps of need, 1 scored or not");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> oracle.plan(new int[] {-1}, new boolean[] {true}))
                .withMessage("step 0 needs -1 replicas");
    }

    @Test
    void handsOutArraysOfItsReadersOwn() {
        OraclePlan plan = plan("2112", second -> 0);

        Arrays.fill(plan.orders(), 9);
        Arrays.fill(plan.endings(), 9);

        assertThat(plan.orders()).isEqualTo(counts("2001"));
        assertThat(plan.endings()).isEqualTo(counts("0100"));
    }

    private static OraclePlan plan(String need, LongToDoubleFunction leadTime) {
        boolean[] scored = new boolean[need.length()];
        for (int step = 0; step < scored.length; step++) {
            scored[step] = need.charAt(step) != 'x';
        }
        return new Oracle(STEP_SECONDS, leadTime).plan(counts(need.replace('x', '9')), scored);
    }

    private static int[] counts(String digits) {
        return digits.chars().map(digit -> digit - '0').toArray();
    }
}
