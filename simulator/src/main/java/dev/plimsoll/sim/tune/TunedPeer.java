// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.tune;

import dev.plimsoll.sim.backtest.PeerGrid;
import dev.plimsoll.sim.backtest.PolicySpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a peer can reach on a trace.
 *
 * @param usual the setting that it has where nothing is said
 * @param best the setting of least regret, known in hindsight only
 * @param foreseen the setting of least regret on the history before the scored part, and what it
 *     came to there; absent where that history has no requests
 */
public record TunedPeer(Figures usual, Figures best, Optional<Figures> foreseen) {
    private static final String TARGET = "target";

    /** The peer's name. */
    public String name() {
        return usual.setting().name();
    }

    /** Whether the setting that could be known beforehand proved to be the best. */
    public boolean isForeseen() {
        return foreseen.filter(figures -> figures.setting().equals(best.setting())).isPresent();
    }

    /**
     * The knobs of the best setting beyond whose value the grid does not go, in the order of their
     * names. A window of zero is no such end, for there is nothing beyond it.
     */
    public List<String> atTheGridsEnd() {
        List<PolicySpec> grid = PeerGrid.of(name());
        int lowest = grid.stream().mapToInt(TunedPeer::target).min().orElseThrow();
        Map<String, String> last = grid.getLast().knobs();
        return best.setting().knobs().entrySet().stream()
                .filter(knob -> {
                    boolean most = knob.getValue().equals(last.get(knob.getKey()));
                    boolean least =
                            knob.getKey().equals(TARGET) && target(best.setting()) == lowest;
                    return most || least;
                })
                .map(Map.Entry::getKey)
                .toList();
    }

    private static int target(PolicySpec setting) {
        return Integer.parseInt(setting.knobs().getOrDefault(TARGET, "0"));
    }
}
