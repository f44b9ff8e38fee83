// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** One picture, and what the two renderers make of it. */
class RendererTest {
    private static Picture picture() {
        Drawing drawing = new Drawing();
        drawing.area(Ink.NARROW, new Frame(10, 10, 30, 20).outline());
        drawing.line(Ink.MEDIAN, 10, 50, 90, 50);
        drawing.line(Ink.ORIGIN, 60, 10, 60, 40);
        drawing.line(Ink.DEMAND, List.of(new Point(70, 20)));
        drawing.text(Lettering.SMALL, Shape.Anchor.END, new Point(90, 80), "a < b & c*");
        return drawing.picture(100, 90);
    }

    @Test
    void drawsSvg() {
        assertThat(SvgRenderer.render(picture(), "a <test>"))
                .isEqualTo(
                        """
                        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 90" role="img" font-family="sans-serif">
                        <title>a &lt;test&gt;</title>
                        <polygon fill="#0b5fa5" fill-opacity="0.28" points="10.0,10.0 40.0,10.0 40.0,30.0 10.0,30.0 10.0,10.0"/>
                        <polyline fill="none" stroke="#0b5fa5" stroke-opacity="1.0" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round" points="10.0,50.0 90.0,50.0"/>
                        <polyline fill="none" stroke="#5b6b7a" stroke-opacity="0.7" stroke-width="1.0" stroke-dasharray="4 4" stroke-linecap="round" stroke-linejoin="round" points="60.0,10.0 60.0,40.0"/>
                        <circle fill="#1b2733" fill-opacity="1.0" cx="70.0" cy="20.0" r="1.5"/>
                        <text x="90.0" y="80.0" font-size="12" fill="#5b6b7a" text-anchor="end">a &lt; b &amp; c&#42;</text>
                        </svg>
                        """);
    }

    @Test
    void drawsPng() throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(PngRenderer.render(picture())));

        assertThat(image.getWidth()).isEqualTo(100);
        assertThat(image.getHeight()).isEqualTo(90);
        assertThat(image.getRGB(5, 5) & 0xffffff).isEqualTo(0xffffff);
        assertThat(image.getRGB(50, 50) & 0xffffff).isEqualTo(0x0b5fa5);
        assertThat(image.getRGB(25, 20) & 0xff).isBetween(0xe0, 0xf0);
        assertThat(image.getRGB(60, 10) & 0xff).isLessThan(0xff);
        assertThat(image.getRGB(70, 20) & 0xff).isLessThan(0xff);
        assertThat(darkPixels(image, 30, 90)).isPositive();
        assertThat(darkPixels(image, 91, 99)).isZero();
    }

    /** In the lines of the text. */
    private static long darkPixels(BufferedImage image, int from, int to) {
        long dark = 0;
        for (int x = from; x < to; x++) {
            for (int y = 68; y < 84; y++) {
                dark += (image.getRGB(x, y) & 0xff) < 0xc0 ? 1 : 0;
            }
        }
        return dark;
    }

    @Test
    void anAxisNeedsTwoEnds() {
        assertThat(new Scale(0, 10, 100, 0).at(2.5)).isEqualTo(75);
        assertThat(new Scale(0, 10, 100, 0).at(20)).isZero();
        assertThatThrownBy(() -> new Scale(3, 3, 0, 100))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an axis from 3.0 to 3.0");
    }
}
