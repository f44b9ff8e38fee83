// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.structure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Where the level of a series changed at once and stayed so. At each block boundary the median of
 * the blocks after it is compared with that of as many before it. A shift is where this step is so
 * many times the usual step of this very series that wandering does not explain it, and where a
 * tenth of the history to either side still differs by half as much, so that an episode is none.
 * The sample is then the one that splits its surroundings best, by the variance between the parts.
 *
 * <p>Sources: the split is that of binary segmentation (Scott and Knott, A Cluster Analysis Method
 * for Grouping Means in the Analysis of Variance, 1974). The yardstick is ours: methods that
 * penalise the number of change points, such as PELT, take noise to be independent, and find many
 * in a series that wanders.
 */
final class LevelShifts {
    private static final int WINDOW = 5; // blocks
    private static final int LEAST_BLOCKS = 100;
    private static final double USUAL_STEPS = 6;
    private static final double LEAST_SHARE = 0.1; // of the higher level
    private static final double LASTING = 0.5; // of the step
    private static final int MOST_TRIED = 8;
    private static final int MOST_TOLD = 3;

    private record Step(int boundary, double size) {}

    private final BridgedSeries series;
    private final double[] values;
    private final BlockLevels levels;

    LevelShifts(BridgedSeries series, double[] unseasonal, BlockLevels levels) {
        this.series = series;
        this.values = unseasonal;
        this.levels = levels;
    }

    /** The latest few, in the order of time. */
    List<Symptom> found() {
        if (levels.count() < LEAST_BLOCKS) {
            return List.of();
        }
        List<Symptom.LevelShift> shifts = shifts();
        shifts.sort(Comparator.comparingInt(Symptom.LevelShift::at));
        return List.copyOf(shifts.subList(Math.max(0, shifts.size() - MOST_TOLD), shifts.size()));
    }

    /** Passes as long as a shift that was found shows others beside it. */
    private List<Symptom.LevelShift> shifts() {
        List<Step> left = largeSteps();
        List<Symptom.LevelShift> shifts = new ArrayList<>();
        int before = -1;
        while (shifts.size() > before) {
            before = shifts.size();
            left.removeIf(step -> consider(step, shifts));
        }
        return shifts;
    }

    /** The largest first. */
    private List<Step> largeSteps() {
        double[] steps = steps();
        double least = USUAL_STEPS * Spread.of(steps).deviation();
        List<Step> large = new ArrayList<>();
        int largest = largest(steps);
        while (large.size() < MOST_TRIED
                && steps[largest] != 0
                && Math.abs(steps[largest]) >= least) {
            large.add(new Step(largest + WINDOW, steps[largest]));
            int from = Math.max(0, largest - 2 * WINDOW);
            Arrays.fill(steps, from, Math.min(steps.length, largest + 2 * WINDOW + 1), 0);
            largest = largest(steps);
        }
        return large;
    }

    /** By how much the level after each boundary differs from that before it, beyond the usual. */
    private double[] steps() {
        double[] steps = new double[levels.count() - 2 * WINDOW + 1];
        for (int i = 0; i < steps.length; i++) {
            int boundary = i + WINDOW;
            steps[i] =
                    levels.median(boundary, boundary + WINDOW)
                            - levels.median(boundary - WINDOW, boundary);
        }
        double usual = Spread.of(steps).median();
        for (int i = 0; i < steps.length; i++) {
            steps[i] -= usual;
        }
        return steps;
    }

    private static int largest(double[] steps) {
        int largest = 0;
        for (int i = 1; i < steps.length; i++) {
            if (Math.abs(steps[i]) > Math.abs(steps[largest])) {
                largest = i;
            }
        }
        return largest;
    }

    /** Adds the shift that this step is, if it is one. */
    private boolean consider(Step step, List<Symptom.LevelShift> shifts) {
        int boundary = step.boundary();
        int from = Math.max(start(boundary, shifts), boundary - levels.count() / 10);
        int to = Math.min(end(boundary, shifts), boundary + levels.count() / 10);
        if (Math.min(boundary - from, to - boundary) < WINDOW) {
            return false;
        }
        double before = levels.median(from, boundary);
        double after = levels.median(boundary, to);
        double change = (after - before) * Math.signum(step.size());
        boolean lasts = change >= LASTING * Math.abs(step.size());
        boolean matters = change >= LEAST_SHARE * Math.max(Math.abs(before), Math.abs(after));
        if (lasts && matters) {
            int at = bestSplit(boundary);
            double ago = series.seconds(series.size() - at);
            shifts.add(new Symptom.LevelShift(at, before, after, ago));
        }
        return lasts && matters;
    }

    /** The first block since the shift before a boundary. */
    private int start(int boundary, List<Symptom.LevelShift> shifts) {
        return shifts.stream()
                .mapToInt(shift -> Math.ceilDiv(shift.at(), levels.length()))
                .filter(block -> block <= boundary)
                .max()
                .orElse(0);
    }

    /** The block of the shift after a boundary. */
    private int end(int boundary, List<Symptom.LevelShift> shifts) {
        return shifts.stream()
                .mapToInt(shift -> levels.blockOf(shift.at()))
                .filter(block -> block > boundary)
                .min()
                .orElse(levels.count());
    }

    private int bestSplit(int boundary) {
        int from = levels.start(boundary - WINDOW);
        int to = levels.start(boundary + WINDOW);
        double middle = levels.median(boundary - WINDOW, boundary + WINDOW);
        double[] sums = new double[to - from + 1];
        for (int i = from; i < to; i++) {
            sums[i - from + 1] = sums[i - from] + (values[i] - middle);
        }
        int best = levels.start(boundary) - from;
        double most = 0;
        for (int split = 1; split < to - from; split++) {
            double distance = meanDistance(sums, split);
            double weight = Math.sqrt((double) split * (to - from - split));
            if (distance * weight > most) {
                most = distance * weight;
                best = split;
            }
        }
        return from + best;
    }

    private static double meanDistance(double[] sums, int split) {
        double whole = sums[sums.length - 1];
        return Math.abs(sums[split] / split - (whole - sums[split]) / (sums.length - 1 - split));
    }
}
