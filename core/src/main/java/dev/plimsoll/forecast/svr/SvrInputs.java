// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.svr;

import dev.plimsoll.forecast.Checks;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import java.util.Arrays;
import java.util.List;

/**
 * What a regression is told of a series, as of its newest sample: the value, its difference to each
 * lag and to the same phase of the past days, what those days did next, and the phase of the day
 * and of the week on their circles. Differences, because they mean the same at any level.
 *
 * <p>During a gap everything stays as of the sample before it, which is then farther away; a lag
 * that falls into a gap is the sample before it, and one before the first sample is the first. Not
 * thread-safe.
 */
final class SvrInputs {
    private static final int DAYS_PER_WEEK = 7;

    private final int period;
    private final List<Integer> horizons;
    private final int lags;
    private final double[] recent;
    private final DailyProfile days;
    private int known;
    private int newest;
    private long clock;
    private long gap;

    SvrInputs(SvrSettings settings) {
        this.period = settings.period();
        this.horizons = settings.horizons();
        this.lags = settings.lags();
        this.recent = new double[settings.reach() + 1];
        this.days = new DailyProfile(period);
    }

    void take(double value) {
        for (long held = started() ? Math.min(gap, recent.length) : 0; held > 0; held--) {
            push(last());
        }
        push(value);
        days.take(value);
        gap = 0;
        moveOn();
    }

    /** The next sample is absent; before the first one that means nothing. */
    void skip() {
        if (started()) {
            days.skip();
            gap++;
            moveOn();
        }
    }

    private void push(double value) {
        newest = (newest + 1) % recent.length;
        recent[newest] = value;
        known = Math.min(known + 1, recent.length);
    }

    private void moveOn() {
        clock = (clock + 1) % week();
    }

    private long week() {
        return (long) DAYS_PER_WEEK * period;
    }

    boolean started() {
        return known > 0;
    }

    /** The newest sample; 0 before the first. */
    double last() {
        return recent[newest];
    }

    /** How many samples have been absent since the newest one. */
    long gap() {
        return gap;
    }

    /** How much the past days rose over so many steps from the newest sample's phase on. */
    double rise(long steps) {
        return days.known() ? days.at(phase(steps)) - days.at(phase(0)) : 0;
    }

    private int phase(long steps) {
        return (int) Math.floorMod(newestStep() + steps, (long) period);
    }

    private long newestStep() {
        return clock - 1 - gap;
    }

    /** How many inputs a series has of which so many steps are known: more with days and weeks. */
    int width(long steps) {
        int plain = 1 + lags;
        int daily = plain + 1 + horizons.size() + 2;
        if (steps < 2L * period) {
            return plain;
        }
        return steps < 2 * week() ? daily : daily + 2;
    }

    /** The first {@code width} inputs. */
    double[] values(int width) {
        double[] values = new double[width(Long.MAX_VALUE)];
        values[0] = last();
        int next = 1;
        for (int i = 0; i < lags; i++) {
            values[next++] = last() - lag(1 << i);
        }
        values[next++] = days.known() ? last() - days.at(phase(0)) : 0;
        for (int horizon : horizons) {
            values[next++] = rise(horizon);
        }
        putOnCircle(phase(0), period, values, next);
        putOnCircle(Math.floorMod(newestStep(), week()), week(), values, next + 2);
        return Arrays.copyOf(values, width);
    }

    private double lag(int steps) {
        return recent[Math.floorMod(newest - Math.min(steps, known - 1), recent.length)];
    }

    private static void putOnCircle(long phase, long period, double[] values, int at) {
        double angle = 2 * Math.PI * phase / period;
        values[at] = StrictMath.sin(angle);
        values[at + 1] = StrictMath.cos(angle);
    }

    void save(StateWriter out) {
        out.putDoubles(recent).putInt(known).putInt(newest).putLong(clock).putLong(gap);
        days.save(out);
    }

    void restore(StateReader in) {
        double[] values = in.getDoubles();
        Checks.same(recent.length, values.length, "a reach of lags");
        System.arraycopy(values, 0, recent, 0, values.length);
        known = (int) Checks.within(0, values.length, in.getInt(), "a number of lags");
        newest = (int) Checks.within(0, values.length - 1, in.getInt(), "a lag");
        clock = Checks.within(0, week() - 1, in.getLong(), "a step of the week");
        gap = Checks.within(0, Long.MAX_VALUE / 2, in.getLong(), "a gap");
        days.restore(in);
    }
}
