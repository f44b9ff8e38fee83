// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.scenario;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Demand as straight lines between points, with noise that has a memory of some steps.
 *
 * @param points in the order of their time, at least one; before the first and after the last
 *     demand is constant
 * @param roughness standard deviation of the noise, as a share of the demand, 0 to 1
 */
public record Demand(List<Point> points, double roughness) {
    private static final double MEMORY = 0.9;

    /** So many requests per second at a second. */
    public record Point(long second, double rate) {}

    public Demand {
        points = List.copyOf(points);
        if (points.isEmpty() || !(roughness >= 0 && roughness <= 1)) {
            throw new IllegalArgumentException(
                    "demand with %d points and a roughness of %s"
                            .formatted(points.size(), roughness));
        }
    }

    /** Requests per second in each step. */
    public double[] perStep(int steps, int stepSeconds, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] demand = new double[steps];
        double noise = 0;
        for (int step = 0; step < steps; step++) {
            double innovation = StrictMath.sqrt(1 - MEMORY * MEMORY) * random.nextGaussian();
            noise = MEMORY * noise + innovation;
            demand[step] = at((long) step * stepSeconds) * Math.max(0, 1 + roughness * noise);
        }
        return demand;
    }

    /** Without noise. */
    double at(long second) {
        Point before = points.getFirst();
        for (Point point : points) {
            if (point.second() > second) {
                return between(before, point, second);
            }
            before = point;
        }
        return before.rate();
    }

    private static double between(Point before, Point after, long second) {
        if (before.equals(after)) {
            return before.rate();
        }
        double share = (double) (second - before.second()) / (after.second() - before.second());
        return before.rate() + share * (after.rate() - before.rate());
    }
}
