// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;

/** Latency and requests in the system over time, measured and simulated, as SVG. */
final class FidelityPicture {
    private static final int WIDTH = 1400;
    private static final int HEIGHT = 860;
    private static final int LEFT = 70;
    private static final int RIGHT = 20;
    private static final int PANEL = 330;
    private static final int LATENCY_TOP = 90;
    private static final int SYSTEM_TOP = 480;

    private static final String STYLE =
            """
            <style>
            text { font: 13px sans-serif; fill: #333 }
            .title { font-size: 15px; font-weight: bold }
            .phase { font-size: 11px }
            .line { fill: none; stroke-width: 1.5 }
            .run0 { stroke: #e08a1e } .run1 { stroke: #c2c246 } .simulated { stroke: #1f4e9c }
            .grid { stroke: #ddd } .edge { stroke: #999; stroke-dasharray: 3 3 }
            .frame { fill: none; stroke: #999 }
            </style>
            """;

    private final Comparison comparison;
    private final int seconds;

    private FidelityPicture(Comparison comparison) {
        this.comparison = comparison;
        this.seconds = comparison.profile().seconds();
    }

    static String render(Comparison comparison) {
        FidelityPicture picture = new FidelityPicture(comparison);
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\">\n"
                        .formatted(WIDTH, HEIGHT)
                + STYLE
                + "<rect width=\"%d\" height=\"%d\" fill=\"white\"/>\n".formatted(WIDTH, HEIGHT)
                + picture.legend()
                + picture.phases()
                + picture.latency()
                + picture.inSystem()
                + picture.clock()
                + "</svg>\n";
    }

    private String legend() {
        String[] names = {"measured, run 1", "measured, run 2", "simulated"};
        String[] kinds = {"run0", "run1", "simulated"};
        StringBuilder legend = new StringBuilder();
        for (int i = 0; i < names.length; i++) {
            int x = LEFT + 170 * i;
            legend.append(line(kinds[i], x, 22, x + 30, 22));
            legend.append(text("", x + 36, 26, names[i]));
        }
        return legend.toString();
    }

    /** Names stand at three heights in turn, as phases may be narrower than their names. */
    private String phases() {
        StringBuilder phases = new StringBuilder();
        for (int phase = 0; phase < comparison.profile().phases().size(); phase++) {
            double x = x(comparison.profile().begin(phase));
            String name = comparison.profile().phases().get(phase).name();
            phases.append(text("phase", x + 3, 48 + 13 * (phase % 3), name));
            phases.append(line("edge", x, 40 + 13 * (phase % 3), x, SYSTEM_TOP + PANEL));
        }
        return phases.toString();
    }

    private String latency() {
        Function<Second, OptionalDouble> mean = Second::meanMs;
        Axis axis = Axis.logarithmic(least(mean), most(mean), LATENCY_TOP, PANEL);
        return panel("mean latency of a second's arrivals, ms (logarithmic)", axis, mean);
    }

    private String inSystem() {
        Function<Second, OptionalDouble> requests = second -> OptionalDouble.of(second.inSystem());
        Axis axis = Axis.linear(most(requests), SYSTEM_TOP, PANEL);
        return panel("requests in the system", axis, requests);
    }

    private String panel(String title, Axis axis, Function<Second, OptionalDouble> value) {
        StringBuilder panel = new StringBuilder(text("title", LEFT + 6, axis.top() + 18, title));
        for (double mark : axis.marks()) {
            panel.append(line("grid", LEFT, axis.y(mark), WIDTH - RIGHT, axis.y(mark)));
            panel.append(text("", 12, axis.y(mark) + 4, "%.0f".formatted(mark)));
        }
        panel.append(
                "<rect class=\"frame\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>\n"
                        .formatted(LEFT, axis.top(), WIDTH - LEFT - RIGHT, PANEL));
        for (int run = 0; run < comparison.measured().size(); run++) {
            panel.append(curve("run" + run, comparison.measured().get(run), axis, value));
        }
        return panel.append(curve("simulated", comparison.simulated(), axis, value)).toString();
    }

    private String curve(
            String kind, Outcome outcome, Axis axis, Function<Second, OptionalDouble> value) {
        StringBuilder points = new StringBuilder();
        for (int second = 0; second < seconds; second++) {
            double x = x(second + 0.5);
            value.apply(outcome.seconds().get(second))
                    .ifPresent(y -> points.append(number(x) + "," + number(axis.y(y)) + " "));
        }
        return "<polyline class=\"line %s\" points=\"%s\"/>\n".formatted(kind, points);
    }

    private String clock() {
        int every = Math.max(1, (int) Math.round(seconds / 120.0)) * 10;
        StringBuilder clock = new StringBuilder();
        for (int second = 0; second < seconds; second += every) {
            clock.append(text("", x(second) - 8, SYSTEM_TOP + PANEL + 20, second + " s"));
        }
        return clock.toString();
    }

    private double most(Function<Second, OptionalDouble> value) {
        return values(value).mapToDouble(OptionalDouble::getAsDouble).max().orElse(1);
    }

    private double least(Function<Second, OptionalDouble> value) {
        return values(value).mapToDouble(OptionalDouble::getAsDouble).min().orElse(1);
    }

    private Stream<OptionalDouble> values(Function<Second, OptionalDouble> value) {
        return Stream.concat(comparison.measured().stream(), Stream.of(comparison.simulated()))
                .flatMap(outcome -> outcome.seconds().stream())
                .map(value)
                .filter(OptionalDouble::isPresent);
    }

    private double x(double second) {
        return LEFT + second / seconds * (WIDTH - LEFT - RIGHT);
    }

    private static String line(String kind, double x, double y, double toX, double toY) {
        return "<line class=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>\n"
                .formatted(kind, number(x), number(y), number(toX), number(toY));
    }

    private static String text(String kind, double x, double y, String text) {
        return "<text class=\"%s\" x=\"%s\" y=\"%s\">%s</text>\n"
                .formatted(kind, number(x), number(y), text);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
