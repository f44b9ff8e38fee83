// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.seasons;

import dev.plimsoll.forecast.Checks;
import dev.plimsoll.forecast.FittedForecaster;
import dev.plimsoll.forecast.RegularSeries;
import dev.plimsoll.forecast.arima.ArimaChoice;
import dev.plimsoll.forecast.arima.ArimaForecaster;
import dev.plimsoll.forecast.arima.ArimaOrder;
import dev.plimsoll.forecast.smoothing.PhaseProfile;
import dev.plimsoll.forecast.smoothing.Season;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * Two seasons, such as day and week, with ARIMA errors:
 *
 * <pre>
 * y(t) = mean + short season(t) + long season(t) + e(t),    e ~ ARIMA, its orders by AICc
 * </pre>
 *
 * <p>The seasons are plain means per phase, the longer one of what the shorter one leaves; each
 * takes part from two whole periods on. A fit estimates all of it, and in between seasons stand and
 * the errors' recursion goes on. Before the first fit it is the last value.
 *
 * <p>Source: Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., sections
 * 3.4 (classical decomposition), 12.1 (complex seasonality) and 10.2 (ARIMA errors). Not
 * thread-safe.
 */
public final class MultiSeasonForecaster implements FittedForecaster {
    private static final int SHORT_SLOTS = 288;
    private static final int LONG_SLOTS = 168;
    private static final double ROOM = 10;

    private final Season shortSeason;
    private final Season longSeason;
    private PhaseProfile shortProfile;
    private PhaseProfile longProfile;
    private ArimaForecaster errors = errors();
    private boolean hasShort;
    private boolean hasLong;
    private boolean started;
    private double mean;
    private double shift;

    /**
     * @param shortPeriod in samples, at least 2
     * @param longPeriod in samples, longer than the short one
     */
    public MultiSeasonForecaster(int shortPeriod, int longPeriod) {
        Checks.atLeast(shortPeriod + 1, longPeriod, "longPeriod");
        this.shortSeason = Season.of(shortPeriod, SHORT_SLOTS);
        this.longSeason = Season.of(longPeriod, LONG_SLOTS);
        this.shortProfile = profile(shortSeason);
        this.longProfile = profile(longSeason);
    }

    private static PhaseProfile profile(Season season) {
        return new PhaseProfile(season, 0);
    }

    private static ArimaForecaster errors() {
        ArimaOrder largest = ArimaOrder.of(2, 1, 2).withConstant(true);
        return new ArimaForecaster(new ArimaChoice.Search("multi-season", largest));
    }

    @Override
    public String name() {
        return "multi-season";
    }

    @Override
    public void observe(double value) {
        double sample = Checks.sample(value);
        started = true;
        errors.observe(Math.max(0, sample - expected(1) + shift));
        pass();
    }

    @Override
    public void observeGap() {
        if (started) {
            errors.observeGap();
            pass();
        }
    }

    private void pass() {
        shortProfile.observeGap();
        longProfile.observeGap();
    }

    /** Mean and seasons so many samples ahead. */
    private double expected(int steps) {
        double expected = mean;
        expected += hasShort ? shortProfile.ahead(steps) : 0;
        return expected + (hasLong ? longProfile.ahead(steps) : 0);
    }

    @Override
    public double predict(int steps) {
        Checks.steps(steps);
        return Math.max(0, expected(steps) + errors.predict(steps) - shift);
    }

    @Override
    public void fit(RegularSeries history) {
        int size = history.size();
        started = started || IntStream.range(0, size).anyMatch(history::isPresent);
        mean = mean(history);
        hasShort = size >= 2L * shortSeason.period();
        hasLong = size >= 2L * longSeason.period();
        shortProfile = profile(shortSeason);
        longProfile = profile(longSeason);
        learn(shortProfile, history, false);
        learn(longProfile, history, hasShort);
        fitErrors(history);
    }

    private static double mean(RegularSeries history) {
        double mean = 0;
        int present = 0;
        for (int i = 0; i < history.size(); i++) {
            if (history.isPresent(i)) {
                present++;
                mean += (Checks.sample(history.at(i)) - mean) / present;
            }
        }
        return mean;
    }

    private void learn(PhaseProfile profile, RegularSeries history, boolean withoutShort) {
        for (int i = 0; i < history.size(); i++) {
            if (history.isPresent(i)) {
                double season = withoutShort ? at(i, shortProfile, shortSeason, history.size()) : 0;
                profile.observe(Checks.sample(history.at(i)) - mean - season);
            } else {
                profile.observeGap();
            }
        }
        profile.dropUnfinishedSlot();
    }

    /** A profile that has seen all of a history, at one of its samples. */
    private static double at(int index, PhaseProfile profile, Season season, int size) {
        return profile.ahead(Math.floorMod(index - size, season.period()) + 1);
    }

    private void fitErrors(RegularSeries history) {
        int size = history.size();
        double[] left = new double[size];
        BitSet absent = new BitSet(size);
        double largest = 0;
        for (int i = 0; i < size; i++) {
            if (history.isPresent(i)) {
                left[i] = Checks.sample(history.at(i)) - expectedAt(i, size);
                largest = Math.max(largest, Math.abs(left[i]));
            } else {
                absent.set(i);
            }
        }
        // errors have both signs, and a series none: they are told as far above a floor
        shift = ROOM * Math.max(largest, mean);
        for (int i = 0; i < size; i++) {
            left[i] = absent.get(i) ? 0 : left[i] + shift;
        }
        errors = errors();
        errors.fit(new RegularSeries(left, absent));
    }

    private double expectedAt(int index, int size) {
        double expected = mean;
        expected += hasShort ? at(index, shortProfile, shortSeason, size) : 0;
        return expected + (hasLong ? at(index, longProfile, longSeason, size) : 0);
    }

    @Override
    public void save(StateWriter out) {
        out.putInt(started ? 1 : 0)
                .putInt(hasShort ? 1 : 0)
                .putInt(hasLong ? 1 : 0)
                .putDouble(mean)
                .putDouble(shift);
        shortProfile.save(out);
        longProfile.save(out);
        errors.save(out);
    }

    @Override
    public void restore(StateReader in) {
        started = in.getInt() == 1;
        hasShort = in.getInt() == 1;
        hasLong = in.getInt() == 1;
        mean = in.getDouble();
        shift = in.getDouble();
        shortProfile.restore(in);
        longProfile.restore(in);
        errors.restore(in);
    }
}
