// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Draws a picture as PNG, a pixel for a pixel, on white. Texts are set in the machine's own
 * sans-serif face.
 */
public final class PngRenderer {
    private static final int OPAQUE = 255;
    private static final float[] DASHES = {4, 4};
    private static final float MITRE_LIMIT = 10;

    private final Graphics2D graphics;

    private PngRenderer(Graphics2D graphics) {
        this.graphics = graphics;
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(
                RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    /**
     * Whether the machine has a face to set texts in. Where it has none, the platform fails in ways
     * that depend on what exactly is missing: a font, fontconfig or a native library.
     */
    public static boolean canSetTexts() {
        needNoDisplay();
        Graphics2D graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        try {
            graphics.setFont(font(Lettering.BODY));
            return graphics.getFontMetrics().stringWidth("0") > 0;
        } catch (RuntimeException | LinkageError | InternalError missing) {
            return false;
        } finally {
            graphics.dispose();
        }
    }

    /** One that is named but does not answer would end the program. */
    private static void needNoDisplay() {
        System.setProperty("java.awt.headless", "true");
    }

    /** The file's bytes. */
    public static byte[] render(Picture picture) {
        needNoDisplay();
        BufferedImage image =
                new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, picture.width(), picture.height());
            PngRenderer renderer = new PngRenderer(graphics);
            picture.shapes().forEach(renderer::draw);
        } finally {
            graphics.dispose();
        }
        return bytes(image);
    }

    private static byte[] bytes(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void draw(Shape shape) {
        switch (shape) {
            case Shape.Line line -> line(line);
            case Shape.Area area -> area(area);
            case Shape.Text text -> text(text);
        }
    }

    private void line(Shape.Line line) {
        Ink ink = line.ink();
        graphics.setColor(colour(ink.colour(), ink.opacity()));
        if (line.points().size() == 1) {
            dot(line.points().getFirst(), ink.width());
            return;
        }
        graphics.setStroke(
                new BasicStroke(
                        (float) ink.width(),
                        BasicStroke.CAP_ROUND,
                        BasicStroke.JOIN_ROUND,
                        MITRE_LIMIT,
                        ink.dashed() ? DASHES : null,
                        0));
        graphics.draw(path(line.points()));
    }

    private void dot(Point at, double width) {
        graphics.fill(new Ellipse2D.Double(at.x() - width, at.y() - width, 2 * width, 2 * width));
    }

    private void area(Shape.Area area) {
        graphics.setColor(colour(area.ink().colour(), area.ink().opacity()));
        graphics.fill(path(area.points()));
    }

    private void text(Shape.Text text) {
        Lettering lettering = text.lettering();
        graphics.setFont(font(lettering));
        graphics.setColor(colour(lettering.colour(), 1));
        double width = graphics.getFontMetrics().stringWidth(text.text());
        double before =
                switch (text.anchor()) {
                    case START -> 0;
                    case MIDDLE -> width / 2;
                    case END -> width;
                };
        graphics.drawString(text.text(), (float) (text.at().x() - before), (float) text.at().y());
    }

    private static Font font(Lettering lettering) {
        int style = lettering.bold() ? Font.BOLD : Font.PLAIN;
        return new Font(Font.SANS_SERIF, style, lettering.size());
    }

    private static Path2D path(List<Point> points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points.getFirst().x(), points.getFirst().y());
        points.forEach(point -> path.lineTo(point.x(), point.y()));
        return path;
    }

    private static Color colour(int colour, double opacity) {
        return new Color(colour >> 16, colour >> 8 & 0xff, colour & 0xff, (int) (opacity * OPAQUE));
    }
}
