// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.guard;

import dev.plimsoll.model.Pool;
import dev.plimsoll.model.ReplicaLimits;
import dev.plimsoll.model.Resources;
import dev.plimsoll.plan.Outlook;
import java.util.Set;

/** What owner and pool allow, for {@link Invariants}: min goes before quota, nodes before min. */
record Allowed(Outlook seen, int to) {
    void collect(Set<Invariant> broken) {
        if (to > Math.max(pool().quota(), limits().min())) {
            broken.add(Invariant.WITHIN_THE_QUOTA);
        }
        if (to > limits().max()) {
            broken.add(Invariant.AT_MOST_MAX);
        }
        if (to < limits().min() && (to <= current() || fits(to - current() + 1))) {
            broken.add(Invariant.AT_LEAST_MIN);
        }
        if (to > current() && !fits(to - current())) {
            broken.add(Invariant.WITHIN_THE_NODES);
        }
    }

    /** Whether the number is the nearest that is allowed, and the present one is not allowed. */
    boolean isForced() {
        int top = Math.max(limits().min(), Math.min(pool().quota(), limits().max()));
        if (current() > top) {
            return to == top;
        }
        boolean filled = to == limits().min() || to > current() && !fits(to - current() + 1);
        return current() < limits().min() && to <= limits().min() && filled;
    }

    private boolean fits(int more) {
        Resources left = pool().left();
        Resources each = seen.workload().request();
        return more * each.cpuCores() <= left.cpuCores() + 1e-6
                && more * each.memoryBytes() <= left.memoryBytes();
    }

    private int current() {
        return seen.snapshot().inventory().desired();
    }

    private Pool pool() {
        return seen.snapshot().pool();
    }

    private ReplicaLimits limits() {
        return seen.workload().limits();
    }
}
