// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.kpa;

/** Whether a route leads to the revision. */
public enum Reachability {
    /** Nobody has said; counts as reachable. */
    UNKNOWN,
    /** One does. */
    REACHABLE,
    /** None does. */
    UNREACHABLE
}
