// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.smoothing;

import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.univariate.BrentOptimizer;
import org.hipparchus.optim.univariate.SearchInterval;
import org.hipparchus.optim.univariate.UnivariateObjectiveFunction;

/**
 * Fits a {@link DriftingLevel} to values without a season, by the least squared error of one step.
 * Given alpha, what is expected is linear in the first level and in the drift, so those two are
 * solved for, and only alpha is searched: the best of a grid, then Brent's method around it. Pure.
 */
final class ThetaEstimation {
    private static final double LEAST_ALPHA = 0.02;
    private static final double MOST_ALPHA = 0.99;
    private static final double GRID_STEP = (MOST_ALPHA - LEAST_ALPHA) / 8;
    private static final int MOST_EVALUATIONS = 100;
    private static final double PRECISION = 1e-5;

    private final double[] values;
    private final boolean[] present;
    private final double leastDrift;
    private final double mostDrift;

    /**
     * @param present which of the values are samples, the first of them at least
     */
    ThetaEstimation(double[] values, boolean[] present, double leastDrift, double mostDrift) {
        this.values = values;
        this.present = present;
        this.leastDrift = leastDrift;
        this.mostDrift = mostDrift;
    }

    /** The model before the first value. */
    DriftingLevel fit() {
        double start = LEAST_ALPHA;
        double least = squares(start);
        for (double alpha = start; alpha < MOST_ALPHA; alpha += GRID_STEP) {
            double squares = squares(alpha);
            if (squares < least) {
                least = squares;
                start = alpha;
            }
        }
        return given(best(start));
    }

    private double best(double start) {
        double from = Math.max(LEAST_ALPHA, start - GRID_STEP);
        double to = Math.min(MOST_ALPHA, start + GRID_STEP);
        return new BrentOptimizer(PRECISION, PRECISION)
                .optimize(
                        new MaxEval(MOST_EVALUATIONS),
                        new UnivariateObjectiveFunction(this::squares),
                        GoalType.MINIMIZE,
                        new SearchInterval(from, to, start))
                .getPoint();
    }

    private double squares(double alpha) {
        DriftingLevel model = given(alpha);
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            if (present[i]) {
                double surprise = model.observe(values[i]);
                squares += surprise * surprise;
            } else {
                model.observeGap();
            }
        }
        return squares;
    }

    /**
     * The best model of one alpha. What is expected is l + d + what was learned, and both l and d
     * fade as the samples pull the level to themselves: {@code byLevel} and {@code byDrift} are
     * what is left of one unit of each, {@code error} the surprise if both were 0.
     */
    DriftingLevel given(double alpha) {
        Regression regression = new Regression();
        double learned = 0;
        double byLevel = 1;
        double byDrift = 0;
        for (int i = 0; i < values.length; i++) {
            byDrift++;
            if (present[i]) {
                double error = values[i] - learned;
                regression.add(byLevel, byDrift, error);
                learned += alpha * error;
                byLevel *= 1 - alpha;
                byDrift *= 1 - alpha;
            }
        }
        double drift = Math.clamp(regression.drift(), leastDrift, mostDrift);
        return new DriftingLevel(alpha, drift, regression.levelGiven(drift));
    }

    /** Least squares with the two unknowns level and drift. */
    private static final class Regression {
        private double levelSquares;
        private double driftSquares;
        private double mixed;
        private double levelErrors;
        private double driftErrors;

        void add(double byLevel, double byDrift, double error) {
            levelSquares += byLevel * byLevel;
            driftSquares += byDrift * byDrift;
            mixed += byLevel * byDrift;
            levelErrors += byLevel * error;
            driftErrors += byDrift * error;
        }

        /** The drift, 0 where the samples tell it from the level by no more than rounding. */
        double drift() {
            double determinant = levelSquares * driftSquares - mixed * mixed;
            boolean singular = determinant <= 1e-12 * levelSquares * driftSquares;
            return singular ? 0 : (levelSquares * driftErrors - mixed * levelErrors) / determinant;
        }

        double levelGiven(double drift) {
            return (levelErrors - drift * mixed) / levelSquares;
        }
    }
}
