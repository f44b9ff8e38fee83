// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.smoothing;

import dev.plimsoll.forecast.Checks;
import dev.plimsoll.forecast.smoothing.EtsForm.SeasonKind;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import java.util.Arrays;

/**
 * The state of an ETS model and how it moves. With e the surprise of a sample, and u = l + φb where
 * the level stands a step later:
 *
 * <pre>
 * season          expected   level          trend           season
 * none            u          l ← u + αe     b ← φb + βe
 * additive        u + s      l ← u + αe     b ← φb + βe     s ← s + γe
 * multiplicative  u · s      l ← u + αe/s   b ← φb + βe/s   s ← s + γe/u
 * </pre>
 *
 * <p>These hold for both kinds of error: written in the surprise rather than in its share of what
 * was expected, the recursions are the same, and the kind of error only weighs the samples while
 * parameters are estimated. A factor of the season at most halves or doubles in one step, so that a
 * level near 0 cannot spoil it. Each step takes constant time and allocates nothing. Not
 * thread-safe.
 *
 * <p>Source: Hyndman et al., Forecasting with Exponential Smoothing (2008), tables 2.2 and 2.3.
 */
final class EtsRecursion {
    private static final double LARGEST_STATE = 1e120;
    private static final double LARGEST_FACTOR = 1e3;

    private final EtsForm form;
    private final EtsParameters parameters;
    private final boolean seasonal;
    private final boolean multiplicative;
    private final double[] season;
    private double level;
    private double trend;
    private int position;

    /**
     * A model before its first sample.
     *
     * @param initial level, then trend if the form has one, then one season per phase if it has one
     */
    EtsRecursion(EtsForm form, EtsParameters parameters, double[] initial) {
        this.form = form;
        this.parameters = parameters;
        this.seasonal = form.isSeasonal();
        this.multiplicative = form.season() == SeasonKind.MULTIPLICATIVE;
        int states = form.hasTrend() ? 2 : 1;
        this.level = initial[0];
        this.trend = form.hasTrend() ? initial[1] : 0;
        this.season = Arrays.copyOfRange(initial, states, initial.length);
    }

    /** What is expected of the next sample. */
    double expected() {
        return joined(level + parameters.phi() * trend, position);
    }

    private double joined(double base, int phase) {
        if (!seasonal) {
            return base;
        }
        return multiplicative ? base * season[phase] : base + season[phase];
    }

    /** A step passes whose sample was above what was expected by the surprise; 0 for a gap. */
    void pass(double surprise) {
        trend *= parameters.phi();
        double base = level + trend;
        double pull = multiplicative ? surprise / season[position] : surprise;
        level = base + parameters.alpha() * pull;
        trend += parameters.beta() * pull;
        if (seasonal) {
            season[position] = nextSeason(surprise, base);
            position = position + 1 == season.length ? 0 : position + 1;
        }
    }

    private double nextSeason(double surprise, double base) {
        double now = season[position];
        if (!multiplicative) {
            return now + parameters.gamma() * surprise;
        }
        if (!(base > 0)) {
            return now;
        }
        double wanted = now + parameters.gamma() * surprise / base;
        double next = Math.max(now / 2, Math.min(now * 2, wanted));
        return Math.max(ClassicalSeason.LEAST_FACTOR, Math.min(LARGEST_FACTOR, next));
    }

    /** What is expected so many steps ahead, at least 0. */
    double ahead(int steps) {
        double base = level + trendSum(steps) * trend;
        int phase = seasonal ? (int) ((position - 1L + steps) % season.length) : 0;
        return Math.clamp(joined(base, phase), 0, Checks.LARGEST);
    }

    private double trendSum(int steps) {
        double phi = parameters.phi();
        return phi == 1 ? steps : phi * (1 - StrictMath.pow(phi, steps)) / (1 - phi);
    }

    /** Whether its state is that of a series that can be. */
    boolean isSound() {
        double phase = seasonal ? season[position == 0 ? season.length - 1 : position - 1] : 0;
        return Math.abs(level) + Math.abs(trend) + Math.abs(phase) <= LARGEST_STATE;
    }

    EtsForm form() {
        return form;
    }

    EtsParameters parameters() {
        return parameters;
    }

    /** Goes over to samples in another unit. */
    void scale(double factor) {
        level *= factor;
        trend *= factor;
        for (int i = 0; i < season.length && !multiplicative; i++) {
            season[i] *= factor;
        }
    }

    void save(StateWriter out) {
        form.save(out);
        parameters.save(out);
        out.putDouble(level).putDouble(trend).putDoubles(season).putInt(position);
    }

    /** The model that {@link #save} wrote, for seasons of so many samples. */
    static EtsRecursion restore(StateReader in, int period) {
        EtsForm form = EtsForm.restore(in);
        EtsParameters parameters = EtsParameters.restore(in);
        double level = in.getDouble();
        double trend = in.getDouble();
        double[] season = in.getDoubles();
        Checks.same(form.isSeasonal() ? period : 0, season.length, "a period");
        EtsRecursion restored = new EtsRecursion(form, parameters, initial(form, season));
        restored.level = level;
        restored.trend = trend;
        long lastPhase = Math.max(0, season.length - 1);
        restored.position = (int) Checks.within(0, lastPhase, in.getInt(), "a position");
        return restored;
    }

    private static double[] initial(EtsForm form, double[] season) {
        int states = form.hasTrend() ? 2 : 1;
        double[] initial = new double[states + season.length];
        System.arraycopy(season, 0, initial, states, season.length);
        return initial;
    }
}
