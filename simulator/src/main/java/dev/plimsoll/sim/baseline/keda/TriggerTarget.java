// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.keda;

/**
 * What the HPA compares a trigger's value with.
 *
 * @param kind whether the value is shared out among the replicas first
 * @param milli the target, in thousandths
 */
public record TriggerTarget(Kind kind, long milli) {
    private static final double THOUSANDTH = 1e-3;

    /** Whether a value is shared out among the replicas. */
    public enum Kind {
        /** It is. */
        AVERAGE_VALUE,
        /** It is not: the ratio multiplies the ready replicas. */
        VALUE
    }

    /** As upstream's quantities turn into doubles: a product, not a quotient. */
    double units() {
        return milli * THOUSANDTH;
    }
}
