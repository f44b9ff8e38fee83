// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.structure;

import java.util.Optional;
import java.util.function.IntPredicate;

/** Stretches of neighbouring samples that have something in common. */
final class Runs {
    private Runs() {}

    /** The longest stretch of indices below {@code size} that all pass; the latest of equals. */
    static Optional<Span> longest(int size, IntPredicate passes) {
        int longest = 0;
        int end = 0;
        int length = 0;
        for (int i = 0; i < size; i++) {
            length = passes.test(i) ? length + 1 : 0;
            if (length > 0 && length >= longest) {
                longest = length;
                end = i;
            }
        }
        return longest == 0 ? Optional.empty() : Optional.of(new Span(end - longest + 1, end));
    }
}
