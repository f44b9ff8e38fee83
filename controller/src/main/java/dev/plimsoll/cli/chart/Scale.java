// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli.chart;

/**
 * Where values stand along an axis. Those outside stand at its nearer end.
 *
 * @param low the least value, below {@code high}
 * @param from where {@code low} stands, in pixels
 * @param to where {@code high} stands, in pixels
 */
public record Scale(double low, double high, double from, double to) {
    public Scale {
        if (!(low < high && high - low <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("an axis from %s to %s".formatted(low, high));
        }
    }

    public double at(double value) {
        double share = (Math.clamp(value, low, high) - low) / (high - low);
        return from + share * (to - from);
    }
}
