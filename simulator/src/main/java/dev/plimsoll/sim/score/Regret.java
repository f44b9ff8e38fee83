// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.score;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How far a run stayed behind perfect foresight, when a violated request has a price. With h the
 * run's replica-hours over the oracle's and V its share of violated requests, J(κ) = h + κ·V, and
 * regret(κ) = max(J(κ) − 1, 0.005): the oracle itself has V = 0 and h = 1, and the floor keeps
 * quotients of regrets finite.
 *
 * @param relativeHours h
 * @param sloViolationRatio V, 0 to 1
 */
public record Regret(double relativeHours, double sloViolationRatio) {
    /** The violation costs at which every run is judged. */
    public static final List<Integer> KAPPAS = List.of(10, 100, 1000);

    /** No run is said to be closer to perfect foresight than this. */
    public static final double FLOOR = 0.005;

    public Regret {
        if (!(relativeHours >= 0 && Double.isFinite(relativeHours))) {
            throw new IllegalArgumentException(
                    "%s times the oracle's replica-hours".formatted(relativeHours));
        }
        if (!(sloViolationRatio >= 0 && sloViolationRatio <= 1)) {
            throw new IllegalArgumentException(
                    "SLO-violation ratio %s is not between 0 and 1".formatted(sloViolationRatio));
        }
    }

    /** Compares a run with the oracle's replica-hours on it; absent if either has no score. */
    public static Optional<Regret> of(Scores scores, double oracleReplicaHours) {
        OptionalDouble hours = scores.usage().replicaHours();
        OptionalDouble violations = scores.sloViolationRatio();
        if (hours.isEmpty() || violations.isEmpty() || !(oracleReplicaHours > 0)) {
            return Optional.empty();
        }
        return Optional.of(
                new Regret(hours.getAsDouble() / oracleReplicaHours, violations.getAsDouble()));
    }

    /**
     * The regret at one price.
     *
     * @param violationCost κ: at 100, one violated request in a thousand costs as much as a tenth
     *     of the oracle's replica-hours
     */
    public double at(double violationCost) {
        return Math.max(relativeHours + violationCost * sloViolationRatio - 1, FLOOR);
    }
}
