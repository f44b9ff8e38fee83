// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.ensemble;

import dev.plimsoll.forecast.Checks;
import dev.plimsoll.forecast.smoothing.PhaseProfile;
import dev.plimsoll.forecast.smoothing.Season;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;

/**
 * Two experts on one seasonal profile P, which differ in what they make of the present departure
 * from it. With h steps ahead:
 *
 * <pre>
 * additive:  P(h) + d + k(h)·(f − d)     f the fast, d the lasting mean of y − P; k fades in two hours
 * ratio:     P(h)·(1 + k(h)·(r − 1))     r the ratio of what was to what the profile said; k in a day
 * </pre>
 *
 * <p>The ratio stays between 1/5 and 5, and near 1 where the profile is near zero. Neither has an
 * opinion before a whole period has passed.
 *
 * <p>The model is the error correction of a seasonal profile by a first-order autoregression, in
 * its additive and its multiplicative form (Hyndman and Athanasopoulos, Forecasting: Principles and
 * Practice, 3rd ed., sections 3.4 and 10.2). Not thread-safe.
 */
final class SeasonalGroup {
    static final int EXPERTS = 2;

    private static final double GAMMA = 0.15;
    private static final double MOST_RATIO = 5;
    private static final double FLOOR_SHARE = 0.05;
    private static final double MEAN_SHARE = 1e-3;

    private final PhaseProfile profile;
    private final SeasonalPace pace;
    private boolean started;
    private double fast;
    private double lasting;
    private double seen;
    private double said;
    private double mean;
    private long samples;

    SeasonalGroup(Season season, SeasonalPace pace) {
        this.profile = new PhaseProfile(season, GAMMA);
        this.pace = pace;
    }

    void observe(double value) {
        samples++;
        mean += Math.max(MEAN_SHARE, 1.0 / samples) * (value - mean);
        if (profile.isReady()) {
            depart(value, profile.ahead(1));
        }
        profile.observe(value);
    }

    private void depart(double value, double expected) {
        double departure = value - expected;
        if (!started) {
            started = true;
            fast = departure;
            seen = value;
            said = expected;
            return;
        }
        fast += pace.fastShare * (departure - fast);
        lasting += pace.lastingShare * (departure - lasting);
        seen += pace.ratioShare * (value - seen);
        said += pace.ratioShare * (expected - said);
    }

    void observeGap() {
        profile.observeGap();
    }

    /** Writes both opinions, or NaN for none, from {@code index} on. */
    void predict(int steps, double[] opinions, int index) {
        if (!started) {
            opinions[index] = Double.NaN;
            opinions[index + 1] = Double.NaN;
            return;
        }
        double season = profile.ahead(steps);
        double departure = lasting + pace.additiveLeft(steps) * (fast - lasting);
        opinions[index] = Math.max(0, season + departure);
        opinions[index + 1] = season * (1 + pace.ratioLeft(steps) * (ratio() - 1));
    }

    private double ratio() {
        double floor = FLOOR_SHARE * mean + Double.MIN_NORMAL;
        return Math.clamp((seen + floor) / (said + floor), 1 / MOST_RATIO, MOST_RATIO);
    }

    void save(StateWriter out) {
        profile.save(out);
        out.putInt(started ? 1 : 0).putDouble(fast).putDouble(lasting);
        out.putDouble(seen).putDouble(said).putDouble(mean).putLong(samples);
    }

    void restore(StateReader in) {
        profile.restore(in);
        started = in.getInt() == 1;
        fast = in.getDouble();
        lasting = in.getDouble();
        seen = in.getDouble();
        said = in.getDouble();
        mean = in.getDouble();
        samples = Checks.within(0, Long.MAX_VALUE - 1, in.getLong(), "a number of samples");
    }
}
