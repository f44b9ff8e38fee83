// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli.chart;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Draws a picture as SVG that can stand in a page or alone. */
public final class SvgRenderer {
    private SvgRenderer() {}

    /** The element and all in it. */
    public static String render(Picture picture, String title) {
        return ("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\""
                                + " font-family=\"sans-serif\">\n")
                        .formatted(picture.width(), picture.height())
                + "<title>%s</title>\n".formatted(escaped(title))
                + picture.shapes().stream().map(SvgRenderer::element).collect(Collectors.joining())
                + "</svg>\n";
    }

    private static String element(Shape shape) {
        return switch (shape) {
            case Shape.Line line when line.points().size() == 1 ->
                    dot(line.ink(), line.points().getFirst());
            case Shape.Line line -> line(line.ink(), line.points());
            case Shape.Area area -> area(area.ink(), area.points());
            case Shape.Text text -> text(text);
        };
    }

    private static String line(Ink ink, List<Point> points) {
        return String.format(
                Locale.ROOT,
                "<polyline fill=\"none\" stroke=\"#%06x\" stroke-opacity=\"%s\""
                        + " stroke-width=\"%s\"%s stroke-linecap=\"round\""
                        + " stroke-linejoin=\"round\" points=\"%s\"/>\n",
                ink.colour(),
                ink.opacity(),
                ink.width(),
                ink.dashed() ? " stroke-dasharray=\"4 4\"" : "",
                points(points));
    }

    private static String dot(Ink ink, Point at) {
        return String.format(
                Locale.ROOT,
                "<circle fill=\"#%06x\" fill-opacity=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%s\"/>\n",
                ink.colour(),
                ink.opacity(),
                at.x(),
                at.y(),
                ink.width());
    }

    private static String area(Ink ink, List<Point> points) {
        return String.format(
                Locale.ROOT,
                "<polygon fill=\"#%06x\" fill-opacity=\"%s\" points=\"%s\"/>\n",
                ink.colour(),
                ink.opacity(),
                points(points));
    }

    private static String text(Shape.Text text) {
        Lettering lettering = text.lettering();
        return String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" font-size=\"%d\"%s fill=\"#%06x\""
                        + " text-anchor=\"%s\">%s</text>\n",
                text.at().x(),
                text.at().y(),
                lettering.size(),
                lettering.bold() ? " font-weight=\"bold\"" : "",
                lettering.colour(),
                text.anchor().name().toLowerCase(Locale.ROOT),
                escaped(text.text()));
    }

    private static String points(List<Point> points) {
        return points.stream()
                .map(point -> String.format(Locale.ROOT, "%.1f,%.1f", point.x(), point.y()))
                .collect(Collectors.joining(" "));
    }

    /**
     * An asterisk too, so that no text can look like a place of a page that is yet to be filled.
     */
    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("*", "&#42;");
    }
}
