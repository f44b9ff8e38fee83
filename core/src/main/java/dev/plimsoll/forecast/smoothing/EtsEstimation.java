// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.smoothing;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;
import org.hipparchus.optim.univariate.BrentOptimizer;
import org.hipparchus.optim.univariate.SearchInterval;
import org.hipparchus.optim.univariate.UnivariateObjectiveFunction;

/**
 * Estimates one ETS form by maximum likelihood. The smoothing parameters and the states before the
 * first sample take turns: given the states, a bounded search over at most four parameters, from
 * the best point of a coarse grid; given the parameters, the states by least squares (see {@link
 * EtsStates}). Each turn makes the history likelier, and they end when one gains next to nothing.
 * Deterministic. Not thread-safe.
 *
 * <p>Source: Hyndman et al., Forecasting with Exponential Smoothing (2008), sections 5.1 and 5.2,
 * where all are searched for together; that takes far longer with a season's many states.
 */
final class EtsEstimation {
    private static final int MOST_TURNS = 4;

    /** Of −2 · log likelihood; a parameter more costs at least 2. */
    private static final double LITTLE = 0.05;

    private static final double RELATIVELY_LITTLE = 1e-12;

    private static final int MOST_EVALUATIONS = 150;
    private static final double SIDE = 0.1;
    private static final double LINE_PRECISION = 1e-5;
    private static final double LINE_REACH = 0.4;
    private static final double[] ALPHAS = {0.01, 0.1, 0.3, 0.7, 0.95};
    private static final double[] BETAS = {0.02, 0.2, 0.9};
    private static final double[] PHIS = {0.7};
    private static final double[] GAMMAS = {0.05, 0.3};

    private final EtsLikelihood likelihood;
    private final EtsForm form;
    private final EtsStates states;
    private final int period;
    private double[] initial;
    private double[] point;
    private double value;

    /**
     * A first sketch, to a history for which {@link #isEnough} holds: the best point of the grid
     * and the states that go with it. That is enough to tell which forms are worth more.
     */
    EtsEstimation(EtsForm form, ScaledHistory history, int period) {
        this.period = period;
        this.form = form;
        this.likelihood = new EtsLikelihood(form, history);
        this.states = new EtsStates(likelihood);
        this.initial = EtsInitial.guess(form, history, period);
        this.point = bestOfGrid();
        refineStates();
    }

    /** Whether a history has enough samples, and periods, for a form. */
    static boolean isEnough(EtsForm form, ScaledHistory history, int period) {
        boolean periods = !form.isSeasonal() || (period > 1 && history.size() / 2 >= period);
        return periods && history.samples() > form.degreesOfFreedom(period) + 1;
    }

    private void refineStates() {
        initial = states.refined(parameters(), initial);
        value = value(point);
    }

    /** Takes turns until they gain next to nothing. */
    void settle() {
        double gain = Double.POSITIVE_INFINITY;
        for (int turn = 0; turn < MOST_TURNS && gain > LITTLE; turn++) {
            double before = value;
            point = search();
            refineStates();
            gain = before - value;
        }
    }

    /** The parameters so far. */
    EtsParameters parameters() {
        return EtsParameters.at(point, form);
    }

    /** The states so far, before the first sample: level, trend, one season per phase. */
    double[] initial() {
        return initial.clone();
    }

    /** The model after the last step of its history, in the samples' own unit. */
    EtsRecursion model() {
        return likelihood.after(parameters(), initial);
    }

    private double value(double[] point) {
        return likelihood.of(EtsParameters.at(point, form), initial);
    }

    /** The corrected criterion of the estimates so far; the less, the better. */
    double aicc() {
        double estimates = form.degreesOfFreedom(period);
        double spare = likelihood.history().samples() - estimates - 1;
        return value + 2 * estimates + 2 * estimates * (estimates + 1) / spare;
    }

    private double[] bestOfGrid() {
        List<double[]> axes = axes();
        BestPoint best = new BestPoint(this::value);
        int points = axes.stream().mapToInt(axis -> axis.length).reduce(1, (a, b) -> a * b);
        for (int index = 0; index < points; index++) {
            best.value(gridPoint(axes, index));
        }
        return best.point();
    }

    private List<double[]> axes() {
        List<double[]> axes = new ArrayList<>(List.of(ALPHAS));
        if (form.hasTrend()) {
            axes.add(BETAS);
        }
        if (form.isDamped()) {
            axes.add(PHIS);
        }
        if (form.isSeasonal()) {
            axes.add(GAMMAS);
        }
        return axes;
    }

    private static double[] gridPoint(List<double[]> axes, int index) {
        double[] point = new double[axes.size()];
        int rest = index;
        for (int axis = 0; axis < point.length; axis++) {
            double[] values = axes.get(axis);
            point[axis] = values[rest % values.length];
            rest /= values.length;
        }
        return point;
    }

    private double[] search() {
        BestPoint best = new BestPoint(this::value);
        best.value(point);
        try {
            if (point.length == 1) {
                searchLine(best);
            } else {
                searchCube(best);
            }
        } catch (MathIllegalStateException exhausted) {
            return best.point(); // nearly there: the turns that follow begin from here
        }
        return best.point();
    }

    private void searchLine(BestPoint best) {
        double start = point[0];
        double least = Math.max(0, start - LINE_REACH);
        double most = Math.min(1, start + LINE_REACH);
        new BrentOptimizer(LINE_PRECISION, LINE_PRECISION)
                .optimize(
                        new MaxEval(MOST_EVALUATIONS),
                        new UnivariateObjectiveFunction(x -> best.value(new double[] {x})),
                        GoalType.MINIMIZE,
                        new SearchInterval(least, most, start));
    }

    private void searchCube(BestPoint best) {
        double[] sides = new double[point.length];
        for (int axis = 0; axis < sides.length; axis++) {
            sides[axis] = point[axis] > 0.5 ? -SIDE : SIDE; // into the cube
        }
        new SimplexOptimizer(RELATIVELY_LITTLE, LITTLE / 5)
                .optimize(
                        new MaxEval(MOST_EVALUATIONS),
                        new ObjectiveFunction(best),
                        GoalType.MINIMIZE,
                        new InitialGuess(point),
                        new NelderMeadSimplex(sides));
    }
}
