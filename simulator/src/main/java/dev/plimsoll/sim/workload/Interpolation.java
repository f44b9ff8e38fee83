// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.workload;

import dev.plimsoll.model.InvalidInputException;
import java.util.Locale;

/** How demand runs between the samples of a trace. */
public enum Interpolation {
    /** On a straight line from sample to sample. */
    LINEAR,
    /** Each sample holds until the next. */
    HOLD,
    /** On the straight line plus seeded noise, see {@link DemandCurve}. */
    ROUGH;

    /** Reads {@code linear}, {@code hold} or {@code rough}. */
    public static Interpolation parse(String text) {
        for (Interpolation interpolation : values()) {
            if (interpolation.toString().equals(text)) {
                return interpolation;
            }
        }
        throw new InvalidInputException(
                "--interpolation", "value", text, "give linear, hold or rough");
    }

    /** The name that {@link #parse} reads. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
