// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.workload;

import java.util.Arrays;

/** The median: the middle value, or the mean of the two middle ones. */
final class Median {
    private Median() {}

    static double of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1
                ? sorted[middle]
                : sorted[middle - 1] + (sorted[middle] - sorted[middle - 1]) / 2;
    }
}
