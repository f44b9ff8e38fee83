// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.cli.chart.Curve;
import dev.plimsoll.cli.chart.Drawing;
import dev.plimsoll.cli.chart.Frame;
import dev.plimsoll.cli.chart.Ink;
import dev.plimsoll.cli.chart.Lettering;
import dev.plimsoll.cli.chart.Mark;
import dev.plimsoll.cli.chart.Point;
import dev.plimsoll.cli.chart.Scale;
import dev.plimsoll.cli.chart.Shape;
import dev.plimsoll.cli.chart.TimeMark;
import dev.plimsoll.cli.chart.ValueMarks;
import dev.plimsoll.forecast.RegularSeries;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** A stretch of time in a frame: demand, and the forecasts that lie in it. */
final class ForecastPanel {
    private static final double VALUE_MARK_PIXELS = 55;
    private static final int LEAST_VALUE_MARKS = 4;
    private static final double TIME_MARK_PIXELS = 95;
    private static final double LINE_PIXELS = 16;

    /** Above the highest value. */
    private static final double HEADROOM = 0.08;

    /** An outer band beyond so many times all else would press the rest flat, and is cut. */
    private static final double HIGHEST_BAND = 2.5;

    /** The axis begins at 0 unless all values lie above so much of the highest. */
    private static final double HIGH_ABOVE_ZERO = 0.6;

    /** Less difference than so much of the highest value is none. */
    private static final double FLAT = 1e-3;

    /** Below it is nothing that anybody could want to see, or that an axis could be marked in. */
    private static final double LEAST = 1e-100;

    private final TraceSamples samples;
    private final List<Fan> fans;
    private final Window window;
    private final Frame frame;
    private final Scale x;
    private final Scale y;

    /** Samples by their indices, both ends included. */
    record Window(int from, int until) {
        int steps() {
            return until - from;
        }
    }

    /**
     * @param fans the newest first
     */
    ForecastPanel(TraceSamples samples, List<Fan> fans, Window window, Frame frame) {
        this.samples = samples;
        this.fans =
                fans.stream()
                        .filter(fan -> fan.end() > window.from && fan.origin() < window.until)
                        .toList();
        this.window = window;
        this.frame = frame;
        this.x = new Scale(window.from, window.until, frame.left(), frame.right());
        this.y = values();
    }

    void draw(Drawing drawing) {
        grid(drawing);
        times(drawing);
        for (Fan fan : fans.reversed()) {
            fan.draw(drawing, window.from, window.until, x, y);
        }
        origins(drawing);
        demand(drawing);
        drawing.line(Ink.EDGE, frame.outline());
    }

    /** Marks a stretch that is drawn larger elsewhere. */
    void excerpt(Drawing drawing, Window part) {
        double left = x.at(part.from);
        double width = x.at(part.until) - left;
        drawing.area(Ink.EXCERPT, new Frame(left, frame.top(), width, frame.height()).outline());
    }

    private void grid(Drawing drawing) {
        int most = Math.max(LEAST_VALUE_MARKS, (int) (frame.height() / VALUE_MARK_PIXELS));
        for (Mark mark : ValueMarks.between(y.low(), y.high(), most)) {
            double at = y.at(mark.value());
            drawing.line(Ink.GRID, frame.left(), at, frame.right(), at);
            Point label = new Point(frame.left() - 8, at + 4);
            drawing.text(Lettering.SMALL, Shape.Anchor.END, label, mark.label());
        }
    }

    private void times(Drawing drawing) {
        double start = samples.start().toEpochMilli() / 1000.0;
        double step = samples.stepSeconds();
        int most = (int) (frame.width() / TIME_MARK_PIXELS);
        double from = start + window.from * step;
        for (TimeMark mark : TimeMark.between(from, start + window.until * step, most)) {
            double at = x.at((mark.seconds() - start) / step);
            drawing.line(Ink.GRID, at, frame.top(), at, frame.bottom());
            label(drawing, at, 1, mark.label());
            label(drawing, at, 2, mark.second());
        }
    }

    private void label(Drawing drawing, double at, int line, String text) {
        Point place = new Point(at, frame.bottom() + 2 + line * LINE_PIXELS);
        drawing.text(Lettering.SMALL, Shape.Anchor.MIDDLE, place, text);
    }

    private void origins(Drawing drawing) {
        for (Fan fan : fans) {
            if (fan.origin() >= window.from) {
                double at = x.at(fan.origin());
                drawing.line(Ink.ORIGIN, at, frame.top(), at, frame.bottom());
            }
        }
    }

    private void demand(Drawing drawing) {
        RegularSeries series = samples.series();
        int last = Math.min(window.until, samples.last());
        new Curve(window.from, last, x, y)
                .pieces(series::isPresent, series::at)
                .forEach(piece -> drawing.line(Ink.DEMAND, piece));
    }

    private Scale values() {
        double most = Math.max(known().max().orElse(0), largest(Fan::inner));
        double high = Math.max(most, Math.min(largest(Fan::upper), HIGHEST_BAND * most));
        double low = DoubleStream.concat(known(), forecast(Fan::lower)).min().orElse(0);
        double span = high - low;
        boolean cut = high >= LEAST && low > HIGH_ABOVE_ZERO * high && span > FLAT * high;
        double bottom = cut ? low - HEADROOM * span : 0;
        double top = high < LEAST ? 1 : high + HEADROOM * (high - bottom);
        return new Scale(bottom, top, frame.bottom(), frame.top());
    }

    private DoubleStream known() {
        RegularSeries series = samples.series();
        return IntStream.rangeClosed(window.from, Math.min(window.until, samples.last()))
                .filter(series::isPresent)
                .mapToDouble(series::at);
    }

    private double largest(ToDoubleBiFunction<Fan, Integer> edge) {
        return forecast(edge).max().orElse(0);
    }

    private DoubleStream forecast(ToDoubleBiFunction<Fan, Integer> edge) {
        return fans.stream()
                .flatMapToDouble(fan ->
                        IntStream.rangeClosed(
                                        Math.max(window.from, fan.origin()),
                                        Math.min(window.until, fan.end()))
                                .mapToDouble(sample -> edge.applyAsDouble(fan, sample)));
    }
}
