// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.bound;

import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;

/**
 * Watches whether a forecast tells more than the last value does. Measured is the scatter of its
 * errors about their own mean, because a constant bias is made up for by margins. A forecast that
 * scatters {@value #LOST} times as widely as the last value has lost trust, and earns it back at
 * {@value #EARNED} times. Not thread-safe.
 */
final class SkillWatch {
    private static final double LOST = 2;
    private static final double EARNED = 1.5;
    private static final double GAIN = 1.0 / 240;

    /** Scatter that is forgiven, in replicas. */
    private static final double GRACE = 0.1;

    /** Before so many errors are known, everyone is trusted. */
    private static final int LEAST_ERRORS = 30;

    private final double[] means;
    private final double[] scatters;
    private final boolean[] lost;
    private long errors;

    /**
     * @param opinions how many forecasts there are, the last value first
     */
    SkillWatch(int opinions) {
        this.means = new double[opinions];
        this.scatters = new double[opinions];
        this.lost = new boolean[opinions];
    }

    /** Errors of the same moment have become known; NaN where there was no forecast. */
    void learn(double[] seen, double unit) {
        errors++;
        double gain = Math.max(GAIN, 1.0 / errors);
        for (int i = 0; i < seen.length; i++) {
            if (!Double.isNaN(seen[i])) {
                means[i] += gain * (seen[i] - means[i]);
                scatters[i] += gain * (Math.abs(seen[i] - means[i]) - scatters[i]);
            }
        }
        double least = scatters[0] + GRACE * unit;
        for (int i = 1; i < seen.length && errors >= LEAST_ERRORS; i++) {
            lost[i] = scatters[i] > (lost[i] ? EARNED : LOST) * least;
        }
    }

    boolean isTrusted(int opinion) {
        return !lost[opinion];
    }

    /** Whether anybody but the last value is trusted. */
    boolean trustsAny() {
        for (int i = 1; i < lost.length; i++) {
            if (!lost[i]) {
                return true;
            }
        }
        return false;
    }

    void save(StateWriter out) {
        out.putDoubles(means).putDoubles(scatters).putLong(errors);
        for (boolean each : lost) {
            out.putInt(each ? 1 : 0);
        }
    }

    void restore(StateReader in) {
        in.getDoubles(means).getDoubles(scatters);
        errors = in.getLong();
        for (int i = 0; i < lost.length; i++) {
            lost[i] = in.getInt() == 1;
        }
    }
}
