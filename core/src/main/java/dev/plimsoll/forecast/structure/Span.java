// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.structure;

/**
 * Neighbouring samples of a series.
 *
 * @param from the index of the first, counted from 0
 * @param to the index of the last
 */
public record Span(int from, int to) {
    public Span {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException(
                    "a span from %d to %d is none; give indices from 0 on, ascending"
                            .formatted(from, to));
        }
    }

    static Span at(int index) {
        return new Span(index, index);
    }

    /** How many samples, at least 1. */
    public int length() {
        return to - from + 1;
    }
}
