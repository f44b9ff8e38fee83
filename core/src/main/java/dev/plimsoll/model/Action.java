// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.model;

/** Something a platform can be asked to do, and how to undo it. */
public sealed interface Action permits Action.Scale {
    WorkloadId workload();

    /** The action that takes this one back. */
    Action inverse();

    /** Sets the number of replicas. Idempotent: it names the number, not the difference. */
    record Scale(WorkloadId workload, int from, int to) implements Action {
        public Scale {
            if (from < 0 || to < 0) {
                throw new IllegalArgumentException(
                        "scale of %s from %d to %d: negative".formatted(workload, from, to));
            }
        }

        @Override
        public Scale inverse() {
            return new Scale(workload, to, from);
        }
    }
}
