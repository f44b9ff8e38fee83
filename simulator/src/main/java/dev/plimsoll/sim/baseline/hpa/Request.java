// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.hpa;

/** How much of a resource a pod asks for. */
public sealed interface Request {
    /** Thousandths of the unit. */
    record Milli(long value) implements Request {}

    /** None is set, so that there is nothing to take a share of. */
    record Missing() implements Request {}

    /** The container that alone counts is not in the pod. */
    record NoSuchContainer() implements Request {}
}
