// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.smoothing;

import java.util.function.ToDoubleFunction;
import org.hipparchus.analysis.MultivariateFunction;

/**
 * A function on the unit cube that remembers where it was least, so that a search that gives up has
 * still found something. A point outside is taken for the nearest one inside. Not thread-safe.
 */
final class BestPoint implements MultivariateFunction {
    private final ToDoubleFunction<double[]> function;
    private double least = Double.POSITIVE_INFINITY;
    private double[] point = {};

    BestPoint(ToDoubleFunction<double[]> function) {
        this.function = function;
    }

    @Override
    public double value(double[] at) {
        double[] inside = inside(at);
        double value = function.applyAsDouble(inside);
        if (value < least) {
            least = value;
            point = inside;
        }
        return value;
    }

    private static double[] inside(double[] at) {
        double[] inside = new double[at.length];
        for (int axis = 0; axis < at.length; axis++) {
            inside[axis] = Math.clamp(at[axis], 0, 1);
        }
        return inside;
    }

    /** The point with the least value so far. */
    double[] point() {
        return point.clone();
    }
}
