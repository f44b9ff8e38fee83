// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.backtest;

import dev.plimsoll.control.Cycle;
import dev.plimsoll.control.DecisionRecord;
import dev.plimsoll.plan.Policy;
import dev.plimsoll.sim.cluster.SimulatedWorld;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A policy behind the guard, on the two clocks of the loop. */
final class GuardedContender implements Contender {
    private final Cycle cycle;
    private final boolean waits;
    private final Optional<Duration> pushed;

    GuardedContender(Cycle cycle, Policy policy, Optional<Duration> pushed) {
        this.cycle = cycle;
        this.waits = !policy.scaleOutAfter().isZero();
        this.pushed = pushed;
    }

    @Override
    public List<DecisionRecord> decide(SimulatedWorld world) {
        return cycle.run(world.now());
    }

    @Override
    public List<DecisionRecord> between(SimulatedWorld world) {
        boolean due = pushed.filter(every -> world.second() % every.toSeconds() == 0).isPresent();
        return waits || due ? cycle.tick(world.now()) : List.of();
    }
}
