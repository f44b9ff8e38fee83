// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Values at whole positions along an axis, thinned to what a picture can show: of those that share
 * a column of pixels the least and the largest. So no peak is lost, and no line has more than two
 * points a column.
 */
public final class Curve {
    private final Scale x;
    private final Scale y;
    private final List<Column> columns = new ArrayList<>();

    /** The positions that share a column of pixels. */
    private record Column(int first, int last) {
        IntStream positions() {
            return IntStream.rangeClosed(first, last);
        }
    }

    /** Curves over the positions {@code first} to {@code last}. */
    public Curve(int first, int last, Scale x, Scale y) {
        this.x = x;
        this.y = y;
        int begin = first;
        for (int position = first; position <= last; position++) {
            if (position == last || (long) x.at(position + 1) != (long) x.at(begin)) {
                columns.add(new Column(begin, position));
                begin = position + 1;
            }
        }
    }

    /** The value's line, in pieces where columns have no value at all. */
    public List<List<Point>> pieces(IntPredicate present, IntToDoubleFunction value) {
        List<List<Point>> pieces = new ArrayList<>();
        List<Point> piece = new ArrayList<>();
        for (Column column : columns) {
            List<Point> points = extremes(column, present, value);
            if (points.isEmpty() && !piece.isEmpty()) {
                pieces.add(piece);
                piece = new ArrayList<>();
            }
            piece.addAll(points);
        }
        if (!piece.isEmpty()) {
            pieces.add(piece);
        }
        return pieces;
    }

    /** The line of a value that is present everywhere. */
    public List<Point> line(IntToDoubleFunction value) {
        return pieces(_ -> true, value).getFirst();
    }

    /** What lies between two values, at its widest in each column. */
    public List<Point> band(IntToDoubleFunction lower, IntToDoubleFunction upper) {
        List<Point> outline = new ArrayList<>();
        for (Column column : columns) {
            outline.add(middle(column, column.positions().mapToDouble(lower).min().orElseThrow()));
        }
        for (Column column : columns.reversed()) {
            outline.add(middle(column, column.positions().mapToDouble(upper).max().orElseThrow()));
        }
        return outline;
    }

    private List<Point> extremes(Column column, IntPredicate present, IntToDoubleFunction value) {
        int least = -1;
        int largest = -1;
        for (int position = column.first; position <= column.last; position++) {
            if (present.test(position)) {
                double at = value.applyAsDouble(position);
                least = least < 0 || at < value.applyAsDouble(least) ? position : least;
                largest = largest < 0 || at > value.applyAsDouble(largest) ? position : largest;
            }
        }
        return IntStream.of(least, largest)
                .filter(position -> position >= 0)
                .sorted()
                .distinct()
                .mapToObj(position -> point(position, value.applyAsDouble(position)))
                .toList();
    }

    private Point middle(Column column, double value) {
        return point((column.first + column.last) / 2.0, value);
    }

    private Point point(double position, double value) {
        return new Point(x.at(position), y.at(value));
    }
}
