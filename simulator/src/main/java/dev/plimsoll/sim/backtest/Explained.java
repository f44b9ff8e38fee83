// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.backtest;

import dev.plimsoll.control.DecisionRecord;
import dev.plimsoll.control.Explanation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A decision of a simulated run, why it was made, and what came of it. */
public record Explained(DecisionRecord decision, Explanation explanation, Aftermath aftermath) {
    /**
     * Plays a case up to five minutes after the last decision that was made by {@code at}.
     *
     * @return nothing if none was made: for a peer, which gives no reasons, or before the start
     */
    public static Optional<Explained> of(BacktestCase replay, PolicySpec policy, Instant at) {
        if (policy.name().equals(PolicyCatalog.ORACLE)) {
            return Optional.empty();
        }
        Simulation simulation = new Simulation(replay, policy);
        List<Moment> sinceDecision = new ArrayList<>();
        Instant end = at;
        while (simulation.hasNext() && !end.isBefore(replay.start())) {
            Moment moment = simulation.next();
            if (!moment.decisions().isEmpty() && !moment.at().isAfter(at)) {
                sinceDecision.clear();
                end = moment.at().plus(Aftermath.WATCHED);
            }
            if (moment.at().isAfter(end)) {
                break;
            }
            sinceDecision.add(moment);
        }
        return of(sinceDecision);
    }

    /** From the start of a case. */
    public static Optional<Explained> of(BacktestCase replay, PolicySpec policy, Duration at) {
        return of(replay, policy, replay.start().plus(at));
    }

    private static Optional<Explained> of(List<Moment> moments) {
        if (moments.isEmpty() || moments.getFirst().decisions().isEmpty()) {
            return Optional.empty();
        }
        DecisionRecord decision = moments.getFirst().decisions().getLast();
        return Optional.of(
                new Explained(decision, Explanation.of(decision), Aftermath.of(moments)));
    }
}
