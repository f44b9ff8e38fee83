// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.arima;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The unbounded numbers that stand for the coefficients of an order while they are optimised: in
 * the order φ, θ, Φ, Θ, each through {@link PartialAutocorrelations}.
 */
final class ArmaPoint {
    /** The first φ and θ, as numbers of a point. */
    private enum Start {
        /** Noise around a mean. */
        NEUTRAL(0, 0),
        /** A level that wanders slowly back to its mean, under noise. */
        CLINGING(2, 0.5),
        /** One that hardly ever comes back. */
        PERSISTENT(15, 1),
        /** What goes up comes down at the next step. */
        SWINGING(-0.5, -0.5);

        private final double phi;
        private final double theta;

        Start(double phi, double theta) {
            this.phi = phi;
            this.theta = theta;
        }
    }

    private ArmaPoint() {}

    /** Where to begin: at every {@link Start} from sample to sample and from season to season. */
    static List<double[]> starts(ArimaOrder order) {
        List<double[]> starts = new ArrayList<>();
        for (Start regular : Start.values()) {
            for (Start seasonal : Start.values()) {
                double[] point = point(order, regular, seasonal);
                if (starts.stream().noneMatch(known -> Arrays.equals(known, point))) {
                    starts.add(point);
                }
            }
        }
        return starts;
    }

    private static double[] point(ArimaOrder order, Start regular, Start seasonal) {
        double[] point = new double[order.coefficients()];
        int theta = order.regular().p();
        int seasonalPhi = theta + order.regular().q();
        int seasonalTheta = seasonalPhi + order.seasonal().p();
        set(point, 0, order.regular().p(), regular.phi);
        set(point, theta, order.regular().q(), regular.theta);
        set(point, seasonalPhi, order.seasonal().p(), seasonal.phi);
        set(point, seasonalTheta, order.seasonal().q(), seasonal.theta);
        return point;
    }

    private static void set(double[] point, int first, int count, double value) {
        if (count > 0) {
            point[first] = value;
        }
    }

    /** The stationary and invertible coefficients that a point stands for. */
    static ArmaCoefficients coefficients(ArimaOrder order, double[] point) {
        int theta = order.regular().p();
        int seasonalPhi = theta + order.regular().q();
        int seasonalTheta = seasonalPhi + order.seasonal().p();
        return new ArmaCoefficients(
                autoregressive(point, 0, order.regular().p()),
                movingAverage(point, theta, order.regular().q()),
                autoregressive(point, seasonalPhi, order.seasonal().p()),
                movingAverage(point, seasonalTheta, order.seasonal().q()));
    }

    private static List<Double> autoregressive(double[] point, int from, int count) {
        return ArmaCoefficients.list(PartialAutocorrelations.weights(point, from, count));
    }

    private static List<Double> movingAverage(double[] point, int from, int count) {
        double[] weights = PartialAutocorrelations.weights(point, from, count);
        return Arrays.stream(weights).map(weight -> -weight).boxed().toList();
    }
}
