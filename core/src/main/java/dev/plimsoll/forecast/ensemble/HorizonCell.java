// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.ensemble;

import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;

/**
 * What an ensemble has learned at one horizon: how the experts are to be weighed there, and how far
 * the truth lies from their mean. Each expert's word and the band that was given are kept until the
 * horizon has passed. Of a long horizon only every {@value #KEPT}th part is judged, as neighbours
 * there are nearly the same.
 *
 * <p>The band is the weighted mean of the experts' own (averaging quantiles, Lichtendahl,
 * Grushka-Cockayne and Winkler, Is It Better to Average Probabilities or Quantiles?, 2013), each
 * quantile corrected by how often it was exceeded ({@link QuantileStep}). Not thread-safe.
 */
final class HorizonCell {
    static final int KEPT = 8;

    private static final double FIRST_RATE = 0.3;
    private static final double LEAST_RATE = 0.005;
    private static final double MOST_CORRECTION = 10;
    private static final int LEVELS = QuantileStep.LEVELS;

    private final int horizon;
    private final int stride;
    private final int capacity;

    /** One expert after the other: neighbours are alike then. */
    private final float[] opinions;

    /** One level after the other. */
    private final float[] bands;

    private final ExpertErrors errors = new ExpertErrors();
    private final float[] weights = new float[ExpertPool.SIZE];
    private final float[] margins = new float[LEVELS];
    private final float[] corrections = new float[LEVELS];
    private final BandWatch watch;
    private int heard;
    private double corrected;
    private boolean proven;

    HorizonCell(int horizon) {
        this.horizon = horizon;
        this.stride = Math.ceilDiv(horizon, KEPT);
        this.capacity = horizon / stride + 1;
        this.opinions = new float[capacity * ExpertPool.SIZE];
        this.bands = new float[capacity * LEVELS];
        this.watch = new BandWatch(horizon, stride);
    }

    int horizon() {
        return horizon;
    }

    int stride() {
        return stride;
    }

    /** Whether enough is known here to be asked. */
    boolean isProven() {
        return proven;
    }

    float[] weights() {
        return weights;
    }

    /** The experts with a weight, one bit each. */
    int heard() {
        return heard;
    }

    /** How far each quantile lies from the experts' mean. */
    float[] margins() {
        return margins;
    }

    Trust trust() {
        return watch.trust();
    }

    boolean isIssuedAt(long time) {
        return time % stride == 0;
    }

    /** Whether the sample at a time decides on what was said a horizon before. */
    boolean isDueAt(long time) {
        return time >= horizon && (time - horizon) % stride == 0;
    }

    /** Keeps what the experts say at a time, and the band that was made of it. */
    void issue(long time, double[] said, double[] band) {
        int slot = slot(time);
        for (int expert = 0; expert < ExpertPool.SIZE; expert++) {
            opinions[expert * capacity + slot] = (float) said[expert];
        }
        for (int level = 0; level < LEVELS; level++) {
            // a band that others stood in for is not this cell's to be corrected by
            bands[level * capacity + slot] = proven ? (float) band[level] : Float.NaN;
        }
    }

    /**
     * The sample that was forecast a horizon ago has come.
     *
     * @param least the smallest error that counts, above 0
     */
    void learn(long time, double value, double least) {
        int slot = slot(time - horizon);
        // as precise as what it is compared with
        float sample = (float) value;
        for (int expert = 0; expert < ExpertPool.SIZE; expert++) {
            float opinion = opinions[expert * capacity + slot];
            if (!Float.isNaN(opinion)) {
                errors.learn(expert, (double) sample - opinion, least);
            }
        }
        if (!Float.isNaN(bands[slot])) {
            correct(sample, slot);
        }
        weigh();
        errors.mix(weights, margins);
        double width = Math.max(margins[3] - margins[1], least);
        for (int level = 0; level < LEVELS; level++) {
            margins[level] += (float) (corrections[level] * width);
        }
    }

    private void weigh() {
        proven = errors.weigh(weights);
        heard = 0;
        for (int expert = 0; expert < ExpertPool.SIZE; expert++) {
            heard |= weights[expert] > 0 ? 1 << expert : 0;
        }
    }

    private void correct(float value, int slot) {
        watch.judge(bands[slot], bands[(LEVELS - 1) * capacity + slot], value);
        corrected++;
        double rate = QuantileStep.rate(FIRST_RATE, LEAST_RATE, corrected);
        for (int level = 0; level < LEVELS; level++) {
            double direction =
                    QuantileStep.direction(level, (double) value - bands[level * capacity + slot]);
            double next =
                    corrections[level] + rate * QuantileStep.reachBesideMedian(level) * direction;
            corrections[level] = (float) Math.clamp(next, -MOST_CORRECTION, MOST_CORRECTION);
        }
    }

    /** An expert begins anew: nothing of what it said counts. */
    void forget(int expert) {
        errors.forget(expert);
        for (int slot = 0; slot < capacity; slot++) {
            opinions[expert * capacity + slot] = Float.NaN;
        }
        weigh();
    }

    private int slot(long time) {
        return (int) (time / stride % capacity);
    }

    void save(StateWriter out) {
        out.packFloats(opinions).packFloats(bands);
        errors.save(out);
        out.packFloats(margins).packFloats(corrections);
        watch.save(out);
        out.putDouble(corrected);
    }

    void restore(StateReader in) {
        in.unpackFloats(opinions).unpackFloats(bands);
        errors.restore(in);
        in.unpackFloats(margins).unpackFloats(corrections);
        watch.restore(in);
        corrected = in.getDouble();
        weigh();
    }
}
