// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.policies;

import dev.plimsoll.sim.backtest.PolicySpec;
import dev.plimsoll.sim.score.Regret;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What can be had for which replica-hours on a number of cases.
 *
 * @param cases at least one
 */
record Fronts(List<CaseRuns> cases) {
    private static final int PRICES_A_DECADE = 8;
    private static final int DECADES = 5;

    Fronts {
        cases = List.copyOf(cases);
    }

    /**
     * A peer's front, the cheapest end first: at any price of violations from 1 to 100,000 every
     * case has the setting that is best there, in hindsight.
     */
    List<Spot> tuned(String peer) {
        Set<Spot> front = new LinkedHashSet<>();
        for (int i = 0; i <= DECADES * PRICES_A_DECADE; i++) {
            double price = StrictMath.pow(10, (double) i / PRICES_A_DECADE);
            front.add(Spot.mean(cases.stream().map(runs -> best(runs, peer, price)).toList()));
        }
        return front.stream().sorted(Comparator.comparingDouble(Spot::hours)).toList();
    }

    /** Every setting of a peer, where all cases have the same. */
    List<Spot> settings(String peer) {
        Map<PolicySpec, Collection<Replayed>> settings = new LinkedHashMap<>();
        for (CaseRuns runs : cases) {
            of(runs, peer)
                    .forEach(tried ->
                            settings.computeIfAbsent(tried.setting(), _ -> new ArrayList<>())
                                    .add(tried.run()));
        }
        return settings.values().stream().map(Spot::mean).toList();
    }

    /** An own policy, at each of the prices that it was told. */
    List<Spot> own(PolicySpec policy) {
        return Regret.KAPPAS.stream()
                .map(kappa -> new Entrant.Own(policy, kappa))
                .map(own -> Spot.mean(cases.stream().map(runs -> runs.run(own)).toList()))
                .toList();
    }

    /** Of equals the cheapest, as it is the one that a front goes through. */
    private static Replayed best(CaseRuns runs, String peer, double price) {
        Comparator<Replayed> cost =
                Comparator.comparingDouble(run ->
                        run.scored().relativeHours() + price * run.scored().sloViolationRatio());
        return of(runs, peer).stream()
                .map(Tried::run)
                .min(cost.thenComparingDouble(run -> run.scored().relativeHours()))
                .orElseThrow();
    }

    private static List<Tried> of(CaseRuns runs, String peer) {
        return runs.peers().stream().filter(tried -> tried.peer().equals(peer)).toList();
    }
}
