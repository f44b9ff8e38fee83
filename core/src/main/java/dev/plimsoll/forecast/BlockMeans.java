// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast;

import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;

/**
 * Feeds a model with the mean over blocks of samples, for models whose season, or whose cost of a
 * fit, does not bear every sample. A forecast runs linearly between the middles of the blocks, from
 * the last whole block on. Until the first block is whole, the newest sample is expected.
 *
 * <p>What is given up: within a block the forecast knows nothing of the samples that follow the
 * last whole one. A block with a sample in it has a mean; one with none is a gap. Gaps before the
 * first sample are no history. Not thread-safe.
 */
public final class BlockMeans implements Forecaster {
    private static final int FARTHEST = Integer.MAX_VALUE - 1;

    private final Forecaster model;
    private final int block;
    private double newest;
    private double sum;
    private int present;
    private int position;
    private double mean;
    private long blocks;
    private boolean started;

    /**
     * @param model one that has seen nothing yet
     * @param block samples in a block, at least 1; 1 changes nothing
     */
    public BlockMeans(Forecaster model, int block) {
        this.model = model;
        this.block = Checks.atLeast(1, block, "block");
    }

    @Override
    public String name() {
        return model.name();
    }

    @Override
    public void observe(double value) {
        newest = Checks.sample(value);
        sum += newest;
        present++;
        started = true;
        pass();
    }

    @Override
    public void observeGap() {
        if (started) {
            pass();
        }
    }

    private void pass() {
        position++;
        if (position < block) {
            return;
        }
        if (present > 0) {
            mean = sum / present;
            model.observe(mean);
        } else {
            model.observeGap();
        }
        blocks++;
        sum = 0;
        present = 0;
        position = 0;
    }

    @Override
    public double predict(int steps) {
        Checks.steps(steps);
        return blocks > 0 ? between((0.5 * (block - 1) + position + steps) / block) : newest;
    }

    /** The forecast so many blocks after the middle of the last whole one. */
    private double between(double distance) {
        int before = (int) Math.min(distance, FARTHEST);
        double from = before == 0 ? mean : model.predict(before);
        double share = Math.min(1, distance - before);
        return share == 0 ? from : Math.max(0, from + share * (model.predict(before + 1) - from));
    }

    @Override
    public void save(StateWriter out) {
        out.putInt(block);
        model.save(out);
        out.putDouble(newest).putDouble(sum).putDouble(mean).putLong(blocks);
        out.putInt(present).putInt(position).putInt(started ? 1 : 0);
    }

    @Override
    public void restore(StateReader in) {
        Checks.same(block, in.getInt(), "a block");
        model.restore(in);
        newest = in.getDouble();
        sum = in.getDouble();
        mean = in.getDouble();
        blocks = Checks.within(0, Long.MAX_VALUE - 1, in.getLong(), "a number of blocks");
        present = (int) Checks.within(0, block - 1, in.getInt(), "a number of samples");
        position = (int) Checks.within(present, block - 1, in.getInt(), "a position");
        started = Checks.within(0, 1, in.getInt(), "a start") == 1;
    }
}
