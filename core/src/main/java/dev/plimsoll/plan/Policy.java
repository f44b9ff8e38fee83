// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.plan;

import dev.plimsoll.forecast.bound.LookAhead;
import dev.plimsoll.telemetry.Signal;
import java.time.Duration;
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

    /** Those of the signals that it decides on for this workload. */
    default List<Signal> evidence(Outlook outlook) {
        return evidence();
    }

    /** Whose forecast it finds in {@link Outlook#bound}. */
    default LookAhead lookAhead() {
        return LookAhead.NONE;
    }

    /** Whether it looks at the readings of single replicas. */
    default boolean looksAtReplicas() {
        return false;
    }

    /** Whether a tick may add up to the {@link Floor}; its wants are never below that then. */
    default boolean addsBetweenCycles() {
        return false;
    }

    /** What it would hold now if changing were free. */
    Want want(Outlook outlook);

    /** The cycles, this one included, in which less must have sufficed before a scale-in. */
    default int scaleInAfterPeriods(Outlook outlook) {
        return outlook.workload().behavior().scaleInAfterPeriods();
    }

    /** Which of the wants of those cycles a scale-in goes down to. */
    default Hold hold() {
        return Hold.LARGEST;
    }

    /** How long more must have been wanted before it is ordered. */
    default Duration scaleOutAfter() {
        return Duration.ZERO;
    }
}
