// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.hpa;

import java.util.OptionalInt;
import java.util.OptionalLong;

/** What one metric asks for. */
public sealed interface Recommendation {
    /**
     * So many replicas.
     *
     * @param usageMilli as the status reports it; empty where it reports none
     * @param utilizationPercent the same in percent of the requests
     */
    record Replicas(int count, OptionalLong usageMilli, OptionalInt utilizationPercent)
            implements Recommendation {}

    /** It cannot be told. */
    record Failed(Failure failure) implements Recommendation {}

    /** Why. */
    enum Failure {
        METRICS_UNAVAILABLE,
        NO_PODS,
        NO_USABLE_METRICS,
        MISSING_REQUEST,
        CONTAINER_NOT_FOUND,
        ZERO_REQUESTS
    }
}
