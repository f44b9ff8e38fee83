// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** A series as a line of blocks, eight heights high. */
final class Sparkline {
    private static final String BLOCKS = "▁▂▃▄▅▆▇█";

    private Sparkline() {}

    /** The largest value of each of {@code width} equal parts of the steps, against {@code top}. */
    static String of(IntToDoubleFunction value, int steps, int width, double top) {
        StringBuilder line = new StringBuilder();
        for (int part = 0; part < width; part++) {
            int from = (int) ((long) part * steps / width);
            int until = Math.max(from + 1, (int) ((long) (part + 1) * steps / width));
            double most = IntStream.range(from, until).mapToDouble(value).max().orElse(0);
            line.append(block(most, top));
        }
        return line.toString();
    }

    private static char block(double value, double top) {
        double share = top > 0 ? value / top : 0;
        int height = (int) Math.ceil(share * BLOCKS.length()) - 1;
        return BLOCKS.charAt(Math.clamp(height, 0, BLOCKS.length() - 1));
    }
}
