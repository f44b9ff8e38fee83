// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.kpa;

/** The revision's condition Active, and since how many seconds it has been what it is. */
public sealed interface Activity {
    /** Pods are starting. */
    record Activating(long forSeconds) implements Activity {}

    /** It serves. */
    record Active(long forSeconds) implements Activity {}

    /** It is out of use, though pods may be left. */
    record Inactive(long forSeconds) implements Activity {}
}
