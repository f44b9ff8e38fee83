// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.arima;

/** Gaussian elimination with partial pivoting, for the few unknowns that an ARMA model has. */
final class LinearEquations {
    private LinearEquations() {}

    /**
     * Solves equations whose right side is the last column. They are used up.
     *
     * @return the unknowns; not finite where the equations are singular
     */
    static double[] solve(double[][] equations) {
        for (int column = 0; column < equations.length; column++) {
            swap(equations, column, pivot(equations, column));
            for (int row = column + 1; row < equations.length; row++) {
                eliminate(equations[column], equations[row], column);
            }
        }
        return substitute(equations);
    }

    private static int pivot(double[][] equations, int column) {
        int best = column;
        for (int row = column + 1; row < equations.length; row++) {
            if (Math.abs(equations[row][column]) > Math.abs(equations[best][column])) {
                best = row;
            }
        }
        return best;
    }

    private static void swap(double[][] equations, int one, int other) {
        double[] row = equations[one];
        equations[one] = equations[other];
        equations[other] = row;
    }

    private static void eliminate(double[] pivot, double[] row, int column) {
        double share = row[column] / pivot[column];
        if (share != 0) {
            for (int i = column; i < row.length; i++) {
                row[i] -= share * pivot[i];
            }
        }
    }

    private static double[] substitute(double[][] equations) {
        int unknowns = equations.length;
        double[] solution = new double[unknowns];
        for (int row = unknowns - 1; row >= 0; row--) {
            double rest = equations[row][unknowns];
            for (int i = row + 1; i < unknowns; i++) {
                rest -= equations[row][i] * solution[i];
            }
            solution[row] = rest / equations[row][row];
        }
        return solution;
    }
}
