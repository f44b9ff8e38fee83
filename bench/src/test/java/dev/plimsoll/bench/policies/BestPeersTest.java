// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.policies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.sim.backtest.PolicySpec;
import dev.plimsoll.sim.score.Regret;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Regrets of the settings, at prices 10 / 100 / 1000.
 *
 * <pre>
 *                 leading part            scored part
 * hpa 50     0.50 / 0.50 / 0.50      0.60 / 0.60 / 0.60
 * hpa 80     0.21 / 0.30 / 1.20      0.22 / 0.40 / 2.20
 * keda 60    0.90 / 0.90 / 0.90      0.10 / 0.10 / 0.10
 * keda 70    0.80 / 0.80 / 0.80      0.70 / 0.70 / 0.70
 * kpa 70     2.00 / 2.00 / 2.00      0.05 / 0.05 / 0.05
 * static     1.00 / 1.00 / 1.00      1.00 / 1.00 / 1.00
 * </pre>
 */
class BestPeersTest {
    private static final BestPeers PEERS =
            new BestPeers(
                    List.of(
                            tried("hpa:target=50", new Regret(1.5, 0), new Regret(1.6, 0)),
                            tried("hpa:target=80", new Regret(1.2, 0.001), new Regret(1.2, 0.002)),
                            tried("keda:target=60", new Regret(1.9, 0), new Regret(1.1, 0)),
                            tried("keda:target=70", new Regret(1.8, 0), new Regret(1.7, 0)),
                            tried("kpa:target=70", new Regret(3, 0), new Regret(1.05, 0)),
                            tried("static", new Regret(2, 0), new Regret(2, 0))));

    @ParameterizedTest(name = "at {0}: {1}, with kpa {2}, tuned before {3}")
    @CsvSource({
        // at 10 and 100 hpa is tuned to 80 beforehand, at 1000 to 50; keda always to 70
        "10,   keda:target=60, kpa:target=70, hpa:target=80",
        "100,  keda:target=60, kpa:target=70, hpa:target=80",
        "1000, keda:target=60, kpa:target=70, hpa:target=50"
    })
    void hindsightSeesTheScoredPartAndTuningTheLeadingOne(
            int kappa, String hindsight, String withKpa, String tunedBefore) {
        BestPeers.Best best = PEERS.at(kappa);

        assertThat(best.hindsight().setting()).hasToString(hindsight);
        assertThat(best.withKpa().setting()).hasToString(withKpa);
        assertThat(best.tunedBefore().setting()).hasToString(tunedBefore);
    }

    @Test
    void ofEqualsTheFirstIsTaken() {
        BestPeers equal =
                new BestPeers(
                        List.of(
                                tried("hpa:target=50", new Regret(1.5, 0), new Regret(1.6, 0)),
                                tried("hpa:target=60", new Regret(1.5, 0), new Regret(1.6, 0))));

        assertThat(equal.at(10).hindsight().setting()).hasToString("hpa:target=50");
        assertThat(equal.at(10).tunedBefore().setting()).hasToString("hpa:target=50");
    }

    private static Tried tried(String setting, Regret leading, Regret scored) {
        return new Tried(PolicySpec.parse(setting), Examples.run(leading, scored));
    }
}
