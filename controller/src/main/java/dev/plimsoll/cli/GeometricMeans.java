// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.sim.backtest.BacktestRun;
import dev.plimsoll.sim.score.Regret;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/** The geometric mean of each policy's regrets over several traces. */
final class GeometricMeans {
    private GeometricMeans() {}

    /**
     * By policy, in the order of the runs, and by kappa; without those of which no trace has a
     * regret.
     */
    static Map<String, SortedMap<Integer, Double>> of(List<BacktestRun> runs) {
        Map<String, List<BacktestRun>> byPolicy = new LinkedHashMap<>();
        for (BacktestRun run : runs) {
            byPolicy.computeIfAbsent(run.policy().toString(), _ -> new ArrayList<>()).add(run);
        }
        Map<String, SortedMap<Integer, Double>> means = new LinkedHashMap<>();
        byPolicy.forEach((policy, own) -> means.put(policy, means(own)));
        return means;
    }

    private static SortedMap<Integer, Double> means(List<BacktestRun> runs) {
        SortedMap<Integer, Double> means = new TreeMap<>();
        for (int kappa : Regret.KAPPAS) {
            OptionalDouble logarithm =
                    runs.stream()
                            .flatMap(run -> Optional.ofNullable(run.regrets().get(kappa)).stream())
                            .mapToDouble(StrictMath::log)
                            .average();
            logarithm.ifPresent(mean -> means.put(kappa, StrictMath.exp(mean)));
        }
        return means;
    }
}
