// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.hpa;

import java.util.List;

/** What the metrics API answers for one metric. */
public sealed interface Observed {
    /** Nothing: it failed. */
    record Unavailable() implements Observed {}

    /**
     * A reading for each pod that has one.
     *
     * @param strayMilli readings of pods that the selector does not find
     */
    record Readings(List<PodGroup> pods, List<Long> strayMilli) implements Observed {
        public Readings {
            pods = List.copyOf(pods);
            strayMilli = List.copyOf(strayMilli);
        }
    }

    /**
     * Values that belong to no pod: one for an object, any number for an external metric.
     *
     * @param pods those of the workload
     */
    record Values(List<Long> valuesMilli, List<PodGroup> pods) implements Observed {
        public Values {
            valuesMilli = List.copyOf(valuesMilli);
            pods = List.copyOf(pods);
        }
    }
}
