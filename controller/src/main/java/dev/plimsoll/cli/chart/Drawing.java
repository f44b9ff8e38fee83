// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli.chart;

import java.util.ArrayList;
import java.util.List;

/** A picture in the making: shapes, each over those before it. Not thread-safe. */
public final class Drawing {
    private final List<Shape> shapes = new ArrayList<>();

    public void line(Ink ink, List<Point> points) {
        shapes.add(new Shape.Line(ink, points));
    }

    public void line(Ink ink, double x, double y, double toX, double toY) {
        line(ink, List.of(new Point(x, y), new Point(toX, toY)));
    }

    public void area(Ink ink, List<Point> points) {
        shapes.add(new Shape.Area(ink, points));
    }

    /** A text that begins at a place. */
    public void text(Lettering lettering, double x, double y, String text) {
        text(lettering, Shape.Anchor.START, new Point(x, y), text);
    }

    public void text(Lettering lettering, Shape.Anchor anchor, Point at, String text) {
        shapes.add(new Shape.Text(lettering, anchor, at, text));
    }

    /** All of it, on paper of a size. */
    public Picture picture(int width, int height) {
        return new Picture(width, height, shapes);
    }
}
