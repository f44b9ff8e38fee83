// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.prometheus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rows of an answer by some of their labels. They are gone through once for each set of names
 * that is asked for, not once for each workload. Not thread-safe.
 */
final class RowIndex {
    private final List<Row> rows;
    private final Map<Set<String>, Map<Labels, List<Row>>> byNames = new HashMap<>();

    RowIndex(List<Row> rows) {
        this.rows = rows;
    }

    /** The rows that have these labels, whatever else they have; with no labels all of them. */
    List<Row> with(Labels labels) {
        return byNames.computeIfAbsent(labels.names(), this::sorted)
                .getOrDefault(labels, List.of());
    }

    private Map<Labels, List<Row>> sorted(Set<String> names) {
        Map<Labels, List<Row>> sorted = new HashMap<>();
        for (Row row : rows) {
            sorted.computeIfAbsent(row.labels().only(names), _ -> new ArrayList<>()).add(row);
        }
        return sorted;
    }
}
