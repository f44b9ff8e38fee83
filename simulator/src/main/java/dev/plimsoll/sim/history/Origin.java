// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.history;

/** Where a figure of a model comes from. */
public enum Origin {
    /** It was learned from the past. */
    SEEN,
    /** A person said so. */
    GIVEN,
    /** Nobody knows: it is a usual value. */
    ASSUMED
}
