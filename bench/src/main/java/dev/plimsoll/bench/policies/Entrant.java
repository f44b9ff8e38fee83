// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.policies;

import dev.plimsoll.sim.backtest.BacktestCase;
import dev.plimsoll.sim.backtest.PeerGrid;
import dev.plimsoll.sim.backtest.PolicySpec;
import dev.plimsoll.sim.backtest.Simulation;
import dev.plimsoll.sim.score.Timeline;
import java.util.List;
import java.util.stream.Stream;

/** Who is replayed on a case. */
sealed interface Entrant {
    /** The peers that have a grid. */
    List<String> GRIDS = List.of("hpa", "keda", "kpa");

    /** A fleet that always holds what the peak needs. */
    Entrant AT_PEAK = new AtPeak(PolicySpec.parse("static"));

    /** One setting of a peer, which is told no price. */
    record Peer(PolicySpec policy) implements Entrant {
        @Override
        public Timeline play(BacktestCase replay) {
            return PeerGrid.tried(replay, policy).timeline();
        }
    }

    /** See {@link #AT_PEAK}. */
    record AtPeak(PolicySpec policy) implements Entrant {
        @Override
        public Timeline play(BacktestCase replay) {
            return new Simulation(replay, policy).run().timeline();
        }
    }

    /** A policy that is to be judged, told the price of violations. */
    record Own(PolicySpec policy, int kappa) implements Entrant {
        @Override
        public Timeline play(BacktestCase replay) {
            return new Simulation(replay.withViolationCost(kappa), policy).run().timeline();
        }
    }

    PolicySpec policy();

    /** Its whole way through the case. */
    Timeline play(BacktestCase replay);

    /** All that an own policy is compared with. */
    static List<Entrant> peers() {
        Stream<Entrant> settings =
                GRIDS.stream().flatMap(peer -> PeerGrid.of(peer).stream()).map(Peer::new);
        return Stream.concat(settings, Stream.of(AT_PEAK)).toList();
    }
}
