// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.app;

import dev.plimsoll.app.Conditions.Kind;
import dev.plimsoll.model.WorkloadId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The workloads whose turns met a defect. Each is held where it is for the cycle; after {@value
 * #MOST} defects it is left alone until the configuration is read anew. Not thread-safe.
 */
final class Quarantine {
    private static final int MOST = 3;

    private final Conditions conditions;
    private final Map<WorkloadId, Integer> defects = new TreeMap<>();
    private final Set<WorkloadId> isolated = new TreeSet<>();

    Quarantine(Conditions conditions) {
        this.conditions = conditions;
    }

    /** Takes note of defects; gives those that are to be tried again. */
    List<WorkloadId> admit(SortedMap<WorkloadId, RuntimeException> found) {
        List<WorkloadId> again = new ArrayList<>();
        found.forEach((workload, defect) -> {
            int count = defects.merge(workload, 1, Integer::sum);
            conditions.raise(
                    Kind.WORKLOAD_QUARANTINED,
                    workload.toString(),
                    "%s is held: its turn has failed, %d of %d times, and %s (%s)"
                            .formatted(
                                    workload,
                                    count,
                                    MOST,
                                    count < MOST
                                            ? "it is tried again"
                                            : "it is left alone until the files are read anew",
                                    defect));
            if (count < MOST) {
                again.add(workload);
            } else {
                isolated.add(workload);
            }
        });
        return again;
    }

    /** Those that are left alone. */
    Set<WorkloadId> isolated() {
        return isolated;
    }
}
