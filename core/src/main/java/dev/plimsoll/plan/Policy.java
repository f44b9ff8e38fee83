// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.plan;

import dev.plimsoll.telemetry.Signal;
import java.util.List;

/**
 * A named way to decide. Pure: the same outlook gives the same want. What a want may become is the
 * {@link Planner}'s and then the guard's to say. Implementations are immutable.
 */
public interface Policy {
    /** The name that serves in YAML, on the command line and in reports. */
    String name();

    /** The signals that it decides on; a scale-in needs each of them fresh. */
    List<Signal> evidence();

    /** Whether it looks at {@link Outlook#bound}. */
    default boolean forecasts() {
        return false;
    }

    /** What it would hold now if changing were free. */
    Want want(Outlook outlook);

    /** The cycles, this one included, in which less must have sufficed before a scale-in. */
    default int scaleInAfterPeriods(Outlook outlook) {
        return outlook.workload().behavior().scaleInAfterPeriods();
    }
}
