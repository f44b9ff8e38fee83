// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.backtest;

import java.util.Comparator;
import java.util.List;

/** The grids of settings that peers are tuned over, and how one setting is tried. */
public final class PeerGrid {
    private PeerGrid() {}

    /**
     * Every setting of a peer's grid: targets 30 to 90 %, and stabilisation 0 to 600 s for those
     * that have one; empty for a policy without a grid. The usual setting is the first, so that of
     * equals it is the one that is kept.
     */
    public static List<PolicySpec> of(String peer) {
        List<PolicySpec> grid = PolicyCatalog.grid(peer);
        if (grid.isEmpty()) {
            return grid;
        }
        PolicySpec usual = usual(peer);
        return grid.stream()
                .sorted(Comparator.comparing(setting -> !setting.equals(usual)))
                .toList();
    }

    /** The setting that a peer has where nothing is said: HPA's and KEDA's are on their grids. */
    public static PolicySpec usual(String peer) {
        return PolicyCatalog.complete(PolicySpec.parse(peer), 1);
    }

    /**
     * A setting's run through a case. Nobody looks at tail latencies, so there are none in its
     * timeline and scores; all else is as in a {@link Simulation}, and sooner known.
     */
    public static Run tried(BacktestCase replay, PolicySpec setting) {
        return Simulation.forScores(replay, setting).run();
    }
}
