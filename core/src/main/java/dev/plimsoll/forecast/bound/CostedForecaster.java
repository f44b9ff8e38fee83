// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.bound;

import dev.plimsoll.forecast.Checks;
import dev.plimsoll.forecast.Forecaster;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import java.util.Arrays;

/**
 * One forecaster with its ladder of margins and what each rung would have cost: see {@link
 * LookaheadBound}. Costs are in replicas held for one sample. Not thread-safe.
 */
final class CostedForecaster {
    static final int PRIOR_SAMPLES = 200;

    /** Multiples of the mean error that the first rungs add. */
    private static final double[] ERRORS = {
        -1, -0.5, 0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 5, 6, 7, 8, 10, 12, 15, 20, 25, 32, 40
    };

    /** Shares of the forecast itself that the other rungs add. */
    private static final double[] SHARES = {
        0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.65, 0.8, 1, 1.3, 1.6, 2, 2.5, 3
    };

    private static final int RUNGS = ERRORS.length + SHARES.length;

    /** Share of the accounts that is forgotten with each sample. */
    private static final double FORGET = 2e-5;

    /** Weight of the newest error in the mean error. */
    private static final double ERROR_GAIN = 1.0 / 240;

    /** Look-aheads under way at most; a longer look-ahead is judged at this many samples. */
    private static final int MOST_AHEAD = 512;

    private final Forecaster forecaster;
    private final double violationCost;
    private final double[] costs = new double[RUNGS];
    private final double[] misses = new double[RUNGS];
    private final double[] peaks = new double[MOST_AHEAD];
    private final double[] scales = new double[MOST_AHEAD];
    private final double[] floors = new double[MOST_AHEAD];
    private long samples;
    private double judged;
    private double meanError;
    private int best;
    private double bestCost;

    CostedForecaster(Forecaster forecaster, double violationCost) {
        this.forecaster = forecaster;
        this.violationCost = violationCost;
        Arrays.fill(peaks, Double.NaN);
    }

    void observe(double demand, int horizon, double unit) {
        int ahead = Math.clamp(horizon, 1, MOST_AHEAD - 1);
        forecaster.observe(demand);
        settle(demand, slot(samples - ahead), unit);
        int now = slot(samples);
        peaks[now] = peak(ahead);
        scales[now] = Math.max(meanError, 1e-6 * unit);
        floors[now] = demand;
        samples++;
        choose(now, unit);
    }

    void observeGap() {
        forecaster.observeGap();
        peaks[slot(samples)] = Double.NaN;
        samples++;
    }

    /** What the cheapest rung cost of late, per sample. */
    double cost() {
        return bestCost;
    }

    DemandBound.Upper bound() {
        int now = slot(samples - 1);
        double missShare = judged > 0 ? misses[best] / judged : 0.5;
        return new DemandBound.Upper(upper(now, best), peaks[now], forecaster.name(), missShare);
    }

    void save(StateWriter out) {
        out.putString(forecaster.name());
        forecaster.save(out);
        out.putDoubles(costs).putDoubles(misses);
        out.putDoubles(peaks).putDoubles(scales).putDoubles(floors);
        out.putLong(samples).putDouble(judged).putDouble(meanError);
        out.putInt(best).putDouble(bestCost);
    }

    void restore(StateReader in) {
        requireSame(in.getString());
        forecaster.restore(in);
        for (double[] array : new double[][] {costs, misses, peaks, scales, floors}) {
            double[] saved = in.getDoubles();
            Checks.same(array.length, saved.length, "an account or look-ahead length");
            System.arraycopy(saved, 0, array, 0, array.length);
        }
        samples = in.getLong();
        judged = in.getDouble();
        meanError = in.getDouble();
        best = (int) Checks.within(0, RUNGS - 1, in.getInt(), "a rung");
        bestCost = in.getDouble();
    }

    private void requireSame(String saved) {
        if (!saved.equals(forecaster.name())) {
            throw new IllegalArgumentException(
                    "state of the forecaster %s, these settings want %s"
                            .formatted(saved, forecaster.name()));
        }
    }

    private double peak(int ahead) {
        double peak = 0;
        for (int steps = 1; steps <= ahead; steps++) {
            peak = Math.max(peak, forecaster.predict(steps));
        }
        return peak;
    }

    /** Charges every rung of the look-ahead that ends with this sample. */
    private void settle(double demand, int then, double unit) {
        if (Double.isNaN(peaks[then])) {
            return;
        }
        double needed = replicas(demand, unit);
        for (int rung = 0; rung < RUNGS; rung++) {
            double held = replicas(upper(then, rung), unit);
            boolean missed = held < needed;
            double cost = held + (missed ? violationCost * needed : 0);
            costs[rung] += cost - FORGET * costs[rung];
            misses[rung] += (missed ? 1 : 0) - FORGET * misses[rung];
        }
        judged += 1 - FORGET * judged;
        double error = Math.abs(demand - peaks[then]);
        double gain = Math.max(ERROR_GAIN, 1 / (judged + 1));
        meanError += gain * (error - meanError);
    }

    private void choose(int now, double unit) {
        double needed = replicas(floors[now], unit);
        bestCost = Double.POSITIVE_INFINITY;
        for (int rung = 0; rung < RUNGS; rung++) {
            double upper = upper(now, rung);
            double margin = (upper - peaks[now]) / scales[now];
            double believed = upper / unit + violationCost * needed * believedMiss(margin);
            double cost = (costs[rung] + PRIOR_SAMPLES * believed) / (judged + PRIOR_SAMPLES);
            if (cost < bestCost) {
                best = rung;
                bestCost = cost;
            }
        }
    }

    /** The chance that an exponential error of mean 1, up or down, is above a margin. */
    private static double believedMiss(double margin) {
        return 0.5 * StrictMath.exp(-Math.max(0, margin));
    }

    private double upper(int slot, int rung) {
        double margin =
                rung < ERRORS.length
                        ? ERRORS[rung] * scales[slot]
                        : SHARES[rung - ERRORS.length] * peaks[slot];
        return Math.max(floors[slot], peaks[slot] + margin);
    }

    private static double replicas(double demand, double unit) {
        return Math.max(1, Math.ceil(demand / unit - 1e-9));
    }

    private static int slot(long sample) {
        return Math.floorMod(sample, MOST_AHEAD);
    }
}
