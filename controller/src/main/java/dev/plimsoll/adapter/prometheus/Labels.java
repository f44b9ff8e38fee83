// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.prometheus;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The labels of a series, or some of them, by name. */
public record Labels(SortedMap<String, String> values) {
    private static final String NAME = "__name__";

    public static final Labels NONE = new Labels(new TreeMap<>());

    public Labels {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    public static Labels of(Map<String, String> values) {
        return new Labels(new TreeMap<>(values));
    }

    Set<String> names() {
        return values.keySet();
    }

    /** Those of these names, as far as they are there. */
    Labels only(Set<String> names) {
        if (names.containsAll(values.keySet())) {
            return this;
        }
        SortedMap<String, String> some = new TreeMap<>(values);
        some.keySet().retainAll(names);
        return new Labels(some);
    }

    /** As PromQL has it: {@code up{instance="a:1"}}. */
    @Override
    public String toString() {
        return values.entrySet().stream()
                .filter(label -> !label.getKey().equals(NAME))
                .map(label -> "%s=\"%s\"".formatted(label.getKey(), escaped(label.getValue())))
                .collect(Collectors.joining(", ", values.getOrDefault(NAME, "") + "{", "}"));
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
