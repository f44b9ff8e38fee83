// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.kpa;

/** What the windows say of one metric at one second. */
public sealed interface Averages {
    /**
     * Both averages.
     *
     * @param stable over the stable window
     * @param panic over the panic window
     */
    record Observed(double stable, double panic) implements Averages {}

    /** A whole stable window went by without a scrape. */
    record NoData() implements Averages {}
}
