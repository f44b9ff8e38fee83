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
        return of(period, MOST_SLOTS);
    }

    /** A period in at most so many slots of equal length. */
    public static Season of(int period, int mostSlots) {
        Checks.atLeast(1, mostSlots, "mostSlots");
        return new Season(period, Math.max(1, Math.ceilDiv(period, mostSlots)));
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
        double share = shareOfNeighbour(slot, position);
        double near = slotValues[slot];
        return share == 0 ? near : near + share * (slotValues[neighbour(slot, position)] - near);
    }

    /** As above, of values in single precision; quick where the neighbours are as long. */
    double interpolate(float[] slotValues, int position) {
        if (slotLength == 1) {
            return slotValues[position];
        }
        int slot = slotOf(position);
        if (slot > 0 && slot + 2 < slotValues.length) {
            int twice = 2 * (position - slot * slotLength) - slotLength + 1;
            double value = slotValues[slot];
            double other = slotValues[twice > 0 ? slot + 1 : slot - 1];
            return value + Math.abs(twice) * (other - value) / (2 * slotLength);
        }
        double share = shareOfNeighbour(slot, position);
        double near = slotValues[slot];
        return share == 0 ? near : near + share * (slotValues[neighbour(slot, position)] - near);
    }

    /** How much of the nearest other slot is in a position: 0 at the centre of its own. */
    private double shareOfNeighbour(int slot, int position) {
        double offset = position - centre(slot);
        if (offset == 0) {
            return 0;
        }
        return offset > 0 ? offset / gapAfter(slot) : -offset / gapAfter(before(slot));
    }

    private int neighbour(int slot, int position) {
        return position > centre(slot) ? after(slot) : before(slot);
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
