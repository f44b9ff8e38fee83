// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.kpa;

/** The recent past of one metric as one number. Seconds count from any fixed second. */
sealed interface MetricWindow permits LinearWindow, WeightedWindow {
    void record(long second, double value);

    void resize(int windowSeconds, long now);

    /** Whether more than a whole window went by without a record. */
    boolean isEmpty(long now);

    double average(long now);
}
