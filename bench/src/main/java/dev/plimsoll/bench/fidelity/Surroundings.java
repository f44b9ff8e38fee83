// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

import java.io.IOException;

/**
 * What all runs have in common besides the load.
 *
 * @param overheadMs what the way to a server and back costs; added to every simulated latency
 * @param proxy HAProxy's version
 * @param java the version of what servers and sender run on
 * @param kernel the operating system's
 */
record Surroundings(double overheadMs, String proxy, String java, String kernel) {
    /** Asks the programs here. */
    static Surroundings here(double overheadSeconds) throws IOException {
        return new Surroundings(
                1000 * overheadSeconds,
                Proxy.version(),
                Runtime.version().toString(),
                "%s %s".formatted(System.getProperty("os.name"), System.getProperty("os.version")));
    }
}
