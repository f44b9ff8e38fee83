// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli.chart;

/** How texts in a picture look. */
public enum Lettering {
    TITLE(0x1b2733, 20, true),
    HEADING(0x1b2733, 14, true),
    BODY(0x1b2733, 13, false),
    SMALL(0x5b6b7a, 12, false);

    /** Of a letter's height; of the widest usual face, so that estimates are too large at worst. */
    private static final double LETTER_WIDTH = 0.62;

    private final int colour;
    private final int size;
    private final boolean bold;

    Lettering(int colour, int size, boolean bold) {
        this.colour = colour;
        this.size = size;
        this.bold = bold;
    }

    /** About how many pixels a text takes; what it really takes depends on the machine's fonts. */
    public double width(String text) {
        return text.length() * size * LETTER_WIDTH;
    }

    /** About how many letters fit. */
    public int letters(double width) {
        return (int) (width / (size * LETTER_WIDTH));
    }

    int colour() {
        return colour;
    }

    int size() {
        return size;
    }

    boolean bold() {
        return bold;
    }
}
