// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.forecasts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Pools the coverage of many pairs. */
final class Coverage {
    /** All peers together. */
    static final String PEERS = "peers";

    private Coverage() {}

    /** Kind by kind and horizon by horizon, our models first. */
    static List<CoverageCell> cells(Collection<Pair> pairs, Predicate<String> isPeer) {
        List<CoverageCell> cells = new ArrayList<>();
        byKind(pairs)
                .forEach((kind, ofKind) -> {
                    for (Horizon horizon : Horizon.values()) {
                        Predicate<Pair> here = pair -> pair.horizon() == horizon;
                        byOwner(ofKind.stream().filter(here).toList(), isPeer)
                                .forEach((who, own) -> cells.add(cell(kind, horizon, who, own)));
                    }
                });
        return cells;
    }

    private static Map<String, List<Pair>> byKind(Collection<Pair> pairs) {
        Map<String, List<Pair>> kinds = new TreeMap<>();
        pairs.stream()
                .filter(pair -> pair.accuracy().coverage90().isPresent())
                .forEach(pair ->
                        kinds.computeIfAbsent(pair.course().kind(), _ -> new ArrayList<>())
                                .add(pair));
        return kinds;
    }

    private static Map<String, List<Pair>> byOwner(List<Pair> pairs, Predicate<String> isPeer) {
        Map<String, List<Pair>> owners = new LinkedHashMap<>();
        for (Pair pair : pairs) {
            String who = isPeer.test(pair.model()) ? PEERS : pair.model();
            owners.computeIfAbsent(who, _ -> new ArrayList<>()).add(pair);
        }
        return owners;
    }

    private static CoverageCell cell(String kind, Horizon horizon, String who, List<Pair> pairs) {
        double covered = 0;
        int all = 0;
        Map<String, Integer> disjoint = new LinkedHashMap<>();
        for (Pair pair : pairs) {
            int windows = pair.accuracy().windows();
            covered += windows * pair.accuracy().coverage90().orElseThrow();
            all += windows;
            disjoint.merge(pair.course().trace(), pair.accuracy().disjointWindows(), Math::max);
        }
        int windows = disjoint.values().stream().mapToInt(Integer::intValue).sum();
        return new CoverageCell(kind, horizon, who, covered / all, windows);
    }
}
