// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.cli.ForecastPanel.Window;
import dev.plimsoll.cli.chart.Drawing;
import dev.plimsoll.cli.chart.Frame;
import dev.plimsoll.cli.chart.Ink;
import dev.plimsoll.cli.chart.Lettering;
import dev.plimsoll.cli.chart.Point;
import dev.plimsoll.cli.chart.Shape;
import java.util.List;

/**
 * The newest forecast, those before it over what then came, and demand; below that the same within
 * a longer time, where the first is short.
 */
final class ForecastChart {
    static final int WIDTH = 1400;
    static final int LEFT = 70;
    static final int RIGHT = 40;

    private static final int LEGEND = 24;
    private static final int HEADING = 26;
    private static final int DETAIL = 400;
    private static final int OVERVIEW = 150;

    /** The labels of an axis of times, and room. */
    private static final int TIMES = 52;

    private static final int HORIZONS_SHOWN = 3;
    private static final int LEAST_SHOWN = 30;
    private static final double HOUR_SECONDS = 3600;
    private static final double DAY_SECONDS = 24 * HOUR_SECONDS;
    private static final double OVERVIEW_SECONDS = 2 * DAY_SECONDS;

    /** An overview that shows less than so many times the detail shows nothing new. */
    private static final double MUCH_LONGER = 1.5;

    private final TraceForecast forecast;
    private final TraceSamples samples;
    private final List<Fan> fans;
    private final Window detail;
    private final Window overview;

    ForecastChart(TraceForecast forecast) {
        this.forecast = forecast;
        this.samples = forecast.samples();
        this.fans = Fan.of(forecast);
        this.detail = detail();
        this.overview = overview();
    }

    /** How high it is, in pixels. */
    int height() {
        return LEGEND + HEADING + DETAIL + TIMES + (isLong() ? HEADING + OVERVIEW + TIMES : 0);
    }

    void draw(Drawing drawing, int top) {
        legend(drawing, top + LEGEND - 8);
        int detailTop = top + LEGEND + HEADING;
        panel(drawing, detailTop, DETAIL, detail, detailHeading());
        if (isLong()) {
            int overviewTop = detailTop + DETAIL + TIMES + HEADING;
            panel(drawing, overviewTop, OVERVIEW, overview, overviewHeading())
                    .excerpt(drawing, detail);
        }
    }

    private ForecastPanel panel(
            Drawing drawing, int top, int height, Window window, String heading) {
        Frame frame = new Frame(LEFT, top, WIDTH - LEFT - RIGHT, height);
        drawing.text(Lettering.HEADING, LEFT, top - 8, heading);
        ForecastPanel panel = new ForecastPanel(samples, fans, window, frame);
        panel.draw(drawing);
        return panel;
    }

    private String detailHeading() {
        int origin = fans.getFirst().origin();
        String past = ForecastText.seconds((origin - detail.from()) * samples.stepSeconds());
        return origin == samples.last()
                ? "The last %s, and the next %s".formatted(past, ForecastText.horizon(forecast))
                : "%s from %s, and %s before"
                        .formatted(ForecastText.horizon(forecast), samples.sampledAt(origin), past);
    }

    private String overviewHeading() {
        double seconds = overview.steps() * samples.stepSeconds();
        double unit = seconds > OVERVIEW_SECONDS + DAY_SECONDS ? DAY_SECONDS : HOUR_SECONDS;
        return overview.from() == 0
                ? "From the beginning; the part above is shaded"
                : "Within %s; the part above is shaded"
                        .formatted(ForecastText.seconds(Math.rint(seconds / unit) * unit));
    }

    private void legend(Drawing drawing, double y) {
        double next = entry(drawing, LEFT, y, "demand");
        drawing.line(Ink.DEMAND, LEFT, y - 4, LEFT + 26, y - 4);
        Fan.Age newest = Fan.Age.NEWEST;
        swatch(drawing, next, y, newest);
        next = entry(drawing, next, y, "forecast: median, 50 % and 90 % band");
        if (fans.size() > 1) {
            swatch(drawing, next, y, Fan.Age.PAST);
            entry(drawing, next, y, "earlier forecasts, under what then came");
        }
        Point end = new Point(WIDTH - RIGHT, y);
        drawing.text(Lettering.SMALL, Shape.Anchor.END, end, units());
    }

    private String units() {
        return samples.trace().start().isPresent()
                ? "demand in the trace's unit; time in UTC"
                : "demand in the trace's unit; time as if it began at " + samples.start();
    }

    private static double entry(Drawing drawing, double x, double y, String text) {
        drawing.text(Lettering.BODY, x + 34, y, text);
        return x + 34 + Lettering.BODY.width(text) + 16;
    }

    private static void swatch(Drawing drawing, double x, double y, Fan.Age age) {
        drawing.area(age.wide(), new Frame(x, y - 12, 26, 16).outline());
        drawing.area(age.narrow(), new Frame(x, y - 8, 26, 8).outline());
        drawing.line(age.median(), x, y - 4, x + 26, y - 4);
    }

    private Window detail() {
        Fan newest = fans.getFirst();
        int past = Math.max(HORIZONS_SHOWN * forecast.steps(), LEAST_SHOWN);
        return new Window(Math.max(0, newest.origin() - past), newest.end());
    }

    private Window overview() {
        int usual = (int) Math.ceil(OVERVIEW_SECONDS / samples.stepSeconds());
        int oldest = fans.getLast().origin() - forecast.steps();
        int from = Math.min(detail.until() - usual, oldest);
        return new Window(Math.max(0, from), detail.until());
    }

    private boolean isLong() {
        return overview.steps() > MUCH_LONGER * detail.steps();
    }
}
