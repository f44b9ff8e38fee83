// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.smoothing;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;

/**
 * Refines the states of an ETS model before its first sample by a Gauss–Newton step: the errors are
 * linear in the states where error and season are additive, so there one step finds the best states
 * of all, and elsewhere it is shortened until it makes the history likelier. A season of more than
 * 24 samples stays as it was guessed. Pure.
 */
final class EtsStates {
    private static final int LONGEST_SEASON = 24;
    private static final double NUDGE = 1e-5;

    /** A level and a season that all move against each other change nothing: this holds them. */
    private static final double RIDGE = 1e-6;

    private static final double SYMMETRY = 1e-15;
    private static final double[] SHARES = {1, 0.5, 0.2};

    private final EtsLikelihood likelihood;

    EtsStates(EtsLikelihood likelihood) {
        this.likelihood = likelihood;
    }

    /** States at least as likely as these. */
    double[] refined(EtsParameters parameters, double[] initial) {
        double value = likelihood.of(parameters, initial);
        double[] step = step(parameters, initial);
        for (double share : SHARES) {
            double[] moved = moved(initial, step, share);
            if (isFinite(moved) && likelihood.of(parameters, moved) < value) {
                return moved;
            }
        }
        return initial;
    }

    private double[] step(EtsParameters parameters, double[] initial) {
        double[] errors = likelihood.errors(parameters, initial);
        double[][] slopes = new double[free(initial)][];
        for (int state = 0; state < slopes.length; state++) {
            double[] nudged = initial.clone();
            nudged[state] += NUDGE;
            slopes[state] = likelihood.errors(parameters, nudged);
            for (int i = 0; i < errors.length; i++) {
                slopes[state][i] = (errors[i] - slopes[state][i]) / NUDGE;
            }
        }
        return leastSquares(slopes, errors);
    }

    private int free(double[] initial) {
        int states = likelihood.form().hasTrend() ? 2 : 1;
        return initial.length - states > LONGEST_SEASON ? states : initial.length;
    }

    private static double[] leastSquares(double[][] columns, double[] target) {
        int size = columns.length;
        double[][] products = new double[size][size];
        double[] projections = new double[size];
        for (int row = 0; row < size; row++) {
            projections[row] = product(columns[row], target);
            for (int column = 0; column <= row; column++) {
                products[row][column] = product(columns[row], columns[column]);
                products[column][row] = products[row][column];
            }
        }
        return solution(products, projections);
    }

    private static double[] solution(double[][] products, double[] projections) {
        double trace = 0;
        for (int i = 0; i < products.length; i++) {
            trace += products[i][i];
        }
        if (!(trace > 0 && trace <= Double.MAX_VALUE)) {
            return new double[products.length];
        }
        for (int i = 0; i < products.length; i++) {
            products[i][i] += RIDGE * trace / products.length;
        }
        return new CholeskyDecomposition(new Array2DRowRealMatrix(products), SYMMETRY, 0)
                .getSolver()
                .solve(new ArrayRealVector(projections))
                .toArray();
    }

    private static double product(double[] left, double[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += left[i] * right[i];
        }
        return sum;
    }

    private static double[] moved(double[] initial, double[] step, double share) {
        double[] moved = initial.clone();
        for (int i = 0; i < step.length; i++) {
            moved[i] += share * step[i];
        }
        return moved;
    }

    private static boolean isFinite(double[] values) {
        double size = 0;
        for (double value : values) {
            size += Math.abs(value);
        }
        return size <= Double.MAX_VALUE;
    }
}
