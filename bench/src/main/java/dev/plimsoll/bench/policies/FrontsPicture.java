// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.policies;

import dev.plimsoll.cli.chart.Drawing;
import dev.plimsoll.cli.chart.Frame;
import dev.plimsoll.cli.chart.Ink;
import dev.plimsoll.cli.chart.Lettering;
import dev.plimsoll.cli.chart.Picture;
import dev.plimsoll.cli.chart.Point;
import dev.plimsoll.cli.chart.SvgRenderer;
import dev.plimsoll.model.DurationText;
import dev.plimsoll.sim.backtest.PolicySpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Violations against replica-hours: a column for each class of traces, a row for each lead time and
 * interpolation.
 */
final class FrontsPicture {
    private static final String TITLE = "Violations against replica-hours";
    private static final String AXES =
            "Up: share of requests violated, logarithmic. To the right: replica-hours over those of"
                    + " perfect foresight. Means over the traces of a class.";
    private static final String SIGNS =
            "Lines of peers: every trace with its own best setting, in hindsight. Small dots: one"
                    + " setting for all traces. Large dots: told nothing but a price κ.";
    private static final int LEFT = 74;
    private static final int TOP = 150;
    private static final int PANEL_WIDTH = 330;
    private static final int PANEL_HEIGHT = 260;
    private static final int COLUMN = PANEL_WIDTH + 86;
    private static final int ROW = PANEL_HEIGHT + 78;
    private static final int LEAST_COLUMNS = 3;
    private static final int SAMPLE = 26;
    private static final int LEGEND_GAP = 26;

    private final List<PolicySpec> own;
    private final Map<String, Map<String, List<CaseRuns>>> rows;
    private final List<String> columns;

    private FrontsPicture(Findings findings) {
        this.own = findings.inquiry().own();
        this.rows = new LinkedHashMap<>();
        grouped(findings.cases(), FrontsPicture::row)
                .forEach((row, cases) -> rows.put(row, grouped(cases, runs -> runs.name().kind())));
        this.columns =
                findings.cases().stream().map(runs -> runs.name().kind()).distinct().toList();
    }

    static String svg(Findings findings) {
        return SvgRenderer.render(of(findings), TITLE);
    }

    static Picture of(Findings findings) {
        return new FrontsPicture(findings).picture();
    }

    private static String row(CaseRuns runs) {
        return "lead time %s, %s demand"
                .formatted(DurationText.of(runs.name().leadTime()), runs.name().interpolation());
    }

    private static Map<String, List<CaseRuns>> grouped(
            List<CaseRuns> cases, Function<CaseRuns, String> property) {
        Map<String, List<CaseRuns>> groups = new LinkedHashMap<>();
        cases.forEach(runs ->
                groups.computeIfAbsent(property.apply(runs), _ -> new ArrayList<>()).add(runs));
        return groups;
    }

    private Picture picture() {
        Drawing drawing = new Drawing();
        drawing.text(Lettering.TITLE, LEFT, 34, TITLE);
        drawing.text(Lettering.SMALL, LEFT, 56, AXES);
        drawing.text(Lettering.SMALL, LEFT, 74, SIGNS);
        legend(drawing);
        int row = 0;
        for (var cases : rows.entrySet()) {
            for (var group : cases.getValue().entrySet()) {
                panel(drawing, row, cases.getKey(), group.getValue());
            }
            row++;
        }
        int width = LEFT + COLUMN * Math.max(columns.size(), LEAST_COLUMNS);
        return drawing.picture(width, TOP + ROW * rows.size());
    }

    private void panel(Drawing drawing, int row, String title, List<CaseRuns> cases) {
        String kind = cases.getFirst().name().kind();
        Frame frame =
                new Frame(
                        LEFT + (double) COLUMN * columns.indexOf(kind),
                        TOP + (double) ROW * row,
                        PANEL_WIDTH,
                        PANEL_HEIGHT);
        String heading = "%s (%d), %s".formatted(kind, cases.size(), title);
        new FrontsPanel(new Fronts(cases), own, frame).draw(drawing, heading);
    }

    private void legend(Drawing drawing) {
        List<FrontInk> entries = new ArrayList<>();
        for (int policy = 0; policy < own.size(); policy++) {
            entries.add(FrontInk.own(own, policy));
        }
        entries.addAll(FrontInk.PEERS);
        entries.add(new FrontInk(PolicySpec.parse("static"), Ink.AT_PEAK, Ink.AT_PEAK));
        double x = LEFT;
        for (FrontInk entry : entries) {
            String name = entry.spec().toString();
            sample(drawing, entry, x);
            drawing.text(Lettering.BODY, x + SAMPLE + 6, 106, name);
            x += SAMPLE + 6 + Lettering.BODY.width(name) + LEGEND_GAP;
        }
    }

    private static void sample(Drawing drawing, FrontInk entry, double x) {
        if (entry.line() != entry.dots()) {
            drawing.line(entry.line(), x, 101, x + SAMPLE, 101);
        }
        drawing.line(entry.dots(), List.of(new Point(x + SAMPLE / 2.0, 101)));
    }
}
