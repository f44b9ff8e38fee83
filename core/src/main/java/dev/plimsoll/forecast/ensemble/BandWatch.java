// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.ensemble;

import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;

/**
 * Watches whether the 90 % band at one horizon holds. The share of samples inside it, in which the
 * newest count most, may differ from 0.90 by 0.03 + 1.64·√(0.09/n), n being the number of windows
 * behind it that do not overlap. A band that fails this for {@value #LONG} judgements on end has
 * lost trust, and earns it back in the same way. Where windows overlap much, n stays small, and a
 * band that is too wide is never noticed. Not thread-safe.
 */
final class BandWatch {
    static final int LONG = 40;
    private static final int MEMORY = 200;
    private static final double LEVEL = 0.90;
    private static final int LEAST_WINDOWS = 10;

    private final double windowsPerJudgement;
    private double judged;
    private double coverage;
    private int against;
    private boolean lost;

    /**
     * @param horizon in samples
     * @param stride samples from one judgement to the next
     */
    BandWatch(int horizon, int stride) {
        this.windowsPerJudgement = Math.min(1, (double) stride / horizon);
    }

    /** A value has come for which a band was given; one that meets its edge tells nothing. */
    void judge(double low, double high, double value) {
        judged = Math.min(MEMORY, judged + 1);
        boolean inside = low < value && value < high;
        boolean outside = value < low || high < value;
        double share = inside ? 1 : outside ? 0 : LEVEL;
        coverage += (share - coverage) / judged;
        if (windows() < LEAST_WINDOWS) {
            return;
        }
        boolean fails = Math.abs(coverage - LEVEL) > allowed();
        against = fails == lost ? 0 : against + 1;
        if (against >= LONG) {
            lost = !lost;
            against = 0;
        }
    }

    Trust trust() {
        if (windows() < LEAST_WINDOWS) {
            return new Trust.Unknown((int) windows());
        }
        return lost ? new Trust.Lost(coverage, allowed()) : new Trust.Earned(coverage, allowed());
    }

    private double windows() {
        return judged * windowsPerJudgement;
    }

    private double allowed() {
        return 0.03 + 1.64 * Math.sqrt(0.09 / windows());
    }

    void save(StateWriter out) {
        out.putDouble(judged).putDouble(coverage).putInt(against).putInt(lost ? 1 : 0);
    }

    void restore(StateReader in) {
        judged = in.getDouble();
        coverage = in.getDouble();
        against = in.getInt();
        lost = in.getInt() == 1;
    }
}
