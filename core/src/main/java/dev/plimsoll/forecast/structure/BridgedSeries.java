// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.structure;

import dev.plimsoll.forecast.Checks;
import dev.plimsoll.forecast.RegularSeries;

/**
 * A series whose gaps are bridged by straight lines, and which of its samples are real. Beyond the
 * first and the last real one it stays level; where there is none, it is 0.
 */
final class BridgedSeries {
    private final RegularSeries series;
    private final double stepSeconds;
    private final double[] values;
    private final int present;

    BridgedSeries(RegularSeries series, double stepSeconds) {
        this.series = series;
        this.stepSeconds = stepSeconds;
        this.values = new double[series.size()];
        int last = -1;
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            if (series.isPresent(i)) {
                values[i] = Checks.sample(series.at(i));
                bridge(last, i);
                last = i;
                count++;
            }
        }
        this.present = count;
        for (int i = last + 1; i < values.length && last >= 0; i++) {
            values[i] = values[last];
        }
    }

    private void bridge(int left, int right) {
        double start = values[left < 0 ? right : left];
        for (int i = left + 1; i < right; i++) {
            double share = (double) (i - left) / (right - left);
            values[i] = start + share * (values[right] - start);
        }
    }

    int size() {
        return values.length;
    }

    /** How many samples are real. */
    int present() {
        return present;
    }

    boolean isPresent(int index) {
        return series.isPresent(index);
    }

    double at(int index) {
        return values[index];
    }

    double[] values() {
        return values.clone();
    }

    double stepSeconds() {
        return stepSeconds;
    }

    double seconds(double samples) {
        return samples * stepSeconds;
    }

    double seconds(Span span) {
        return seconds(span.length());
    }
}
