// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config.policy;

import dev.plimsoll.telemetry.Signal;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where a signal of one workload is read.
 *
 * @param source the name of a {@link PrometheusSource}
 * @param query in PromQL; its answer is one number for each series, or nothing
 * @param labels that the series has which is meant; none where the answer has but one
 */
public record Metric(
        Signal signal,
        String name,
        String source,
        String query,
        Unit unit,
        SortedMap<String, String> labels) {
    public Metric {
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    }
}
