// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.policies;

import static dev.plimsoll.bench.policies.Examples.phases;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.sim.backtest.PolicySpec;
import dev.plimsoll.sim.score.Regret;
import org.junit.jupiter.api.Test;

class ReasonTest {
    /** In the order of the phases: lull, falling, steady, rising. */
    private static final Breakdown PEER =
            new Breakdown(phases(0.2, 0.3, 0.5, 0.2), phases(0.0, 0.0, 0.0, 0.001), 0.5, 400);

    private static final Tried KEDA = keda(new Regret(1.2, 0.001), PEER);

    @Test
    void hoursAreToldWithThePhaseInWhichTheyWerePaid() {
        // 0.03 more in lulls, 0.09 while falling, 0.02 less while rising
        Breakdown own =
                new Breakdown(
                        phases(0.23, 0.39, 0.5, 0.18), phases(0.0, 0.0, 0.0, 0.001), 0.5, 400);

        assertThat(reason(own, new Regret(1.3, 0.001), 100, KEDA))
                .isEqualTo(
                        "J is 0.100 above that of keda:target=70: hours +0.100, violations +0.000;"
                                + " 8.3 % more hours, 75 % of the extra ones while demand fell.");
    }

    @Test
    void violationsAreToldWithTheirConcentration() {
        Breakdown own =
                new Breakdown(
                        phases(0.2, 0.3, 0.4, 0.2), phases(0.0, 0.0005, 0.0, 0.0025), 0.83, 400);

        assertThat(reason(own, new Regret(1.1, 0.003), 100, KEDA))
                .isEqualTo(
                        "J is 0.100 above that of keda:target=70: hours -0.100, violations +0.200;"
                                + " 0.300 % of requests violated against 0.100 %, 75 % of the extra"
                                + " ones while demand rose, 83 % of all violated ones in the ten"
                                + " worst of 400 hours.");
    }

    @Test
    void bothAreToldWhereBothAreMore() {
        Breakdown own =
                new Breakdown(phases(0.3, 0.3, 0.5, 0.2), phases(0.0, 0.0, 0.001, 0.001), 1, 7);

        assertThat(reason(own, new Regret(1.3, 0.002), 10, KEDA))
                .contains("hours +0.100, violations +0.010;")
                .contains("100 % of the extra ones while demand was below half its median;")
                .endsWith("while demand was steady, all of them within 7 hours.");
    }

    @Test
    void aPeerAtTheFloorIsNamedAsSuch() {
        Breakdown plain = new Breakdown(phases(0.0, 0.0, 1.0, 0.0), phases(0, 0, 0, 0), 0, 9);
        Breakdown own = new Breakdown(phases(0.0, 0.0, 1.02, 0.0), phases(0, 0, 0, 0), 0, 9);

        assertThat(reason(own, new Regret(1.02, 0), 10, keda(new Regret(1, 0), plain)))
                .endsWith(
                        "; it is as good as the oracle, so that any regret is many times its own.");
    }

    private static Tried keda(Regret score, Breakdown breakdown) {
        return new Tried(
                PolicySpec.parse("keda:target=70"), new Replayed(score, score, 100, breakdown));
    }

    private static String reason(Breakdown breakdown, Regret score, int kappa, Tried peer) {
        return Reason.of(
                new Judged(
                        Examples.name("web_a"),
                        Examples.own(kappa),
                        new Replayed(score, score, 100, breakdown),
                        new BestPeers.Best(peer, peer, peer)));
    }
}
