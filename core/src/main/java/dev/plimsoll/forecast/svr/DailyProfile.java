// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.svr;

import dev.plimsoll.forecast.Checks;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;

/**
 * What a series was at each phase of the past days, the latest counting most. It moves only when a
 * day ends, so that a difference of two of its phases never compares one day with another.
 *
 * <p>A day is kept in at most {@value #MOST_SLOTS} slots, the mean of each, between whose centres
 * it runs linearly. A slot without a sample stays what it was; on the first day it is like the slot
 * before it. A day with less than half of its slots is left out. Not thread-safe.
 */
final class DailyProfile {
    private static final int MOST_SLOTS = 288;
    private static final double LEAST_SHARE = 0.4;

    private final int period;
    private final double[] profile;
    private final double[] today;
    private int days;
    private int position;
    private double slotMean;
    private int slotSamples;
    private int slotsSeen;

    DailyProfile(int period) {
        this.period = period;
        this.profile = new double[Math.min(period, MOST_SLOTS)];
        this.today = new double[profile.length];
    }

    /** Whether a day was seen. */
    boolean known() {
        return days > 0;
    }

    void take(double value) {
        slotSamples++;
        slotMean += (value - slotMean) / slotSamples;
        skip();
    }

    /** The next sample is absent, or was taken already. */
    void skip() {
        int slot = slotOf(position);
        position++;
        if (position == period || slotOf(position) != slot) {
            endSlot(slot);
        }
        if (position == period) {
            endDay();
        }
    }

    private int slotOf(int at) {
        return (int) ((long) at * profile.length / period);
    }

    private void endSlot(int slot) {
        if (slotSamples > 0) {
            today[slot] = slotMean;
            slotsSeen++;
        } else {
            today[slot] = known() ? profile[slot] : today[Math.floorMod(slot - 1, today.length)];
        }
        slotMean = 0;
        slotSamples = 0;
    }

    private void endDay() {
        if (2 * slotsSeen >= today.length) {
            days++;
            double share = Math.max(LEAST_SHARE, 1.0 / days);
            for (int slot = 0; slot < today.length; slot++) {
                profile[slot] += share * (today[slot] - profile[slot]);
            }
        }
        position = 0;
        slotsSeen = 0;
    }

    /** The value at a phase from 0 to the period, exclusive. */
    double at(int phase) {
        double place = (phase + 0.5) * profile.length / period - 0.5;
        int below = (int) Math.floor(place);
        double low = profile[Math.floorMod(below, profile.length)];
        double high = profile[(below + 1) % profile.length];
        return low + (place - below) * (high - low);
    }

    void save(StateWriter out) {
        out.putDoubles(profile).putDoubles(today).putInt(days).putInt(position);
        out.putDouble(slotMean).putInt(slotSamples).putInt(slotsSeen);
    }

    void restore(StateReader in) {
        restore(in.getDoubles(), profile);
        restore(in.getDoubles(), today);
        days = (int) Checks.within(0, Integer.MAX_VALUE - 1, in.getInt(), "a number of days");
        position = (int) Checks.within(0, period - 1, in.getInt(), "a position");
        slotMean = in.getDouble();
        slotSamples = (int) Checks.within(0, period, in.getInt(), "a slot's samples");
        slotsSeen = (int) Checks.within(0, today.length, in.getInt(), "a number of slots seen");
    }

    private static void restore(double[] from, double[] to) {
        Checks.same(to.length, from.length, "a number of slots");
        System.arraycopy(from, 0, to, 0, to.length);
    }
}
