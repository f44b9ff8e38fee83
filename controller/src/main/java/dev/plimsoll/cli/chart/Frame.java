// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli.chart;

import java.util.List;

/** A rectangle in a picture, in pixels. */
public record Frame(double left, double top, double width, double height) {
    public double right() {
        return left + width;
    }

    public double bottom() {
        return top + height;
    }

    /** Its corners, the first of them again at the end. */
    public List<Point> outline() {
        return List.of(
                new Point(left, top),
                new Point(right(), top),
                new Point(right(), bottom()),
                new Point(left, bottom()),
                new Point(left, top));
    }
}
