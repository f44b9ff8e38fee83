// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.history;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * The buckets of a histogram through which latency was seen. A quantile that is read from them is a
 * guess between two bounds, as if requests were spread evenly there (PromQL, {@code
 * histogram_quantile}): with bounds of 100 ms and 250 ms, a true 150 ms may read as 200 ms. So a
 * model has to be read through the same buckets before it is held against what was seen. Immutable.
 */
public final class Buckets {
    /** Latency was seen as it was. */
    public static final Buckets NONE = new Buckets(new double[0]);

    private final double[] bounds;

    private Buckets(double[] bounds) {
        this.bounds = bounds;
    }

    /** Those with these upper bounds, in seconds; the one without end may be among them. */
    public static Buckets of(double... bounds) {
        return new Buckets(Arrays.stream(bounds).filter(Double::isFinite).sorted().toArray());
    }

    boolean isNone() {
        return bounds.length == 0;
    }

    /**
     * What reading them gives for a quantile.
     *
     * @param exceedance the share of requests that take longer than so many seconds
     */
    double quantile(double quantile, DoubleUnaryOperator exceedance) {
        int bucket = bucket(quantile, exceedance);
        if (bucket == bounds.length) {
            return bounds[bounds.length - 1];
        }
        double from = bucket == 0 ? 0 : bounds[bucket - 1];
        double below = bucket == 0 ? 0 : 1 - exceedance.applyAsDouble(from);
        double within = 1 - exceedance.applyAsDouble(bounds[bucket]) - below;
        return from + (bounds[bucket] - from) * (quantile - below) / within;
    }

    /** The first bucket up to whose bound the quantile is reached. */
    private int bucket(double quantile, DoubleUnaryOperator exceedance) {
        int low = 0;
        int high = bounds.length;
        while (low < high) {
            int middle = (low + high) / 2;
            if (1 - exceedance.applyAsDouble(bounds[middle]) >= quantile) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
