// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.svr;

import java.util.Arrays;
import libsvm.svm_node;

/**
 * The radial basis kernel exp(−γ·|a − b|²) of every pair of points, in the form that libsvm takes
 * for a kernel computed beforehand. Made here and not by libsvm for two reasons: its exponential is
 * the platform's, which another machine may round differently, and one matrix serves several
 * regressions.
 */
final class KernelMatrix {
    private static final double SQUARE = (double) Scaling.GRAIN * Scaling.GRAIN;

    private final double gamma;
    private final svm_node[][] rows;

    KernelMatrix(short[][] points, double gamma) {
        this.gamma = gamma;
        this.rows = new svm_node[points.length][points.length + 1];
        for (int i = 0; i < points.length; i++) {
            rows[i][0] = node(i + 1);
            for (int j = 0; j <= i; j++) {
                rows[i][j + 1] = node(kernel(gamma, points[i], points[j], 0));
                rows[j][i + 1] = rows[i][j + 1];
            }
        }
    }

    /** That of a point and the one that stands in {@code points} from an index on. */
    static double kernel(double gamma, short[] point, short[] points, int from) {
        long distance = 0;
        for (int i = 0; i < point.length; i++) {
            int difference = point[i] - points[from + i];
            distance += (long) difference * difference;
        }
        return StrictMath.exp(-gamma * (distance / SQUARE));
    }

    private static svm_node node(double value) {
        svm_node node = new svm_node();
        node.value = value;
        return node;
    }

    double gamma() {
        return gamma;
    }

    double at(int first, int second) {
        return rows[first][second + 1].value;
    }

    /** The first {@code count} rows; in each, the number of the point, from 1, stands first. */
    svm_node[][] rows(int count) {
        return Arrays.copyOf(rows, count);
    }
}
