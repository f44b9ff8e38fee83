// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.smoothing;

import dev.plimsoll.forecast.Checks;
import dev.plimsoll.forecast.Forecaster;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;

/**
 * Exponential smoothing with an additive season and a damped additive trend. With e = y − (l + φb +
 * s), the surprise of a sample, and h steps ahead:
 *
 * <pre>
 * l ← l + φb + αe    b ← φb + αβe    ŷ(h) = l + (φ + … + φ^h)·b + s(h), at least 0
 * </pre>
 *
 * <p>The season moves once per period, by the share γ of the difference to the period's own profile
 * as classical decomposition finds it (see {@link SeasonalProfile}). The textbook's s ← s + γe at
 * each sample learns little of a smooth season, because the level has followed most of it before:
 * on 20 public traces its errors at 5 min to 2 h were a tenth larger in the best of its settings.
 * Until the first period is complete the season is 0 and the model is Holt's damped trend, which
 * begins flat at the first sample. A gap is a sample without surprise. The damping keeps every
 * forecast finite.
 *
 * <p>{@code observe} and {@code predict} allocate nothing and take constant time, save the power of
 * φ (at most 31 squarings) and the end of a period (a pass over the slots). Not thread-safe.
 *
 * <p>Source: Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., sections
 * 8.2 (damped trend), 8.3 (additive season) and 3.4 (classical decomposition); level and trend are
 * those of 8.3 in error-correction form.
 */
public final class HoltWintersForecaster implements Forecaster {
    private final SeasonalProfile profile;
    private final DampedTrend trend;
    private boolean started;

    public HoltWintersForecaster(HoltWintersSettings settings) {
        this.trend = new DampedTrend(settings.alpha(), settings.beta(), settings.phi());
        this.profile = new SeasonalProfile(settings.season(), settings.gamma());
    }

    @Override
    public String name() {
        return "holt-winters";
    }

    @Override
    public void observe(double value) {
        double sample = Checks.sample(value);
        if (started) {
            follow(sample);
        } else {
            start(sample);
        }
    }

    private void start(double sample) {
        started = true;
        trend.start(sample);
        profile.take(sample);
    }

    private void follow(double sample) {
        trend.moveOn();
        double season = profile.ahead(1);
        trend.learn(sample - season - trend.level());
        if (profile.take(sample - season)) {
            handOver(season);
        }
    }

    @Override
    public void observeGap() {
        if (started) {
            trend.moveOn();
            double season = profile.ahead(1);
            if (profile.skip()) {
                handOver(season);
            }
        }
    }

    /** Level and season together stay what they were when the season moves. */
    private void handOver(double seasonBefore) {
        trend.shift(seasonBefore - profile.ahead(0));
    }

    @Override
    public double predict(int steps) {
        Checks.steps(steps);
        return Math.max(0, trend.ahead(steps) + profile.ahead(steps));
    }

    @Override
    public void save(StateWriter out) {
        out.putInt(started ? 1 : 0);
        trend.save(out);
        profile.save(out);
    }

    @Override
    public void restore(StateReader in) {
        started = in.getInt() == 1;
        trend.restore(in);
        profile.restore(in);
    }
}
