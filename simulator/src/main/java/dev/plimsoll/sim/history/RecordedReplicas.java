// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.history;

import java.util.OptionalDouble;

/**
 * The replicas that really ran, by step. Where the mean of a window is no whole number they changed
 * within it: the change is put where it makes that mean. In windows that do not tell, they are as
 * they were before.
 */
final class RecordedReplicas {
    private static final double WHOLE = 1e-6;

    private final int[] ready;
    private final int[] paid;

    /**
     * Those of so many steps.
     *
     * @param leadSeconds how long before it was ready a replica is taken to have been ordered
     */
    RecordedReplicas(History history, StepGrid grid, int steps, double leadSeconds) {
        this.ready = new int[steps];
        double[] means = filled(history.ready());
        for (int step = 0; step < steps; step++) {
            ready[step] = within(means, grid.window(step), grid.share(step));
        }
        this.paid = paid(history, grid, (int) Math.ceil(leadSeconds / grid.stepSeconds()));
    }

    /** Replicas that took traffic. */
    int ready(int step) {
        return ready[step];
    }

    /** Replicas that were ordered and had not ended. */
    int paid(int step) {
        return paid[step];
    }

    private int[] paid(History history, StepGrid grid, int leadSteps) {
        int[] most = new int[ready.length];
        for (int step = 0; step < ready.length; step++) {
            OptionalDouble desired = history.desired().at(grid.window(step));
            most[step] = (int) Math.ceil(desired.orElse(0) - WHOLE);
            for (int later = step; later <= step + leadSteps && later < ready.length; later++) {
                most[step] = Math.max(most[step], ready[later]);
            }
        }
        return most;
    }

    private static int within(double[] means, int window, double share) {
        double mean = means[window];
        int whole = (int) Math.floor(mean + WHOLE);
        double more = mean - whole;
        if (more < WHOLE) {
            return whole;
        }
        double before = means[Math.max(window - 1, 0)];
        double after = means[Math.min(window + 1, means.length - 1)];
        boolean isMore = after >= before ? share >= 1 - more : share < more;
        return isMore ? whole + 1 : whole;
    }

    private static double[] filled(WindowMeans series) {
        double[] values = new double[series.windows()];
        double last = 0;
        for (int window = 0; window < values.length; window++) {
            last = series.at(window).orElse(last);
            values[window] = last;
        }
        return values;
    }
}
