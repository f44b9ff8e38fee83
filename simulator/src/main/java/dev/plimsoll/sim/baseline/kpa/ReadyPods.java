// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.kpa;

/** How many pods of a revision are ready, as far as that can be told. */
public sealed interface ReadyPods {
    /** So many. */
    record Counted(int pods) implements ReadyPods {}

    /** The revision has no endpoints yet: that counts as none. */
    record NotFound() implements ReadyPods {}

    /** Nobody could say. */
    record Unavailable() implements ReadyPods {}
}
