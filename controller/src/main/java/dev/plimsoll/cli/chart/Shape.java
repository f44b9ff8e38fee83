// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli.chart;

import java.util.List;

/** Something drawn. */
public sealed interface Shape {
    /** A line through its points; of one point it is a dot, twice as wide. */
    record Line(Ink ink, List<Point> points) implements Shape {
        public Line {
            points = List.copyOf(points);
        }
    }

    /** What its points enclose. */
    record Area(Ink ink, List<Point> points) implements Shape {
        public Area {
            points = List.copyOf(points);
        }
    }

    /** A text whose base line stands at a point, on which its anchor lies. */
    record Text(Lettering lettering, Anchor anchor, Point at, String text) implements Shape {}

    /** Which part of a text stands where it is said to. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }
}
