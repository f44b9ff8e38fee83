// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OracleOptimalityTest {
    private static final int EDITS = 1_000;

    static LongStream seeds() {
        return LongStream.range(0, 10);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noPlanOfATinyRunIsCheaper(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 20; i++) {
            Instance instance = tinyInstance(random);

            OraclePlan plan = instance.plan();

            assertThat(new PlannedRun(instance, plan).bill())
                    .as("%d: %s", i, instance)
                    .isEqualTo(plan.billedSteps())
                    .isEqualTo(new ExhaustiveSearch(instance, 6).leastBill());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noEditOfALongRunsPlanIsCheaper(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Instance instance = longInstance(random);
        PlannedRun best = new PlannedRun(instance, instance.plan());

        assertThat(best.bill()).isEqualTo(instance.plan().billedSteps()).isPositive();
        assertThat(savingEdits(best, random)).isZero();
    }

    /** The edits are able to find what can be saved. */
    @Test
    void manyEditsOfAWastefulPlanAreCheaper() {
        SplittableRandom random = new SplittableRandom(1);
        Instance instance = longInstance(random);
        int peak = instance.peak();
        int steps = instance.steps();
        PlannedRun holdAll = new PlannedRun(instance, peak, new int[steps], new int[steps]);

        assertThat(savingEdits(holdAll, random)).isGreaterThan(EDITS / 20);
    }

    @Test
    void replayedSupplyIsWhatThePlanPromises() {
        Instance instance = longInstance(new SplittableRandom(2));
        OraclePlan plan = instance.plan();

        int[] supply = plan.supply();
        int[] billed = plan.billed();

        long sum = 0;
        for (int step = 0; step < supply.length; step++) {
            assertThat(billed[step]).isGreaterThanOrEqualTo(supply[step]);
            assertThat(instance.isServed(step, supply[step])).isTrue();
            sum += instance.scored(step) ? billed[step] : 0;
        }
        assertThat(plan.billedSteps()).isEqualTo(sum);
    }

    private static int savingEdits(PlannedRun plan, SplittableRandom random) {
        long bill = plan.bill();
        int saving = 0;
        for (int i = 0; i < EDITS; i++) {
            PlannedRun edited = plan.copy();
            int changes = 1 + random.nextInt(3);
            for (int change = 0; change < changes; change++) {
                edit(edited, random);
            }
            long editedBill = edited.bill();
            saving += editedBill >= 0 && editedBill < bill ? 1 : 0;
        }
        return saving;
    }

    private static void edit(PlannedRun plan, SplittableRandom random) {
        int steps = plan.orders.length;
        int step = random.nextInt(steps);
        int later = Math.min(step + 1 + random.nextInt(30), steps - 1);
        switch (random.nextInt(6)) {
            case 0 -> take(plan.orders, next(plan.orders, step)); // leave an order out
            case 1 -> move(plan.orders, next(plan.orders, step), 1 + random.nextInt(5));
            case 2 -> move(plan.endings, next(plan.endings, step), -1 - random.nextInt(5));
            case 3 -> plan.endings[step]++; // end one more
            case 4 -> { // end and order anew instead of holding
                plan.endings[step]++;
                plan.orders[later]++;
            }
            default -> { // hold instead of ending and ordering anew
                take(plan.endings, next(plan.endings, step));
                take(plan.orders, next(plan.orders, step));
            }
        }
        if (random.nextInt(20) == 0 && plan.initial > 0) {
            plan.initial--;
        }
    }

    /**
     * The first step from {@code from} on with something to edit; the last one if there is none.
     */
    private static int next(int[] counts, int from) {
        int step = from;
        while (step < counts.length - 1 && counts[step] == 0) {
            step++;
        }
        return step;
    }

    private static void take(int[] counts, int step) {
        counts[step] = Math.max(counts[step] - 1, 0);
    }

    private static void move(int[] counts, int step, int by) {
        int target = Math.clamp(step + by, 0, counts.length - 1);
        if (counts[step] > 0) {
            counts[step]--;
            counts[target]++;
        }
    }

    private static Instance tinyInstance(SplittableRandom random) {
        int steps = 6 + random.nextInt(4);
        return new Instance(
                random.ints(steps, 0, 4).toArray(),
                scored(random.ints(steps, 0, 4).toArray()),
                random.ints(steps, 0, 5).toArray());
    }

    /** A random walk of 400 steps between 1 and 20, with single steps and gaps unscored. */
    private static Instance longInstance(SplittableRandom random) {
        int steps = 400;
        int[] need = new int[steps];
        int[] kinds = new int[steps];
        int level = 10;
        for (int step = 0; step < steps; step++) {
            level = Math.clamp(level + random.nextInt(-2, 3), 1, 20);
            need[step] = level;
            kinds[step] = step % 100 < 12 ? 0 : random.nextInt(20);
        }
        return new Instance(need, scored(kinds), random.ints(steps, 2, 21).toArray());
    }

    /** Kind 0 is not scored. */
    private static boolean[] scored(int[] kinds) {
        boolean[] scored = new boolean[kinds.length];
        for (int step = 0; step < kinds.length; step++) {
            scored[step] = kinds[step] > 0;
        }
        return scored;
    }
}
