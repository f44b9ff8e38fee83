// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.arima;

import java.util.function.UnaryOperator;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.ConvergenceChecker;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresBuilder;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresProblem;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresProblem.Evaluation;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;
import org.hipparchus.util.Pair;

/**
 * Levenberg-Marquardt with slopes by differences, which needs few evaluations where a sum of
 * squares is smooth. It ends where a step gains hardly anything, or after so many steps. Not
 * thread-safe.
 */
final class LeastSquares {
    private static final int MOST_STEPS = 30;
    private static final double DIFFERENCE = 1e-5;

    private final UnaryOperator<double[]> residuals;
    private final double leastGain;
    private double[] best;
    private double least = Double.MAX_VALUE;

    private LeastSquares(UnaryOperator<double[]> residuals, double leastGain, double[] start) {
        this.residuals = residuals;
        this.leastGain = leastGain;
        this.best = start;
    }

    /**
     * The point near {@code start} where a sum of squared residuals is least.
     *
     * @param size how many residuals there are
     * @param leastGain the share of the root of the sum below which a step's gain ends the search
     */
    static double[] minimize(
            UnaryOperator<double[]> residuals, int size, double leastGain, double[] start) {
        LeastSquares search = new LeastSquares(residuals, leastGain, start);
        search.run(start, size);
        return search.best;
    }

    private void run(double[] start, int size) {
        LeastSquaresProblem problem =
                new LeastSquaresBuilder()
                        .start(start)
                        .target(new double[size])
                        .model(this::evaluate)
                        .checker(endsAfterSmallGain())
                        .maxEvaluations(2 * MOST_STEPS)
                        .maxIterations(2 * MOST_STEPS)
                        .build();
        try {
            new LevenbergMarquardtOptimizer().optimize(problem);
        } catch (MathIllegalStateException noFurther) {
            // It came to the end of its precision or of its steps; the best point is still good.
            return;
        }
    }

    private ConvergenceChecker<Evaluation> endsAfterSmallGain() {
        return (step, previous, current) ->
                step >= MOST_STEPS
                        || previous.getCost() - current.getCost() <= leastGain * previous.getCost();
    }

    private Pair<RealVector, RealMatrix> evaluate(RealVector at) {
        double[] point = at.toArray();
        double[] here = residuals.apply(point);
        keep(point, here);
        double[][] slopes = new double[here.length][point.length];
        for (int column = 0; column < point.length; column++) {
            double step = DIFFERENCE * Math.max(1, Math.abs(point[column]));
            double[] beside = point.clone();
            beside[column] += step;
            double[] there = residuals.apply(beside);
            for (int row = 0; row < here.length; row++) {
                slopes[row][column] = (there[row] - here[row]) / step;
            }
        }
        return new Pair<>(
                new ArrayRealVector(here, false), new Array2DRowRealMatrix(slopes, false));
    }

    private void keep(double[] point, double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        if (sum < least) {
            least = sum;
            best = point;
        }
    }
}
