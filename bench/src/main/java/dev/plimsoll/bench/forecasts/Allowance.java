// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.forecasts;

/**
 * How far the coverage of a 90 % band may be from 0.9: 0.03, and what chance does to so many
 * independent windows (the 95 % quantile of a normal distribution).
 */
record Allowance(double deviation) {
    static final double IDEAL = 0.9;

    private static final double SYSTEMATIC = 0.03;
    private static final double NORMAL_95 = 1.64;

    static Allowance of(int windows) {
        double variance = IDEAL * (1 - IDEAL) / windows;
        return new Allowance(SYSTEMATIC + NORMAL_95 * Math.sqrt(variance));
    }

    boolean includes(double coverage) {
        return Math.abs(coverage - IDEAL) <= deviation;
    }
}
