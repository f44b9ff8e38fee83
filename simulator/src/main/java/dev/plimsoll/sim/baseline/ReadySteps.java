// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline;

import java.util.Arrays;
import java.util.function.LongToDoubleFunction;

/**
 * For every step of a run when an order placed at its start becomes ready, and for every step the
 * latest order that is ready by then. Immutable.
 */
final class ReadySteps {
    static final int NONE = -1;

    private final int[] readyStep;
    private final int[] latestOrder;

    /**
     * @param leadTime seconds from an order to readiness, by the second of the order
     */
    ReadySteps(int steps, int stepSeconds, LongToDoubleFunction leadTime) {
        this.readyStep = new int[steps];
        this.latestOrder = new int[steps];
        Arrays.fill(latestOrder, NONE);
        for (int order = 0; order < steps; order++) {
            double lead = requireLead(leadTime.applyAsDouble((long) order * stepSeconds), order);
            readyStep[order] = (int) Math.min(order + Math.ceil(lead / stepSeconds), steps);
            if (readyStep[order] < steps) {
                latestOrder[readyStep[order]] = order;
            }
        }
        for (int step = 1; step < steps; step++) {
            latestOrder[step] = Math.max(latestOrder[step], latestOrder[step - 1]);
        }
    }

    int steps() {
        return readyStep.length;
    }

    /** The first step at which the order is ready; the number of steps if that is after the end. */
    int readyStep(int order) {
        return readyStep[order];
    }

    /** The latest order that is ready at {@code step}, or {@link #NONE}. */
    int latestOrder(int step) {
        return latestOrder[step];
    }

    private static double requireLead(double seconds, int order) {
        if (!(seconds >= 0)) {
            throw new IllegalArgumentException(
                    "an order at step %d has a lead time of %s s".formatted(order, seconds));
        }
        return seconds;
    }
}
