// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

import dev.plimsoll.capacity.MmcStation;

/**
 * What the measured service and the simulated one have in common.
 *
 * @param station one server
 * @param servers how many there are at first
 */
record Setup(MmcStation station, int servers) {
    private static final int SERVERS = 8;
    private static final int SLOTS = 4;

    /** Eight servers of four slots. */
    static Setup of(double serviceSeconds) {
        return new Setup(new MmcStation(SLOTS, serviceSeconds), SERVERS);
    }

    /** Arrivals per second that make this load of the first servers. */
    double rate(double load) {
        return load * servers * station.saturationRate();
    }
}
