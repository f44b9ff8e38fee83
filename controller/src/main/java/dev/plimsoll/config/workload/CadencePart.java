// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config.workload;

import dev.plimsoll.config.Fields;
import dev.plimsoll.config.Forms;
import dev.plimsoll.config.Found;
import dev.plimsoll.model.Cadence;
import java.time.Duration;

/** How often readings come, and how late, in seconds. */
public record CadencePart(Found<Long> interval, Found<Long> delay) {
    /** The longest of either. */
    public static final Duration LONGEST = Duration.ofHours(1);

    public static CadencePart read(Fields fields) {
        return new CadencePart(
                fields.field("interval")
                        .read(
                                Forms.seconds(Duration.ofSeconds(1), LONGEST),
                                Cadence.DEFAULT.metricsInterval().toSeconds()),
                fields.field("delay")
                        .read(
                                Forms.seconds(Duration.ZERO, LONGEST),
                                Cadence.DEFAULT.metricsDelay().toSeconds()));
    }

    public Cadence cadence(Duration cycle) {
        return new Cadence(
                cycle, Duration.ofSeconds(interval.value()), Duration.ofSeconds(delay.value()));
    }
}
