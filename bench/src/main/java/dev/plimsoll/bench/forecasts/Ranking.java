// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.forecasts;

import dev.plimsoll.bench.forecasts.Pair.Cell;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/** All models against AutoTheta, on some of the traces. */
final class Ranking {
    /** The peer that all others are put in ratio to. */
    static final String REFERENCE = "AutoTheta";

    /** For every pair and score the peer that turned out best: nobody knows beforehand which. */
    static final String HINDSIGHT = "best peer in hindsight";

    private final List<Pair> pairs;
    private final Map<Cell, Scores> reference;

    Ranking(Collection<Pair> all, Part part) {
        this.pairs = all.stream().filter(pair -> part.has(pair.course())).toList();
        this.reference = scores(pair -> pair.model().equals(REFERENCE));
    }

    /** Of each model, in the order in which they were measured; then the best in hindsight. */
    List<Standing> standings(Predicate<String> isPeer) {
        List<Standing> standings = new ArrayList<>();
        pairs.stream().map(Pair::model).distinct().map(this::standing).forEach(standings::add);
        Map<Cell, Scores> least = scores(pair -> isPeer.test(pair.model()));
        standings.add(
                new Standing(
                        HINDSIGHT,
                        ratios(least),
                        common(least).size(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty()));
        return standings;
    }

    /** The peer with the least product of the ratios of MASE and weighted quantile loss. */
    static Optional<String> bestPeer(List<Standing> standings, Predicate<String> isPeer) {
        return standings.stream()
                .filter(standing -> isPeer.test(standing.model()))
                .filter(standing -> !standing.model().equals(HINDSIGHT))
                .filter(standing -> standing.ratios().isPresent())
                .min(Comparator.comparingDouble(Ranking::product))
                .map(Standing::model);
    }

    private static double product(Standing standing) {
        Scores ratios = standing.ratios().orElseThrow();
        return ratios.mase() * ratios.wql();
    }

    private Standing standing(String model) {
        List<Pair> own = pairs.stream().filter(pair -> pair.model().equals(model)).toList();
        Map<Cell, Scores> scores = scores(pair -> pair.model().equals(model));
        Collection<Cost> costs = costs(own);
        return new Standing(
                model,
                ratios(scores),
                common(scores).size(),
                own.stream().mapToDouble(pair -> pair.isWithinAllowance() ? 1 : 0).average(),
                costs.stream().mapToDouble(Cost::coldMicros).average(),
                costs.stream().flatMapToDouble(cost -> cost.warmMicros().stream()).average());
    }

    private Map<Cell, Scores> scores(Predicate<Pair> which) {
        Map<Cell, Scores> scores = new LinkedHashMap<>();
        pairs.stream()
                .filter(which)
                .forEach(pair ->
                        Scores.of(pair.accuracy())
                                .ifPresent(own -> scores.merge(pair.cell(), own, Scores::least)));
        return scores;
    }

    private Optional<Scores> ratios(Map<Cell, Scores> scores) {
        return Scores.geometricMean(
                common(scores).stream()
                        .map(cell -> at(scores, cell).over(at(reference, cell)))
                        .toList());
    }

    private static Scores at(Map<Cell, Scores> scores, Cell cell) {
        return Objects.requireNonNull(scores.get(cell));
    }

    private List<Cell> common(Map<Cell, Scores> scores) {
        return scores.keySet().stream().filter(reference::containsKey).toList();
    }

    /** A course has one cost, whatever its horizons. */
    private static Collection<Cost> costs(List<Pair> own) {
        Map<String, Cost> costs = new LinkedHashMap<>();
        own.forEach(pair -> costs.put(pair.course().trace(), pair.cost()));
        return costs.values();
    }
}
