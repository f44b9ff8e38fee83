// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.history;

import dev.plimsoll.capacity.Capacity;
import dev.plimsoll.capacity.CapacityModel;
import dev.plimsoll.model.Slo;
import dev.plimsoll.telemetry.Reading;
import dev.plimsoll.telemetry.Readings;
import dev.plimsoll.telemetry.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** The leading part of a past, from which a model is learned; the rest judges it. */
final class FitWindows {
    private static final double LEAST_LOAD = 0.05;
    private static final double MOST_LOAD = 0.90;

    private final History history;
    private final Slo slo;
    private final int end;

    /**
     * A leading part.
     *
     * @param end the first window that it does not have
     */
    FitWindows(History history, Slo slo, int end) {
        this.history = history;
        this.slo = slo;
        this.end = end;
    }

    Slo slo() {
        return slo;
    }

    /** Those that the tail of the latency was read from. */
    Buckets buckets() {
        return history.buckets();
    }

    /** Whether a signal was seen in it at all. */
    boolean has(Signal signal) {
        WindowMeans series = history.of(signal);
        for (int window = 0; window < end; window++) {
            if (series.isKnown(window)) {
                return true;
            }
        }
        return false;
    }

    /** What the live engine's model believed after each window that taught it something. */
    List<Capacity.Known> beliefs() {
        CapacityModel model = new CapacityModel(slo);
        List<Capacity.Known> beliefs = new ArrayList<>();
        for (int window = 0; window < end; window++) {
            model.observe(readings(window));
            if (teaches(window) && model.capacity() instanceof Capacity.Known known) {
                beliefs.add(known);
            }
        }
        return beliefs;
    }

    /**
     * The latencies of windows that were not saturated, as far as can be seen.
     *
     * @param near times the target or its share, up to which a latency counts twice
     */
    List<LatencyFit.Sample> latencies(Signal signal, double near) {
        List<LatencyFit.Sample> samples = new ArrayList<>();
        for (int window = 0; window < end; window++) {
            OptionalDouble latency = history.of(signal).at(window);
            if (latency.orElse(0) > 0 && history.isReplayable(window) && isCalm(window)) {
                double demand = history.demand().value(window);
                double ready = history.ready().value(window);
                double ratio = latency.getAsDouble() / slo.targetSeconds();
                double weight = demand * (ratio < near && ratio > 1 / near ? 2 : 1);
                samples.add(new LatencyFit.Sample(demand / ready, latency.getAsDouble(), weight));
            }
        }
        return samples;
    }

    private boolean isCalm(int window) {
        return history.ready().value(window) > 0
                && history.of(Signal.UTILIZATION).at(window).orElse(0) <= MOST_LOAD;
    }

    private boolean teaches(int window) {
        return history.isReplayable(window)
                && history.of(Signal.UTILIZATION).at(window).orElse(0) >= LEAST_LOAD;
    }

    private Readings readings(int window) {
        Instant at = history.start().plusSeconds((window + 1L) * history.windowSeconds());
        Map<Signal, Reading> readings = new EnumMap<>(Signal.class);
        history.signals()
                .forEach((signal, series) ->
                        series.at(window)
                                .ifPresent(value ->
                                        readings.put(signal, new Reading.Fresh(value, at))));
        return Readings.of(readings);
    }
}
