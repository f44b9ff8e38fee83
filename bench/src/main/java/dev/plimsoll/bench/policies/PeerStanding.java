// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.policies;

import dev.plimsoll.sim.backtest.PolicySpec;
import dev.plimsoll.sim.score.Regret;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How a peer does by itself beside the best of hpa, keda and static in hindsight: geometric means
 * of quotients of regrets, over cases and prices.
 *
 * @param hindsight tuned to each trace and price
 * @param tunedBefore tuned on the leading part of each trace
 * @param single the one setting that does best for all traces and prices
 * @param singleIndex how that does
 */
record PeerStanding(
        String peer, double hindsight, double tunedBefore, PolicySpec single, double singleIndex) {

    /** Every peer on the judged cases; on all where none is judged. */
    static List<PeerStanding> of(List<CaseRuns> cases) {
        List<CaseRuns> judged = cases.stream().filter(runs -> runs.name().isJudged()).toList();
        List<CaseRuns> counted = judged.isEmpty() ? cases : judged;
        return counted.getFirst().peers().stream()
                .map(Tried::peer)
                .distinct()
                .map(peer -> of(peer, counted))
                .toList();
    }

    private static PeerStanding of(String peer, List<CaseRuns> cases) {
        Quotients quotients = new Quotients();
        for (CaseRuns runs : cases) {
            Regret.KAPPAS.forEach(kappa -> quotients.add(runs, peer, kappa));
        }
        PolicySpec single = least(quotients.settings);
        return new PeerStanding(
                peer,
                GeometricMean.of(quotients.hindsight),
                GeometricMean.of(quotients.tunedBefore),
                single,
                GeometricMean.of(Objects.requireNonNull(quotients.settings.get(single))));
    }

    /** A peer's regrets over the best, in the making. */
    private static final class Quotients {
        private final List<Double> hindsight = new ArrayList<>();
        private final List<Double> tunedBefore = new ArrayList<>();
        private final Map<PolicySpec, List<Double>> settings = new LinkedHashMap<>();

        void add(CaseRuns runs, String peer, int kappa) {
            BestPeers peers = runs.bestPeers();
            double best = peers.at(kappa).hindsight().regret(kappa);
            hindsight.add(regret(peers.tunedInHindsight(kappa), peer, kappa) / best);
            tunedBefore.add(regret(peers.tunedBefore(kappa), peer, kappa) / best);
            runs.peers().stream()
                    .filter(tried -> tried.peer().equals(peer))
                    .forEach(tried ->
                            settings.computeIfAbsent(tried.setting(), _ -> new ArrayList<>())
                                    .add(tried.regret(kappa) / best));
        }
    }

    private static double regret(Map<String, Tried> tuned, String peer, int kappa) {
        return Objects.requireNonNull(tuned.get(peer)).regret(kappa);
    }

    private static PolicySpec least(Map<PolicySpec, List<Double>> settings) {
        Comparator<Map.Entry<PolicySpec, List<Double>>> mean =
                Comparator.comparingDouble(setting -> GeometricMean.of(setting.getValue()));
        return settings.entrySet().stream().min(mean).orElseThrow().getKey();
    }
}
