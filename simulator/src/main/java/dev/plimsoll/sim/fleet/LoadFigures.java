// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.fleet;

import dev.plimsoll.telemetry.Signal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the replicas of a workload tell of their load. What is not measured is not in it.
 *
 * @param counts requests since the start, each under the signal that tells their rate or share:
 *     all, errors, retries, rejected
 * @param gauges what was so in the last step: busy share, sessions
 * @param latency of the answered requests since the start
 */
public record LoadFigures(
        Map<Signal, Double> counts, Map<Signal, Double> gauges, Optional<LatencyCounts> latency) {
    static final LoadFigures NONE = new LoadFigures(Map.of(), Map.of(), Optional.empty());

    public LoadFigures {
        counts = copy(counts);
        gauges = copy(gauges);
    }

    /** These and what a further step adds to them. */
    LoadFigures plus(LoadFigures step) {
        EnumMap<Signal, Double> sums = new EnumMap<>(step.counts);
        counts.forEach((signal, count) -> sums.merge(signal, count, Double::sum));
        var before = latency.orElse(LatencyCounts.NONE);
        return new LoadFigures(sums, step.gauges, step.latency.map(before::plus));
    }

    /** Those of a share of the replicas: sums are smaller, means are not. */
    LoadFigures ofShare(double share) {
        EnumMap<Signal, Double> fewer = new EnumMap<>(gauges);
        fewer.computeIfPresent(Signal.SESSIONS, (_, sessions) -> sessions * share);
        return new LoadFigures(
                scaled(counts, share), fewer, latency.map(counted -> counted.times(share)));
    }

    /** As of a source that says zero for what it does not know. */
    LoadFigures zeroed() {
        return new LoadFigures(
                scaled(counts, 0), scaled(gauges, 0), latency.map(counted -> counted.times(0)));
    }

    private static Map<Signal, Double> scaled(Map<Signal, Double> values, double factor) {
        EnumMap<Signal, Double> scaled = new EnumMap<>(Signal.class);
        values.forEach((signal, value) -> scaled.put(signal, value * factor));
        return scaled;
    }

    private static Map<Signal, Double> copy(Map<Signal, Double> values) {
        EnumMap<Signal, Double> copy = new EnumMap<>(Signal.class);
        copy.putAll(values);
        return Collections.unmodifiableMap(copy);
    }
}
