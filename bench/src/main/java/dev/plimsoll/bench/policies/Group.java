// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.policies;

import dev.plimsoll.model.DurationText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * How a policy did on some of the cases, at some of the prices.
 *
 * @param by what the group is one of: {@code set}, {@code class}, {@code interpolation}, …
 * @param pairs at least one
 */
record Group(String by, String name, List<Judged> pairs) {
    /** The traces that policies are judged by. */
    static final String JUDGED = "judged";

    /** Those of them that no constant is chosen by. */
    static final String HELD_BACK = "held back";

    private static final String SET = "set";

    Group {
        pairs = List.copyOf(pairs);
    }

    /** A policy's groups; those by interpolation, lead time and price are of the judged traces. */
    static List<Group> of(List<Judged> policy) {
        List<Judged> judged = only(policy, pair -> pair.name().isJudged());
        List<Group> groups = new ArrayList<>();
        add(groups, JUDGED, judged);
        add(groups, HELD_BACK, only(judged, pair -> pair.name().isHeldBack()));
        groups.addAll(by("interpolation", judged, pair -> pair.name().interpolation().toString()));
        groups.addAll(by("lead time", judged, pair -> DurationText.of(pair.name().leadTime())));
        groups.addAll(by("kappa", judged, pair -> String.valueOf(pair.kappa())));
        groups.addAll(by("class", policy, pair -> pair.name().kind()));
        add(groups, "all", policy);
        return groups;
    }

    /** The geometric mean. */
    double mean(ToDoubleFunction<Judged> index) {
        return GeometricMean.of(pairs.stream().map(index::applyAsDouble).toList());
    }

    /** The share of pairs in which a peer did better. */
    double above() {
        return (double) pairs.stream().filter(Judged::isAbove).count() / pairs.size();
    }

    /** The pair with the largest index. */
    Judged largest() {
        return pairs.stream().max(Comparator.comparingDouble(Judged::index)).orElseThrow();
    }

    private static void add(List<Group> groups, String name, List<Judged> pairs) {
        if (!pairs.isEmpty()) {
            groups.add(new Group(SET, name, pairs));
        }
    }

    private static List<Group> by(
            String property, List<Judged> pairs, Function<Judged, String> value) {
        Map<String, List<Judged>> parts = new LinkedHashMap<>();
        pairs.forEach(
                pair -> parts.computeIfAbsent(value.apply(pair), _ -> new ArrayList<>()).add(pair));
        return parts.entrySet().stream()
                .map(part -> new Group(property, part.getKey(), part.getValue()))
                .toList();
    }

    private static List<Judged> only(List<Judged> pairs, Predicate<Judged> which) {
        return pairs.stream().filter(which).toList();
    }
}
