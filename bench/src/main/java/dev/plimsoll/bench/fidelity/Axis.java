// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

import java.util.ArrayList;
import java.util.List;

/**
 * The vertical axis of a panel.
 *
 * @param low value at the bottom
 * @param high value at the top
 * @param top of the panel in the picture
 * @param height of the panel
 */
record Axis(double low, double high, int top, int height, boolean logarithmic) {
    /** From 0 to the most, with room for a title. */
    static Axis linear(double most, int top, int height) {
        return new Axis(0, 1.15 * most, top, height, false);
    }

    /** From the round value below the least to beyond the most. */
    static Axis logarithmic(double least, double most, int top, int height) {
        return new Axis(decades(least / 5, least).getLast(), 2 * most, top, height, true);
    }

    double y(double value) {
        double share =
                logarithmic
                        ? StrictMath.log(value / low) / StrictMath.log(high / low)
                        : (value - low) / (high - low);
        return top + height * (1 - share);
    }

    /** Round values to mark. */
    List<Double> marks() {
        return logarithmic ? decades(low, high) : fifths();
    }

    /** The values 1, 2 and 5 times a power of ten in an interval. */
    private static List<Double> decades(double from, double to) {
        List<Double> marks = new ArrayList<>();
        double first = StrictMath.pow(10, Math.floor(StrictMath.log10(from)));
        for (double decade = first; decade <= to; decade *= 10) {
            for (double factor : new double[] {1, 2, 5}) {
                if (factor * decade >= from && factor * decade <= to) {
                    marks.add(factor * decade);
                }
            }
        }
        return marks;
    }

    private List<Double> fifths() {
        double unit = StrictMath.pow(10, Math.floor(StrictMath.log10(high)));
        double step = high / unit >= 4 ? unit : high / unit >= 2 ? unit / 2 : unit / 5;
        List<Double> marks = new ArrayList<>();
        for (double mark = low; mark <= high; mark += step) {
            marks.add(mark);
        }
        return marks;
    }
}
