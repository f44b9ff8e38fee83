// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.workload;

import dev.plimsoll.model.InvalidInputException;

/**
 * A moment of a trace that a person named.
 *
 * @param place the file and the line
 * @param text as it stands there
 * @param seconds from the trace's first sample
 */
public record NamedTime(String place, String text, double seconds) {
    /** What to say of one that cannot be used. */
    public InvalidInputException invalid(String mend) {
        return new InvalidInputException(place, TimeText.COLUMN, text, mend);
    }
}
