// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline;

import java.util.Arrays;

/**
 * A plan that may be edited, and its replay replica by replica, written without a look at {@link
 * Oracle}'s arithmetic: lead times are whole steps, by the step of the order.
 */
final class PlannedRun {
    private final Instance instance;
    final int[] orders;
    final int[] endings;
    int initial;

    PlannedRun(Instance instance, int initial, int[] orders, int[] endings) {
        this.instance = instance;
        this.initial = initial;
        this.orders = orders;
        this.endings = endings;
    }

    PlannedRun(Instance instance, OraclePlan plan) {
        this(instance, plan.initial(), plan.orders(), plan.endings());
    }

    PlannedRun copy() {
        return new PlannedRun(instance, initial, orders.clone(), endings.clone());
    }

    /** Scored replica-steps billed, or a negative number if the plan fails. */
    long bill() {
        long bill = 0;
        int ready = initial;
        int[] booting = new int[0];
        for (int step = 0; step < instance.steps(); step++) {
            int now = step;
            booting = append(booting, orders[step], step + instance.leadSteps(step));
            ready += (int) Arrays.stream(booting).filter(end -> end <= now).count();
            booting = Arrays.stream(booting).filter(end -> end > now).toArray();
            ready -= endings[step];
            if (ready < 0 || endings[step] < 0 || !instance.isServed(step, ready)) {
                return -1;
            }
            bill += instance.scored(step) ? ready + booting.length : 0;
        }
        return bill;
    }

    private static int[] append(int[] values, int count, int value) {
        int[] longer = Arrays.copyOf(values, values.length + count);
        Arrays.fill(longer, values.length, longer.length, value);
        return longer;
    }
}
