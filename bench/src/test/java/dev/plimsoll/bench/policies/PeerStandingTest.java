// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plimsoll.sim.score.Regret;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Regrets on the scored part, the same at all prices; on the leading part hpa 50 is the best.
 *
 * <pre>
 *          web_a  web_b
 * hpa 50    0.4    0.2
 * hpa 80    0.1    0.4
 * keda 60   0.2    0.1
 * </pre>
 */
class PeerStandingTest {
    private static final List<PeerStanding> PEERS =
            PeerStanding.of(
                    List.of(
                            runs("web_a", 1.4, 1.1, 1.2),
                            runs("web_b", 1.2, 1.4, 1.1),
                            runs("cpu_not_judged", 9, 9, 1)));

    @ParameterizedTest
    @CsvSource({
        // hpa: √(1 · 2) in hindsight; √(4 · 2) tuned before; 50 for all √(4 · 2), 80 √(1 · 4)
        "0, hpa,  1.4142135623730951, 2.8284271247461903, hpa:target=80,  2",
        "1, keda, 1.4142135623730951, 1.4142135623730951, keda:target=60, 1.4142135623730951"
    })
    void aPeerStandsByHowItIsTuned(
            int index, String peer, double hindsight, double before, String single, double alone) {
        PeerStanding standing = PEERS.get(index);

        assertThat(standing.peer()).isEqualTo(peer);
        assertThat(standing.hindsight()).isCloseTo(hindsight, within(1e-9));
        assertThat(standing.tunedBefore()).isCloseTo(before, within(1e-9));
        assertThat(standing.single()).hasToString(single);
        assertThat(standing.singleIndex()).isCloseTo(alone, within(1e-9));
    }

    @Test
    void withoutJudgedTracesAllCount() {
        assertThat(PeerStanding.of(List.of(runs("cpu_x", 1.4, 1.1, 1.2))).getFirst().hindsight())
                .isCloseTo(1, within(1e-9));
    }

    private static CaseRuns runs(String trace, double hpa50, double hpa80, double keda60) {
        Map<Entrant, Replayed> runs = new LinkedHashMap<>();
        runs.put(Examples.peer("hpa:target=50"), run(1, hpa50));
        runs.put(Examples.peer("hpa:target=80"), run(2, hpa80));
        runs.put(Examples.peer("keda:target=60"), run(2, keda60));
        return new CaseRuns(Examples.name(trace), runs);
    }

    private static Replayed run(double leading, double scored) {
        return Examples.run(new Regret(leading, 0), new Regret(scored, 0));
    }
}
