// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.ensemble;

/** Whether a 90 % band has held what it says, of late. */
public sealed interface Trust {
    /** Too few windows have passed to tell. */
    record Unknown(int windows) implements Trust {}

    /**
     * The band has held.
     *
     * @param coverage share of recent samples that were inside it
     * @param allowed how far from 0.90 that may be
     */
    record Earned(double coverage, double allowed) implements Trust {}

    /** The band has been too narrow, or too wide, for long: it is not to be acted on. */
    record Lost(double coverage, double allowed) implements Trust {}
}
