// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.model;

import java.util.Comparator;

/** Names one workload of a pool; the natural order is the order in which cycles join results. */
public record WorkloadId(String namespace, String name) implements Comparable<WorkloadId> {
    private static final Comparator<WorkloadId> ORDER =
            Comparator.comparing(WorkloadId::namespace).thenComparing(WorkloadId::name);

    public WorkloadId {
        requireName("namespace", namespace);
        requireName("name", name);
    }

    private static void requireName(String field, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("workload %s is blank".formatted(field));
        }
    }

    @Override
    public int compareTo(WorkloadId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return namespace + "/" + name;
    }
}
