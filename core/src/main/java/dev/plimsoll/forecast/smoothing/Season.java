// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.smoothing;

import dev.plimsoll.forecast.Checks;

/**
 * How a recurring period is kept: {@code period} samples, of which {@code slotLength} neighbours
 * share one value; between the centres of slots the season runs linearly. The last slot is shorter
 * where the length does not divide the period.
 */
public record Season(int period, int slotLength) {
    /** Half the range of an int, so that two positions can be added. */
    private static final int LONGEST = 1 << 30;

    private static final int MOST_SLOTS = 288;

    public Season {
        Checks.atLeast(2, period, "period");
        if (period > LONGEST) {
            throw new IllegalArgumentException(
                    "period %d is longer than %d samples".formatted(period, LONGEST));
        }
        Checks.atLeast(1, slotLength, "slotLength");
        if (slotLength > period) {
            throw new IllegalArgumentException(
                    "slotLength %d is longer than the period of %d samples"
                            .formatted(slotLength, period));
        }
    }

    /** A period in at most 288 slots: five minutes each where the period is a day. */
    public static Season of(int period) {
        return new Season(period, Math.max(1, Math.ceilDiv(period, MOST_SLOTS)));
    }

    /** The number of slots. */
    public int slots() {
        return Math.ceilDiv(period, slotLength);
    }

    int slotOf(int position) {
        return position / slotLength;
    }

    boolean endsSlot(int position) {
        return position == period - 1 || position % slotLength == slotLength - 1;
    }

    /** The season's value at a position within the period, from one value per slot. */
    double interpolate(double[] slotValues, int position) {
        int slot = slotOf(position);
        double offset = position - centre(slot);
        double near = slotValues[slot];
        if (offset == 0) {
            return near;
        }
        return offset > 0
                ? near + offset / gapAfter(slot) * (slotValues[after(slot)] - near)
                : near - offset / gapAfter(before(slot)) * (slotValues[before(slot)] - near);
    }

    private int after(int slot) {
        return (slot + 1) * slotLength < period ? slot + 1 : 0;
    }

    private int before(int slot) {
        return slot == 0 ? slotOf(period - 1) : slot - 1;
    }

    /** The middle of a slot, in samples from the period's start. */
    private double centre(int slot) {
        int first = slot * slotLength;
        return (first + Math.min(first + slotLength, period) - 1) / 2.0;
    }

    /** From the middle of a slot to that of the one after it. */
    private double gapAfter(int slot) {
        int next = after(slot);
        return centre(next) - centre(slot) + (next == 0 ? period : 0);
    }
}
