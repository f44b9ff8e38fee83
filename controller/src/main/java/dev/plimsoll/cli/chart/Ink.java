// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli.chart;

/** What lines and areas are drawn with; each means one thing in every chart. */
public enum Ink {
    GRID(0xe3e8ed, 1, 1, false),
    EDGE(0x9aa7b3, 1, 1, false),
    ORIGIN(0x5b6b7a, 0.7, 1, true),
    EXCERPT(0x5b6b7a, 0.10, 1, false),
    DEMAND(0x1b2733, 1, 1.5, false),
    WIDE(0x0b5fa5, 0.16, 1, false),
    NARROW(0x0b5fa5, 0.28, 1, false),
    MEDIAN(0x0b5fa5, 1, 2.2, false),
    PAST_WIDE(0xd97a1e, 0.20, 1, false),
    PAST_NARROW(0xd97a1e, 0.32, 1, false),
    PAST_MEDIAN(0xb8560b, 1, 1.8, false),
    OLDER_WIDE(0xd97a1e, 0.09, 1, false),
    OLDER_NARROW(0xd97a1e, 0.14, 1, false),
    OLDER_MEDIAN(0xb8560b, 0.55, 1.2, false),
    HPA(0xc0392b, 1, 1.8, false),
    HPA_SETTING(0xc0392b, 0.3, 1.5, false),
    KEDA(0x2a8f57, 1, 1.8, false),
    KEDA_SETTING(0x2a8f57, 0.3, 1.5, false),
    KPA(0x8a5ab5, 1, 1.8, false),
    KPA_SETTING(0x8a5ab5, 0.3, 1.5, false),
    AT_PEAK(0x5b6b7a, 1, 4, false),
    OWN(0x0b5fa5, 1, 1.2, true),
    OWN_PRICE(0x0b5fa5, 1, 4.5, false),
    SECOND(0xd97a1e, 1, 1.2, true),
    SECOND_PRICE(0xd97a1e, 1, 4.5, false),
    THIRD(0x1b2733, 1, 1.2, true),
    THIRD_PRICE(0x1b2733, 1, 4.5, false);

    private final int colour;
    private final double opacity;
    private final double width;
    private final boolean dashed;

    Ink(int colour, double opacity, double width, boolean dashed) {
        this.colour = colour;
        this.opacity = opacity;
        this.width = width;
        this.dashed = dashed;
    }

    /** Red, green and blue, eight bits each. */
    int colour() {
        return colour;
    }

    /** From 0, which is not seen, to 1. */
    double opacity() {
        return opacity;
    }

    /** Of lines, in pixels. */
    double width() {
        return width;
    }

    boolean dashed() {
        return dashed;
    }
}
