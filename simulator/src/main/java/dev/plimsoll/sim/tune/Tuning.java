// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.tune;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What to set peers to on a trace, and what the policy without settings does there.
 *
 * @param scoredSeconds the time that figures are of
 * @param oracleReplicaHours what perfect foresight pays for it
 * @param peers HPA first
 * @param predictive told nothing but the price of a violation
 */
public record Tuning(
        String trace,
        long scoredSeconds,
        double oracleReplicaHours,
        List<TunedPeer> peers,
        Figures predictive) {
    public Tuning {
        peers = List.copyOf(peers);
    }

    public TunedPeer hpa() {
        return peers.getFirst();
    }

    /** The least regret of all, peers in hindsight; of equal ones the peer. */
    public Figures best() {
        return Stream.concat(peers.stream().map(TunedPeer::best), Stream.of(predictive))
                .min(Comparator.comparingDouble(Figures::regret))
                .orElseThrow();
    }
}
