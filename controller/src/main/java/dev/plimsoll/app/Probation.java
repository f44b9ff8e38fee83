// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.app;

import dev.plimsoll.config.policy.Promotion;
import dev.plimsoll.server.control.Bound;
import dev.plimsoll.server.control.Bound.Figure;
import dev.plimsoll.server.control.ScorecardState.Figures;
import dev.plimsoll.sim.history.Reproduction;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a policy must have shown before it may act, beside what it has. */
final class Probation {
    private final Promotion wanted;
    private final Optional<Figures> figures;

    /**
     * Of a policy.
     *
     * @param figures empty where it has not been judged
     */
    Probation(Promotion wanted, Optional<Figures> figures) {
        this.wanted = wanted;
        this.figures = figures;
    }

    /** Whether it has shown enough. */
    boolean isPassed() {
        return bounds().stream().allMatch(Bound::met);
    }

    List<Bound> bounds() {
        return List.of(
                Bound.least(Figure.OVER, seconds(wanted.over()), judged()),
                reproduction(),
                Bound.most(Figure.VIOLATIONS, mostViolations(), violations()),
                Bound.most(
                        Figure.REPLICA_HOURS, OptionalDouble.of(wanted.replicaHours()), hours()));
    }

    private static OptionalDouble seconds(Duration span) {
        return OptionalDouble.of((double) span.toSeconds());
    }

    private OptionalDouble judged() {
        return figures.stream().mapToDouble(Figures::judgedSeconds).findFirst();
    }

    /** Besides too large an error there are other doubts: too little may have been seen. */
    private Bound reproduction() {
        return new Bound(
                Figure.REPRODUCTION,
                OptionalDouble.of(Reproduction.MOST_ERROR),
                figures.map(Figures::error).orElse(OptionalDouble.empty()),
                figures.filter(card -> card.doubts().isEmpty()).isPresent());
    }

    private OptionalDouble mostViolations() {
        return wanted.violations().isPresent()
                ? wanted.violations()
                : figures.map(card -> card.recorded().violations()).orElse(OptionalDouble.empty());
    }

    private OptionalDouble violations() {
        return figures.map(card -> card.policy().violations()).orElse(OptionalDouble.empty());
    }

    /** As a share of those that really ran. */
    private OptionalDouble hours() {
        return figures.map(Probation::hours).orElse(OptionalDouble.empty());
    }

    private static OptionalDouble hours(Figures card) {
        OptionalDouble ours = card.policy().replicaHours();
        double recorded = card.recorded().replicaHours().orElse(0);
        return ours.isPresent() && recorded > 0
                ? OptionalDouble.of(ours.getAsDouble() / recorded)
                : OptionalDouble.empty();
    }
}
