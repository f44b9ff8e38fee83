// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.smoothing;

import dev.plimsoll.forecast.Checks;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import java.util.Arrays;

/**
 * What a series is at each phase of a period, as a mean over the periods so far: the plain mean at
 * first, in which a period then counts with the share gamma. Between the centres of the season's
 * slots it runs linearly. A slot without a sample keeps what it was; within the first period, the
 * mean of the slots before it.
 *
 * <p>Unlike {@link SeasonalProfile}, which keeps departures from a level, this keeps the values
 * themselves, so that several models can read one profile. In single precision. A phase that was
 * filled counts as never seen. Not thread-safe.
 */
public final class PhaseProfile {
    private final Season season;
    private final double gamma;
    private final float[] slots;
    private final byte[] seen;
    private int position;
    private long periods;
    private double slotMean;
    private int slotSamples;
    private double mean;

    /**
     * A profile that has seen nothing yet.
     *
     * @param gamma the least share of a new period, 0 to 1; with 1 the last period is the profile
     */
    public PhaseProfile(Season season, double gamma) {
        Checks.share("gamma", gamma, 1);
        this.season = season;
        this.gamma = gamma;
        this.slots = new float[season.slots()];
        this.seen = new byte[slots.length];
    }

    /** Whether a whole period has passed. */
    public boolean isReady() {
        return periods > 0;
    }

    /** Takes the next sample. */
    public void observe(double value) {
        slotSamples++;
        slotMean += (value - slotMean) / slotSamples;
        advance();
    }

    /** The next sample is absent. */
    public void observeGap() {
        advance();
    }

    private void advance() {
        if (season.endsSlot(position)) {
            endSlot(season.slotOf(position));
        }
        position++;
        if (position == season.period()) {
            position = 0;
            periods++;
        }
    }

    private void endSlot(int slot) {
        if (slotSamples > 0) {
            double share = Math.max(gamma, 1.0 / (seen[slot] + 1));
            double value = slots[slot] + share * (slotMean - slots[slot]);
            slots[slot] = (float) value;
            seen[slot] += (byte) (seen[slot] < Byte.MAX_VALUE ? 1 : 0);
            mean += (slotMean - mean) / (periods == 0 ? slot + 1 : slots.length);
        } else if (periods == 0) {
            slots[slot] = (float) mean;
        }
        slotMean = 0;
        slotSamples = 0;
    }

    /** What is known of a slot that has only begun is forgotten. */
    public void dropUnfinishedSlot() {
        slotMean = 0;
        slotSamples = 0;
    }

    /** The profile {@code steps} samples after the last one, at least 1. */
    public double ahead(int steps) {
        long phase = position + (long) steps - 1;
        boolean within = phase < season.period();
        return season.interpolate(slots, (int) (within ? phase : phase % season.period()));
    }

    public void save(StateWriter out) {
        int[] counts = new int[seen.length];
        Arrays.setAll(counts, slot -> seen[slot]);
        out.putInt(season.period()).packFloats(slots).packInts(counts);
        out.putInt(position).putLong(periods);
        out.putDouble(slotMean).putInt(slotSamples).putDouble(mean);
    }

    /** Takes over what {@link #save} of one with the same settings wrote. */
    public void restore(StateReader in) {
        Checks.same(season.period(), in.getInt(), "a period");
        int[] counts = new int[seen.length];
        in.unpackFloats(slots).unpackInts(counts);
        for (int slot = 0; slot < seen.length; slot++) {
            seen[slot] = (byte) Checks.within(0, Byte.MAX_VALUE, counts[slot], "periods seen");
        }
        position = (int) Checks.within(0, season.period() - 1, in.getInt(), "a position");
        periods = Checks.within(0, Long.MAX_VALUE - 1, in.getLong(), "a number of periods");
        slotMean = in.getDouble();
        slotSamples = (int) Checks.within(0, season.slotLength(), in.getInt(), "a slot's samples");
        mean = in.getDouble();
    }
}
