// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.model;

import java.util.List;

/** Something a platform can be asked to do, and how to undo it. */
public sealed interface Action permits Action.Scale {
    WorkloadId workload();

    /** The action that takes this one back. */
    Action inverse();

    /**
     * Sets the number of replicas. Idempotent: it names the number, not the difference.
     *
     * @param victims the replicas that are to leave, where it matters which; else empty
     */
    record Scale(WorkloadId workload, int from, int to, List<String> victims) implements Action {
        public Scale {
            if (from < 0 || to < 0) {
                throw new IllegalArgumentException(
                        "scale of %s from %d to %d: negative".formatted(workload, from, to));
            }
            victims = List.copyOf(victims);
            if (!victims.isEmpty() && victims.size() != from - to) {
                throw new IllegalArgumentException(
                        "scale of %s from %d to %d names %d victims"
                                .formatted(workload, from, to, victims.size()));
            }
        }

        /** Where it does not matter which replicas leave. */
        public Scale(WorkloadId workload, int from, int to) {
            this(workload, from, to, List.of());
        }

        /** Back to the number before; those that left are gone, others come in their place. */
        @Override
        public Scale inverse() {
            return new Scale(workload, to, from);
        }
    }
}
