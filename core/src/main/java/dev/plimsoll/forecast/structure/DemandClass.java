// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.structure;

/**
 * How demand with pauses comes: how often, and in how different sizes.
 *
 * <p>Source: Syntetos, Boylan and Croston, On the categorization of demand patterns, Journal of the
 * Operational Research Society 56 (2005): the cut-off values.
 */
public enum DemandClass {
    /** Often, in similar sizes. */
    SMOOTH("in similar sizes"),
    /** Often, in very different sizes. */
    ERRATIC("in very different sizes"),
    /** Seldom, in similar sizes. */
    INTERMITTENT("in similar sizes"),
    /** Seldom, in very different sizes. */
    LUMPY("in very different sizes");

    /** From this mean interval on, in samples, demand comes seldom. */
    public static final double SELDOM = 1.32;

    private static final double DIFFERENT = 0.49;

    private final String sizes;

    DemandClass(String sizes) {
        this.sizes = sizes;
    }

    /**
     * @param interval samples from one demand to the next, on average
     * @param squaredVariation the variance of the sizes over the square of their mean
     */
    static DemandClass of(double interval, double squaredVariation) {
        boolean different = squaredVariation >= DIFFERENT;
        if (interval < SELDOM) {
            return different ? ERRATIC : SMOOTH;
        }
        return different ? LUMPY : INTERMITTENT;
    }

    String sizes() {
        return sizes;
    }
}
