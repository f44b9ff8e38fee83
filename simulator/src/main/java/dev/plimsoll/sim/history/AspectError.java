// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.history;

import java.time.Instant;
import java.util.Optional;

/**
 * How far a model is off in one aspect.
 *
 * @param error the mean deviation, weighted by requests, 0 to 1
 * @param modelled the mean of the model; a share or seconds
 * @param seen the mean of what was seen
 * @param windows that were compared
 * @param worst the hour in which it is off most, where windows are compared one by one
 */
public record AspectError(
        Aspect aspect,
        double error,
        double modelled,
        double seen,
        int windows,
        Optional<WorstHour> worst) {
    /** An hour of the past, with the means of it. */
    public record WorstHour(Instant start, double error, double modelled, double seen) {}
}
