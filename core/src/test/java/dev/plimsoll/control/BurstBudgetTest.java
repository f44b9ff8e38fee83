// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.WorkloadId;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What ticks may add until the next cycle. */
class BurstBudgetTest {
    private static final WorkloadId WEB = new WorkloadId("shop", "web");
    private static final WorkloadId API = new WorkloadId("shop", "api");

    private final BurstBudget budget = new BurstBudget();

    @Test
    void isNothingBeforeTheFirstCycle() {
        assertThat(budget.left()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0, 2", "1, 2", "4, 2", "5, 3", "10, 5", "11, 6"})
    void isHalfOfWhatTheCycleLeftAndAtLeastTwo(int replicas, int left) {
        budget.grant(WEB, replicas);
        assertThat(budget.left()).isEqualTo(left);
    }

    @Test
    void isSharedByThePool() {
        budget.grant(WEB, 10);
        budget.grant(API, 20);
        budget.spend(WEB, 7);
        assertThat(budget.left()).isEqualTo(8);
        budget.spend(API, 8);
        assertThat(budget.left()).isZero();
    }

    @Test
    void isGrantedAnewByEachCycle() {
        budget.grant(WEB, 10);
        budget.spend(WEB, 5);
        budget.grant(WEB, 15);
        assertThat(budget.left()).isEqualTo(8);
        budget.grant(WEB, 4);
        assertThat(budget.left()).isEqualTo(2);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void isTheSumOverThePoolWhateverCameBefore(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<WorkloadId, Integer> parts = new TreeMap<>();
        for (int i = 0; i < 200; i++) {
            WorkloadId id = new WorkloadId("shop", "web-" + random.nextInt(5));
            int replicas = random.nextInt(40);
            if (random.nextBoolean()) {
                budget.grant(id, replicas);
                parts.put(id, Math.max(2, (replicas + 1) / 2));
            } else {
                budget.spend(id, replicas);
                parts.merge(id, -replicas, Integer::sum);
            }
            assertThat(budget.left())
                    .isEqualTo(parts.values().stream().mapToInt(Integer::intValue).sum());
        }
    }

    @Test
    void mayBeOverdrawnByWhatALimitForces() {
        budget.grant(WEB, 4);
        budget.spend(WEB, 5);
        budget.spend(API, 1);
        assertThat(budget.left()).isEqualTo(-4);
    }
}
