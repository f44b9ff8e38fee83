// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.hpa;

/**
 * Usage and requests of pods, added up; sums wrap round, as upstream's do.
 *
 * @param pods how many
 * @param strays readings beside them, of pods that nobody knows
 */
record PodTotals(long usageMilli, long requestMilli, int pods, int strays) {
    static final PodTotals NONE = new PodTotals(0, 0, 0, 0);

    PodTotals plus(PodTotals more) {
        return new PodTotals(
                usageMilli + more.usageMilli,
                requestMilli + more.requestMilli,
                pods + more.pods,
                strays + more.strays);
    }

    PodTotals plus(int count, long usageEach, long requestEach) {
        return new PodTotals(
                usageMilli + count * usageEach,
                requestMilli + count * requestEach,
                pods + count,
                strays);
    }

    PodTotals withoutUsage() {
        return new PodTotals(0, requestMilli, pods, strays);
    }

    int readings() {
        return pods + strays;
    }
}
