// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config.scenario;

import dev.plimsoll.config.Fields;
import dev.plimsoll.config.Forms;
import dev.plimsoll.config.Found;
import java.time.Duration;

/** How long a scenario is, in seconds, and in what steps it passes. */
record TimePart(Found<Long> duration, Found<Long> warmUp, Found<Long> step) {
    static final Duration LONGEST = Duration.ofDays(7);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final long USUAL_STEP_SECONDS = 5;

    static TimePart read(Fields spec) {
        return new TimePart(
                spec.field("duration").read(Forms.seconds(Duration.ofMinutes(1), LONGEST)),
                spec.field("warmUp").read(Forms.seconds(Duration.ZERO, LONGEST), 0L),
                spec.field("step")
                        .read(Forms.seconds(SECOND, Duration.ofMinutes(1)), USUAL_STEP_SECONDS));
    }

    int stepSeconds() {
        return Math.toIntExact(step.value());
    }
}
