// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.score;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The two figures that regret is made of.
 *
 * @param replicaHours hours from the order of a replica to its end, booting included
 * @param sloViolationRatio share of the requests that arrived in violated steps, 0 to 1
 */
public record Bill(double replicaHours, double sloViolationRatio) {
    /** Of the steps that count in a context; absent if none does, or no request arrived in them. */
    public static Optional<Bill> of(ScoreContext context, Timeline timeline) {
        OptionalDouble hours = context.hours(timeline::billed);
        OptionalDouble violations = violations(context, timeline);
        return hours.isEmpty() || violations.isEmpty()
                ? Optional.empty()
                : Optional.of(new Bill(hours.getAsDouble(), violations.getAsDouble()));
    }

    static OptionalDouble violations(ScoreContext context, Timeline timeline) {
        return ScoreContext.ratio(
                context.sum(step -> timeline.violated(step) ? context.demand(step) : 0),
                context.sum(context::demand));
    }

    /** Beside perfect foresight, which pays this many hours, more than 0, and violates nothing. */
    public Regret beside(double oracleReplicaHours) {
        return new Regret(replicaHours / oracleReplicaHours, sloViolationRatio);
    }
}
