// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

/** The two clocks of the loop. */
public enum Clock {
    /**
     * The planning cycle: everything is looked at and learned from, and anything may be decided.
     */
    CYCLE,
    /** Between two cycles: nothing is learned, and replicas may only be added. */
    TICK
}
