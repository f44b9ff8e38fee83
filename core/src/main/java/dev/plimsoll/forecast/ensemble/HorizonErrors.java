// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.ensemble;

import dev.plimsoll.forecast.Checks;
import dev.plimsoll.forecast.Quantiles;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import java.util.Arrays;

/**
 * The errors that a model made at one horizon: actual value less the prediction made {@code
 * horizon} samples before it. Keeps the most recent ones; of a long horizon only every 20th of the
 * horizon, since neighbours there are nearly the same error, and so many would span no more than
 * one episode. Not thread-safe.
 */
final class HorizonErrors {
    private final int horizon;
    private final int stride;
    private final double[] pending;
    private final double[] errors;
    private static final int KEPT_PER_HORIZON = 20;

    private long predictions;
    private long scored;

    HorizonErrors(int horizon, int recentErrors) {
        this.horizon = horizon;
        this.stride = Math.ceilDiv(horizon, KEPT_PER_HORIZON);
        this.pending = new double[horizon];
        this.errors = new double[recentErrors];
    }

    int horizon() {
        return horizon;
    }

    /** How many errors are kept. */
    int size() {
        return (int) Math.min(scored, errors.length);
    }

    /** The next sample has arrived. */
    void score(double actual) {
        if (predictions >= horizon && predictions % stride == 0) {
            errors[(int) (scored % errors.length)] = actual - pending[oldest()];
            scored++;
        }
    }

    /** After each sample, present or absent: the value that is now expected at the horizon. */
    void expect(double prediction) {
        pending[oldest()] = prediction;
        predictions++;
    }

    private int oldest() {
        return (int) (predictions % horizon);
    }

    /**
     * Empirical quantiles, one for each of {@link Quantiles#LEVELS}. The quantile p of n errors is
     * the p·(n + 1)-th smallest, because the next error is as likely to fall into any of the n + 1
     * spaces between them. With none, all are 0.
     */
    double[] quantiles() {
        double[] sorted = Arrays.copyOf(errors, size());
        Arrays.sort(sorted);
        return Quantiles.LEVELS.stream().mapToDouble(level -> quantile(sorted, level)).toArray();
    }

    private static double quantile(double[] sorted, double level) {
        if (sorted.length == 0) {
            return 0;
        }
        double rank = Math.clamp(level * (sorted.length + 1) - 1, 0, sorted.length - 1);
        int below = (int) rank;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (rank - below) * (sorted[above] - sorted[below]);
    }

    void save(StateWriter out) {
        out.putDoubles(pending).putDoubles(errors).putLong(predictions).putLong(scored);
    }

    void restore(StateReader in) {
        copy(in.getDoubles(), pending, "a horizon");
        copy(in.getDoubles(), errors, "a number of errors");
        predictions = Checks.within(0, Long.MAX_VALUE, in.getLong(), "a number of predictions");
        scored = Checks.within(0, predictions, in.getLong(), "a number of errors");
    }

    private static void copy(double[] from, double[] to, String what) {
        Checks.same(to.length, from.length, what);
        System.arraycopy(from, 0, to, 0, to.length);
    }
}
