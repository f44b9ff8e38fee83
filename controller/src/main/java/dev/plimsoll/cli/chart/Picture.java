// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli.chart;

import java.util.List;

/**
 * A picture as plain shapes, which can be drawn in more than one way.
 *
 * @param width in pixels
 * @param height in pixels
 * @param shapes each over those before it
 */
public record Picture(int width, int height, List<Shape> shapes) {
    public Picture {
        shapes = List.copyOf(shapes);
    }
}
