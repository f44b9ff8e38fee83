// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.ensemble;

import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import java.util.Arrays;

/**
 * What the experts' errors at one horizon have been of late: per expert its mean absolute error,
 * the quantiles of the errors in units of that, and the quantile loss of the band that follows. At
 * first errors are believed to be exponential, up and down. The median stays the expert's own word.
 * Not thread-safe.
 */
final class ExpertErrors {
    /** Scores before an expert is heard, and before it is heard fully. */
    static final int LEAST_SCORES = 5;

    private static final double ENOUGH_SCORES = 20;
    private static final double SCALE_SHARE = 1.0 / 25;
    private static final double LOSS_SHARE = 1.0 / 60;

    /** Beside the best expert's 1; what is below it would cost more than it tells. */
    private static final double LEAST_WEIGHT = 1e-3;

    private static final double FIRST_RATE = 0.5;
    private static final double LEAST_RATE = 0.03;

    /** Beyond so many scores their number makes no difference. */
    private static final float MANY = 1e6f;

    private static final int LEVELS = QuantileStep.LEVELS;

    private final float[] counts = new float[ExpertPool.SIZE];
    private final float[] scales = new float[ExpertPool.SIZE];
    private final float[] losses = new float[ExpertPool.SIZE];

    /** One level after the other: neighbours are alike then. */
    private final float[] offsets = new float[ExpertPool.SIZE * LEVELS];

    ExpertErrors() {
        for (int expert = 0; expert < ExpertPool.SIZE; expert++) {
            forget(expert);
        }
    }

    /** An expert begins anew. */
    void forget(int expert) {
        counts[expert] = 0;
        scales[expert] = 0;
        losses[expert] = 0;
        for (int level = 0; level < LEVELS; level++) {
            offsets[level * ExpertPool.SIZE + expert] = (float) QuantileStep.exponential(level);
        }
    }

    /**
     * An expert was wrong by {@code error}.
     *
     * @param least the smallest scale that counts, above 0
     */
    void learn(int expert, double error, double least) {
        float count = Math.min(counts[expert] + 1, MANY);
        counts[expert] = count;
        double loss = step(expert, error, Math.max(scales[expert], least));
        double size = Math.abs(error);
        scales[expert] += (float) (Math.max(SCALE_SHARE, 1 / count) * (size - scales[expert]));
        losses[expert] += (float) (Math.max(LOSS_SHARE, 1 / count) * (loss - losses[expert]));
    }

    /** Moves the quantiles, and gives the loss of what they were. */
    private double step(int expert, double error, double scale) {
        double rate = QuantileStep.rate(FIRST_RATE, LEAST_RATE, counts[expert]);
        double loss = 0;
        for (int level = 0; level < LEVELS; level++) {
            int index = level * ExpertPool.SIZE + expert;
            double excess = error - offsets[index] * scale;
            double direction = QuantileStep.direction(level, excess);
            loss += direction * excess;
            offsets[index] += (float) (rate * QuantileStep.reachBesideMedian(level) * direction);
        }
        return loss;
    }

    /**
     * The experts' weights by their recent loss, which sum to 1: the twentieth power of the best
     * loss over the expert's own, less for newcomers.
     *
     * @return whether there is any expert to be heard
     */
    boolean weigh(float[] weights) {
        double least = Double.POSITIVE_INFINITY;
        for (int expert = 0; expert < weights.length; expert++) {
            if (counts[expert] >= LEAST_SCORES && losses[expert] < least) {
                least = losses[expert];
            }
        }
        if (least == Double.POSITIVE_INFINITY) {
            Arrays.fill(weights, 0);
            return false;
        }
        double sum = 0;
        for (int expert = 0; expert < weights.length; expert++) {
            weights[expert] = (float) weight(expert, least);
            sum += weights[expert];
        }
        for (int expert = 0; expert < weights.length; expert++) {
            weights[expert] /= (float) sum;
        }
        return true;
    }

    private double weight(int expert, double best) {
        if (counts[expert] < LEAST_SCORES) {
            return 0;
        }
        double proven = Math.min(1, counts[expert] / ENOUGH_SCORES);
        double loss = losses[expert];
        double weight = loss == best ? proven : proven * power20(best / loss);
        return weight < LEAST_WEIGHT ? 0 : weight;
    }

    private static double power20(double x) {
        double square = x * x;
        double fourth = square * square;
        double eighth = fourth * fourth;
        return eighth * eighth * fourth;
    }

    /** The weighted mean of the experts' error quantiles. */
    void mix(float[] weights, float[] margins) {
        Arrays.fill(margins, 0);
        for (int expert = 0; expert < weights.length; expert++) {
            double scaled = (double) weights[expert] * scales[expert];
            if (scaled > 0) {
                for (int level = 0; level < LEVELS; level++) {
                    margins[level] += (float) (scaled * offsets[level * ExpertPool.SIZE + expert]);
                }
            }
        }
    }

    void save(StateWriter out) {
        out.packFloats(counts).packFloats(scales).packFloats(losses).packFloats(offsets);
    }

    void restore(StateReader in) {
        in.unpackFloats(counts).unpackFloats(scales).unpackFloats(losses).unpackFloats(offsets);
    }
}
