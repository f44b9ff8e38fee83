// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.policies;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * When a run paid, and when it violated.
 *
 * @param hours of every phase, replica-hours over the oracle's of all phases
 * @param violations of every phase, violated requests over the requests of all phases
 * @param worstHours share of the violated requests that arrived in the ten hours that had the most;
 *     0 if there are none
 * @param hoursScored how many hours there are
 */
record Breakdown(
        Map<Phase, Double> hours,
        Map<Phase, Double> violations,
        double worstHours,
        int hoursScored) {
    static final int WORST = 10;

    Breakdown {
        hours = Collections.unmodifiableMap(new EnumMap<>(hours));
        violations = Collections.unmodifiableMap(new EnumMap<>(violations));
        if (hours.size() != Phase.values().length || violations.size() != hours.size()) {
            throw new IllegalArgumentException(
                    "hours of %s, violations of %s: give all phases"
                            .formatted(hours.keySet(), violations.keySet()));
        }
    }

    double hours(Phase phase) {
        return Objects.requireNonNull(hours.get(phase));
    }

    double violations(Phase phase) {
        return Objects.requireNonNull(violations.get(phase));
    }
}
