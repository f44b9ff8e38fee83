// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.model.DurationText;
import dev.plimsoll.model.InvalidInputException;
import java.time.Duration;

/** A duration of an option that is more than zero. */
final class PositiveDuration {
    private PositiveDuration() {}

    static Duration parse(String option, String text) {
        Duration duration = DurationText.parse(text, option, "duration");
        if (duration.isZero()) {
            throw new InvalidInputException(option, "duration", text, "give more than zero");
        }
        return duration;
    }
}
