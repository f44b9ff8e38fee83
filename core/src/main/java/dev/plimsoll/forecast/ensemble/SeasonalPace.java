// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.ensemble;

/**
 * How fast a {@link SeasonalGroup} follows departures from its profile, and how fast it lets go of
 * them over the horizon. Times are those of services that people use: a departure of the last few
 * minutes fades within two hours, one of the last quarter of an hour within a day. Immutable.
 */
final class SeasonalPace {
    private static final double FAST_HOURS = 1.0 / 24;
    private static final double RATIO_HOURS = 0.25;
    private static final double ADDITIVE_FADES_HOURS = 2;
    private static final double RATIO_FADES_HOURS = 24;

    /** Share of a sample in the lasting departure: a quarter within a day. */
    private static final double LASTING_PER_HOUR = 0.25 / 24;

    final double fastShare;
    final double lastingShare;
    final double ratioShare;
    private final double[] additiveLeft;
    private final double[] ratioLeft;

    SeasonalPace(double samplesPerHour, int maxHorizon) {
        this.fastShare = share(FAST_HOURS * samplesPerHour);
        this.lastingShare = Math.min(1, LASTING_PER_HOUR / samplesPerHour);
        this.ratioShare = share(RATIO_HOURS * samplesPerHour);
        this.additiveLeft = left(ADDITIVE_FADES_HOURS * samplesPerHour, maxHorizon);
        this.ratioLeft = left(RATIO_FADES_HOURS * samplesPerHour, maxHorizon);
    }

    /** The share of a newest sample in a mean over about so many, at least one. */
    private static double share(double samples) {
        return 1 - StrictMath.exp(-1 / Math.max(1, samples));
    }

    private static double[] left(double samples, int maxHorizon) {
        double[] left = new double[maxHorizon + 1];
        for (int steps = 0; steps <= maxHorizon; steps++) {
            left[steps] = StrictMath.exp(-steps / samples);
        }
        return left;
    }

    /** What is left of a departure after so many samples, as a share. */
    double additiveLeft(int steps) {
        return additiveLeft[steps];
    }

    /** What is left of a ratio's difference from 1. */
    double ratioLeft(int steps) {
        return ratioLeft[steps];
    }
}
