// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * A discrete distribution of waiting times in seconds; the weights add up to 1. Not thread-safe.
 */
final class Waits {
    private record Point(double seconds, double weight) {}

    /** Takes one point of the distribution. */
    interface Visitor {
        void visit(double seconds, double weight);
    }

    private final List<Point> points;

    Waits(int expected) {
        this.points = new ArrayList<>(expected);
    }

    void add(double seconds, double weight) {
        points.add(new Point(seconds, weight));
    }

    void forEach(Visitor visitor) {
        points.forEach(point -> visitor.visit(point.seconds(), point.weight()));
    }

    double mean() {
        return mean(seconds -> seconds);
    }

    double mean(DoubleUnaryOperator function) {
        double sum = 0;
        for (Point point : points) {
            sum += point.weight() * function.applyAsDouble(point.seconds());
        }
        return sum;
    }

    double quantile(double quantile) {
        points.sort(Comparator.comparingDouble(Point::seconds));
        double below = 0;
        for (Point point : points) {
            below += point.weight();
            if (below >= quantile) {
                return point.seconds();
            }
        }
        return points.getLast().seconds();
    }
}
