// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.policies;

import dev.plimsoll.cli.chart.Drawing;
import dev.plimsoll.cli.chart.Frame;
import dev.plimsoll.cli.chart.Ink;
import dev.plimsoll.cli.chart.Lettering;
import dev.plimsoll.cli.chart.Mark;
import dev.plimsoll.cli.chart.Point;
import dev.plimsoll.cli.chart.Scale;
import dev.plimsoll.cli.chart.Shape;
import dev.plimsoll.cli.chart.ValueMarks;
import dev.plimsoll.sim.backtest.PolicySpec;
import dev.plimsoll.sim.score.Regret;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The fronts of some cases: replica-hours to the right, violations upwards on a logarithmic axis.
 * What violates less than the least mark stands on it; what is dearer than the panel is wide is not
 * drawn, but for the own policies.
 */
final class FrontsPanel {
    /** The powers of ten at the lower and the upper end. */
    private static final int LEAST = -6;

    private static final int MOST = 0;
    private static final int HOURS_MARKS = 5;
    private static final double ROOM = 0.06;
    private static final double WIDEST = 4;
    private static final int LABEL_PIXELS = 60;
    private static final String HOURS = "replica-hours / oracle's →";

    private final Fronts fronts;
    private final List<PolicySpec> own;
    private final Frame frame;
    private final Scale x;
    private final Scale y;

    FrontsPanel(Fronts fronts, List<PolicySpec> own, Frame frame) {
        this.fronts = fronts;
        this.own = own;
        this.frame = frame;
        this.x = hours();
        this.y = new Scale(LEAST, MOST, frame.bottom(), frame.top());
    }

    void draw(Drawing drawing, String title) {
        grid(drawing);
        for (FrontInk peer : FrontInk.PEERS) {
            fronts.settings(peer.name()).forEach(spot -> dot(drawing, peer.dots(), spot));
        }
        for (FrontInk peer : FrontInk.PEERS) {
            line(drawing, peer.line(), fronts.tuned(peer.name()));
        }
        fronts.settings("static").forEach(spot -> dot(drawing, Ink.AT_PEAK, spot));
        for (int policy = own.size() - 1; policy >= 0; policy--) {
            own(drawing, FrontInk.own(own, policy));
        }
        axes(drawing);
        drawing.line(Ink.EDGE, frame.outline());
        drawing.text(Lettering.HEADING, frame.left(), frame.top() - 8, title);
    }

    /** How wide the panel is follows from what a person would choose: the tuned, and ours. */
    private Scale hours() {
        List<Spot> shown =
                Stream.concat(
                                FrontInk.PEERS.stream()
                                        .flatMap(peer -> fronts.tuned(peer.name()).stream()),
                                own.stream().flatMap(policy -> fronts.own(policy).stream()))
                        .toList();
        double least = shown.stream().mapToDouble(Spot::hours).min().orElse(1);
        double most = shown.stream().mapToDouble(Spot::hours).max().orElse(1);
        double high = Math.min(most, WIDEST * least);
        double room = Math.max(ROOM * (high - least), 1e-3);
        return new Scale(Math.max(0, least - room), high + room, frame.left(), frame.right());
    }

    private void grid(Drawing drawing) {
        for (int power = LEAST; power <= MOST; power++) {
            double at = y.at(power);
            drawing.line(Ink.GRID, frame.left(), at, frame.right(), at);
            label(drawing, Shape.Anchor.END, frame.left() - 6, at + 4, percent(power));
        }
        for (Mark mark : ValueMarks.between(x.low(), x.high(), HOURS_MARKS)) {
            double at = x.at(mark.value());
            drawing.line(Ink.GRID, at, frame.top(), at, frame.bottom());
            label(drawing, Shape.Anchor.MIDDLE, at, frame.bottom() + 16, mark.label());
        }
    }

    /** What the axes are, in the panel's own corners. */
    private void axes(Drawing drawing) {
        label(
                drawing,
                Shape.Anchor.END,
                frame.right() - 6,
                frame.top() + 15,
                "↑ requests violated");
        label(drawing, Shape.Anchor.END, frame.right(), frame.bottom() + 33, HOURS);
    }

    private static String percent(int power) {
        String value = String.format(Locale.ROOT, "%.4f", StrictMath.pow(10, power) * 100);
        String plain = value.replaceFirst("\\.?0+$", "");
        return (power == LEAST ? "≤ " : "") + plain + " %";
    }

    private void own(Drawing drawing, FrontInk policy) {
        List<Spot> spots = fronts.own(policy.spec());
        drawing.line(policy.line(), spots.stream().map(this::point).toList());
        for (int price = 0; price < spots.size(); price++) {
            price(drawing, policy.dots(), Regret.KAPPAS.get(price), spots.get(price));
        }
    }

    /** One that is dearer than the panel is wide stands at its edge, with its hours. */
    private void price(Drawing drawing, Ink ink, int kappa, Spot spot) {
        Point at = point(spot);
        boolean right = at.x() > frame.right() - LABEL_PIXELS;
        String hours = isShown(spot) ? "" : String.format(Locale.ROOT, " at %.1f", spot.hours());
        drawing.line(ink, List.of(at));
        label(
                drawing,
                right ? Shape.Anchor.END : Shape.Anchor.START,
                at.x() + (right ? -7 : 7),
                Math.max(at.y() - 5, frame.top() + 12),
                "κ %d%s".formatted(kappa, hours));
    }

    private void line(Drawing drawing, Ink ink, List<Spot> spots) {
        List<Point> points = spots.stream().filter(this::isShown).map(this::point).toList();
        if (!points.isEmpty()) {
            drawing.line(ink, points);
        }
    }

    private void dot(Drawing drawing, Ink ink, Spot spot) {
        if (isShown(spot)) {
            drawing.line(ink, List.of(point(spot)));
        }
    }

    private boolean isShown(Spot spot) {
        return spot.hours() <= x.high() && spot.hours() >= x.low();
    }

    private Point point(Spot spot) {
        return new Point(x.at(spot.hours()), y(spot));
    }

    private double y(Spot spot) {
        return y.at(StrictMath.log10(Math.max(spot.violations(), Double.MIN_NORMAL)));
    }

    private static void label(
            Drawing drawing, Shape.Anchor anchor, double x, double y, String text) {
        drawing.text(Lettering.SMALL, anchor, new Point(x, y), text);
    }
}
