// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.svr;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Fits a {@link SvrModel}. C and gamma are chosen from the grid: each pair learns from the older
 * three quarters of the rows, and the one with the least absolute error on the newest quarter, over
 * all horizons, learns from all rows. A horizon at which even that one errs more than a regression
 * that always says 0 gets the latter.
 */
final class SvrTrainer {
    private static final double MOST = 10;

    private final double tube;
    private final List<Lead> leads;
    private final Scaling scaling;
    private final short[][] points;
    private final double[][] targets;
    private final int older;

    /** How a pair of C and gamma did: its error per look-ahead, that of saying 0 being 1. */
    private record Candidate(KernelMatrix kernel, double cost, List<Double> errors) {
        double error() {
            return errors.stream().mapToDouble(Double::doubleValue).sum();
        }
    }

    private SvrTrainer(TrainingRows rows, double tube) {
        double[][] inputs = new double[rows.count()][];
        Arrays.setAll(inputs, rows::inputs);
        this.tube = tube;
        this.leads = IntStream.range(0, rows.leads()).mapToObj(rows::lead).toList();
        this.scaling = Scaling.of(inputs);
        this.points = Arrays.stream(inputs).map(scaling::point).toArray(short[][]::new);
        this.targets = new double[leads.size()][rows.count()];
        for (int h = 0; h < targets.length; h++) {
            for (int row = 0; row < rows.count(); row++) {
                double rest = leads.get(h).rest(rows.rise(h, row), rows.change(h, row));
                targets[h][row] = Scaling.cut(rest, MOST);
            }
        }
        this.older = rows.count() * 3 / 4;
    }

    /** The model of at least four rows, for forecasts within a range. */
    static SvrModel train(TrainingRows rows, SvrGrid grid, SampleRange range) {
        SvrTrainer trainer = new SvrTrainer(rows, grid.tube());
        Support support = trainer.support(trainer.best(grid));
        return new SvrModel(trainer.leads, trainer.scaling, support, range);
    }

    private Candidate best(SvrGrid grid) {
        return grid.widths().stream()
                .map(width -> new KernelMatrix(points, width / scaling.width()))
                .flatMap(kernel -> grid.costs().stream().map(cost -> tried(kernel, cost)))
                .min(Comparator.comparingDouble(Candidate::error))
                .orElseThrow();
    }

    private Candidate tried(KernelMatrix kernel, double cost) {
        List<Double> errors =
                Arrays.stream(targets).map(values -> error(kernel, cost, values)).toList();
        return new Candidate(kernel, cost, errors);
    }

    private double error(KernelMatrix kernel, double cost, double... values) {
        double[] learned = Arrays.copyOf(values, older);
        double error = Regression.of(kernel, learned, cost, tube).error(kernel, values, older);
        double ratio = error / Regression.none(older).error(kernel, values, older);
        return Double.isFinite(ratio) ? ratio : 1;
    }

    private Support support(Candidate best) {
        List<Regression> regressions =
                IntStream.range(0, targets.length).mapToObj(h -> regression(best, h)).toList();
        return Support.of(best.kernel().gamma(), points, regressions);
    }

    private Regression regression(Candidate best, int lead) {
        return best.errors().get(lead) < 1
                ? Regression.of(best.kernel(), targets[lead], best.cost(), tube)
                : Regression.none(points.length);
    }
}
