// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.workload;

/** Demand from one sample until before the next, asked for at times that never go back. */
interface Segment {
    /**
     * Demand per second.
     *
     * @param seconds from the trace's first sample
     */
    double at(double seconds);
}
