// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.policies;

import dev.plimsoll.sim.backtest.PolicySpec;
import dev.plimsoll.sim.score.Regret;
import java.util.Optional;

/**
 * An own policy on a case, at a price of violations, beside the best of the peers there. An index
 * is a quotient of regrets: below 1 the policy did better.
 */
record Judged(CaseName name, Entrant.Own who, Replayed run, BestPeers.Best peers) {
    PolicySpec policy() {
        return who.policy();
    }

    int kappa() {
        return who.kappa();
    }

    Regret score() {
        return run.scored();
    }

    double regret() {
        return score().at(kappa());
    }

    /** Beside the peer that was best in hindsight. */
    double index() {
        return over(peers.hindsight());
    }

    /** The same with kpa among the peers. */
    double indexWithKpa() {
        return over(peers.withKpa());
    }

    /** Beside the best of the peers as they were tuned on the leading part. */
    double indexTunedBefore() {
        return over(peers.tunedBefore());
    }

    boolean isAbove() {
        return index() > 1;
    }

    /** Why a peer did better; empty where none did. */
    Optional<String> reason() {
        return isAbove() ? Optional.of(Reason.of(this)) : Optional.empty();
    }

    private double over(Tried peer) {
        return regret() / peer.regret(kappa());
    }
}
