// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.bound;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A part of deciding at least cost that can be left out, to see what it is worth: see {@link
 * LookaheadBound}.
 */
public enum Part {
    /** Forecasts are weighed by what following them would have cost; else all count the same. */
    WEIGHTS,
    /** Chances of errors are learned; else they are the prior's. */
    CALIBRATION,
    /** How large errors are is learned for each place in the hour; else of late alone. */
    HOUR,
    /** The number is the cheapest at the price of a violation; else what suffices at 95 %. */
    COST_QUANTILE,
    /**
     * The hold is the one that would have cost least, else one lead time; and a shortage is as dear
     * as the violations that it really brought, else as one.
     */
    CORRECTION,
    /**
     * While forecasts err much more than the last value, or their chances do not hold, the decision
     * is the reactive one.
     */
    TRUST,
    /** Between two cycles more is added as soon as demand is read that needs it. */
    TICK;

    /** Its name as people write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Part> named(String label) {
        return Stream.of(values()).filter(part -> part.label().equals(label)).findFirst();
    }
}
