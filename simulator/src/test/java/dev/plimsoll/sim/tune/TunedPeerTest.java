// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.tune;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.sim.backtest.PolicySpec;
import dev.plimsoll.sim.score.Bill;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TunedPeerTest {
    @ParameterizedTest
    @CsvSource({
        "30, 300s, target",
        "90, 60s, target",
        "60, 600s, stabilization",
        "30, 600s, stabilization target",
        "60, 0s, ''",
        "35, 120s, ''"
    })
    void knowsWhereTheGridEnds(String target, String window, String ends) {
        var best = figures("hpa:target=%s:stabilization=%s".formatted(target, window));
        var peer =
                new TunedPeer(figures("hpa:target=60:stabilization=300s"), best, Optional.empty());

        assertThat(peer.atTheGridsEnd())
                .isEqualTo(ends.isEmpty() ? List.of() : List.of(ends.split(" ")));
    }

    private static Figures figures(String setting) {
        return new Figures(PolicySpec.parse(setting), new Bill(10, 0.01), 0.5);
    }
}
