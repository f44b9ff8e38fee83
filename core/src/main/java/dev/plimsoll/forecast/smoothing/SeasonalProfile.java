// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.smoothing;

import dev.plimsoll.forecast.Checks;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import java.util.Arrays;

/**
 * The seasonal part of an additive model, and where in the period time stands. It is 0 until the
 * first period ends, and moves at the end of each period, by a share of what it missed.
 *
 * <p>What it missed is, per slot, the mean departure of the samples from it, less the line through
 * the period: the departures' mean, and the drift from the first 24th of the period to the last,
 * which are neighbours in the season and so differ by the drift alone. Slots without a sample are
 * filled linearly from their neighbours; a period in which less than half of the slots have one is
 * left out.
 *
 * <p>The share is 1/(n + 1) after the n-th period, as in a mean over all periods and a flat one
 * before them, because what was seen once may be chance. From there it falls to gamma, and stays.
 *
 * <p>Allocates nothing after construction. Not thread-safe.
 */
final class SeasonalProfile {
    private static final int EDGES_PER_PERIOD = 24;

    private final Season season;
    private final double gamma;
    private final double[] slots;
    private final double[] departures;
    private int periods;
    private int position;
    private double slotMean;
    private int slotSamples;
    private int lastSeen;
    private int slotsSeen;

    SeasonalProfile(Season season, double gamma) {
        this.season = season;
        this.gamma = gamma;
        this.slots = new double[season.slots()];
        this.departures = new double[season.slots()];
    }

    /** The season {@code steps} samples after the last one; 0 is that of the last one itself. */
    double ahead(int steps) {
        if (periods == 0) {
            return 0;
        }
        int ahead = position + steps % season.period() - 1;
        return season.interpolate(slots, withinPeriod(ahead));
    }

    private int withinPeriod(int ahead) {
        if (ahead < 0) {
            return ahead + season.period();
        }
        return ahead < season.period() ? ahead : ahead - season.period();
    }

    /**
     * Takes the next sample less its season.
     *
     * @return whether this ended a period and so moved the season
     */
    boolean take(double departure) {
        slotSamples++;
        slotMean += (departure - slotMean) / slotSamples;
        return skip();
    }

    /** The next sample is absent; else as {@link #take}. */
    boolean skip() {
        if (season.endsSlot(position)) {
            endSlot(season.slotOf(position));
        }
        position++;
        return position == season.period() && endPeriod();
    }

    private void endSlot(int slot) {
        if (slotSamples > 0) {
            departures[slot] = slotMean;
            fillUpTo(slot, slotMean);
            lastSeen = slot;
            slotsSeen++;
        }
        slotMean = 0;
        slotSamples = 0;
    }

    private boolean endPeriod() {
        int last = slots.length - 1;
        double lastBefore = slots[last];
        fillUpTo(slots.length, departures[0]);
        boolean enough = 2 * slotsSeen >= slots.length;
        if (enough) {
            periods++;
            learn(Math.max(gamma, 1.0 / (periods + 1)));
        }
        // Where the next period begins with a gap, it runs on from here.
        double first = departures[last] - (slots[last] - lastBefore);
        // the others are written before they are read: zeros take few bytes
        Arrays.fill(departures, 0);
        departures[0] = first;
        position = 0;
        lastSeen = 0;
        slotsSeen = 0;
        return enough;
    }

    private void fillUpTo(int end, double endValue) {
        double start = departures[lastSeen];
        for (int slot = lastSeen + 1; slot < end; slot++) {
            double share = (double) (slot - lastSeen) / (end - lastSeen);
            departures[slot] = start + share * (endValue - start);
        }
    }

    private void learn(double share) {
        double drift = driftPerSlot();
        double first = mean() - drift * (slots.length - 1) / 2;
        for (int slot = 0; slot < slots.length; slot++) {
            slots[slot] += share * (departures[slot] - first - drift * slot);
        }
    }

    private double driftPerSlot() {
        int edge = Math.max(1, slots.length / EDGES_PER_PERIOD);
        double rise = 0;
        for (int i = 0; i < edge; i++) {
            rise += departures[slots.length - edge + i] - departures[i];
        }
        return rise / edge / Math.max(1, slots.length - edge);
    }

    private double mean() {
        double sum = 0;
        for (double departure : departures) {
            sum += departure;
        }
        return sum / departures.length;
    }

    void save(StateWriter out) {
        out.packDoubles(slots).packDoubles(departures).putInt(periods).putInt(position);
        out.putDouble(slotMean).putInt(slotSamples).putInt(lastSeen).putInt(slotsSeen);
    }

    void restore(StateReader in) {
        in.unpackDoubles(slots).unpackDoubles(departures);
        periods = (int) Checks.within(0, Integer.MAX_VALUE - 1, in.getInt(), "a number of periods");
        position = (int) Checks.within(0, season.period() - 1, in.getInt(), "a position");
        slotMean = in.getDouble();
        slotSamples = (int) Checks.within(0, season.slotLength(), in.getInt(), "a slot's samples");
        lastSeen = (int) Checks.within(0, slots.length - 1, in.getInt(), "a slot");
        slotsSeen = (int) Checks.within(0, slots.length, in.getInt(), "a number of slots seen");
    }
}
