// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.policies;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * All replays of a case.
 *
 * @param runs in the order in which the entrants were asked for
 */
record CaseRuns(CaseName name, Map<Entrant, Replayed> runs) {
    CaseRuns {
        runs = Collections.unmodifiableMap(new LinkedHashMap<>(runs));
    }

    /** What an entrant, which must be among them, did. */
    Replayed run(Entrant entrant) {
        return Objects.requireNonNull(runs.get(entrant), entrant::toString);
    }

    /** The peers' settings. */
    List<Tried> peers() {
        return runs.entrySet().stream()
                .filter(run -> !(run.getKey() instanceof Entrant.Own))
                .map(run -> new Tried(run.getKey().policy(), run.getValue()))
                .toList();
    }

    /** Which of them is best. */
    BestPeers bestPeers() {
        return new BestPeers(peers());
    }

    /** The own policies' runs, each beside the peers at its price. */
    List<Judged> judged() {
        BestPeers peers = bestPeers();
        return runs.entrySet().stream()
                .filter(run -> run.getKey() instanceof Entrant.Own)
                .map(run -> judged((Entrant.Own) run.getKey(), run.getValue(), peers))
                .toList();
    }

    private Judged judged(Entrant.Own own, Replayed run, BestPeers peers) {
        return new Judged(name, own, run, peers.at(own.kappa()));
    }
}
