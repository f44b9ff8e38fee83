// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.svr;

import libsvm.svm;
import libsvm.svm_model;
import libsvm.svm_parameter;
import libsvm.svm_problem;

/**
 * An epsilon-insensitive support vector regression: Σ weight · kernel + intercept.
 *
 * <p>Solved by libsvm, which is deterministic here: its random numbers serve only cross-validation
 * and probabilities, which are not used.
 *
 * <p>Source: Chang and Lin, LIBSVM: A Library for Support Vector Machines, ACM Transactions on
 * Intelligent Systems and Technology 2(3), 2011, section 2.4 (epsilon-SVR) and 4 (the solver).
 *
 * <p>Immutable.
 */
final class Regression {
    private static final double TOLERANCE = 0.01;
    private static final double CACHE_MEGABYTES = 4;

    private final double[] weights;
    private final double intercept;

    private Regression(double[] weights, double intercept) {
        this.weights = weights;
        this.intercept = intercept;
    }

    static {
        svm.svm_set_print_string_function(_ -> {});
    }

    /** That of the targets of the first rows; {@code cost} and {@code tube} are C and epsilon. */
    static Regression of(KernelMatrix kernel, double[] targets, double cost, double tube) {
        svm_problem problem = new svm_problem();
        problem.l = targets.length;
        problem.y = targets;
        problem.x = kernel.rows(targets.length);
        svm_model solved = svm.svm_train(problem, parameters(cost, tube));
        double[] weights = new double[targets.length];
        for (int i = 0; i < solved.l; i++) {
            weights[solved.sv_indices[i] - 1] = solved.sv_coef[0][i];
        }
        return new Regression(weights, -solved.rho[0]);
    }

    private static svm_parameter parameters(double cost, double tube) {
        svm_parameter parameters = new svm_parameter();
        parameters.svm_type = svm_parameter.EPSILON_SVR;
        parameters.kernel_type = svm_parameter.PRECOMPUTED;
        parameters.C = cost;
        parameters.p = tube;
        parameters.eps = TOLERANCE;
        parameters.cache_size = CACHE_MEGABYTES;
        parameters.shrinking = 1;
        return parameters;
    }

    /** The one that says 0 of everything. */
    static Regression none(int rows) {
        return new Regression(new double[rows], 0);
    }

    /** That of a row that was learned from; 0 for one that is no support vector. */
    double weight(int row) {
        return weights[row];
    }

    double intercept() {
        return intercept;
    }

    /** What it says of the point of a row. */
    double at(KernelMatrix kernel, int row) {
        double sum = intercept;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] != 0) {
                sum += weights[i] * kernel.at(i, row);
            }
        }
        return sum;
    }

    /** The mean absolute error over the rows from {@code first} on. */
    double error(KernelMatrix kernel, double[] targets, int first) {
        double sum = 0;
        for (int row = first; row < targets.length; row++) {
            sum += Math.abs(targets[row] - at(kernel, row));
        }
        return sum / (targets.length - first);
    }
}
