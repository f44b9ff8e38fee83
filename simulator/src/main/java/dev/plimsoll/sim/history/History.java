// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.history;

import dev.plimsoll.sim.workload.Trace;
import dev.plimsoll.telemetry.Signal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * One workload's past, in windows of equal length. Every value is the mean over its window, as
 * those of {@link Signal} are.
 *
 * @param start of the first window
 * @param windowSeconds length of a window
 * @param signals {@link Signal#DEMAND} and {@link Signal#READY_REPLICAS} at least; what is not
 *     given was not measured, and is without any value
 * @param desired replicas asked for; without a value where that is not known
 * @param buckets those that {@link Signal#TAIL_LATENCY} was read from
 */
public record History(
        String name,
        Instant start,
        int windowSeconds,
        Map<Signal, WindowMeans> signals,
        WindowMeans desired,
        Buckets buckets) {
    public History {
        EnumMap<Signal, WindowMeans> copy = new EnumMap<>(Signal.class);
        copy.putAll(signals);
        if (windowSeconds < 1) {
            throw new IllegalArgumentException("a window of %d s".formatted(windowSeconds));
        }
        for (Signal needed : new Signal[] {Signal.DEMAND, Signal.READY_REPLICAS}) {
            if (!copy.containsKey(needed)) {
                throw new IllegalArgumentException(
                        "history %s has no %s".formatted(name, needed.label()));
            }
        }
        requireSameLength(name, copy, desired);
        WindowMeans absent = WindowMeans.absent(desired.windows());
        Arrays.stream(Signal.values()).forEach(signal -> copy.putIfAbsent(signal, absent));
        signals = Collections.unmodifiableMap(copy);
    }

    public int windows() {
        return desired.windows();
    }

    /** A signal's past; without any value if it was not measured. */
    public WindowMeans of(Signal signal) {
        return Objects.requireNonNull(signals.get(signal));
    }

    public WindowMeans demand() {
        return of(Signal.DEMAND);
    }

    public WindowMeans ready() {
        return of(Signal.READY_REPLICAS);
    }

    /** Whether a window has what can be replayed: demand, and replicas to serve it. */
    boolean isReplayable(int window) {
        return demand().isKnown(window) && ready().isKnown(window);
    }

    /** How many windows have that. */
    int replayable() {
        return (int) IntStream.range(0, windows()).filter(this::isReplayable).count();
    }

    /** The first of those windows. */
    int first() {
        return IntStream.range(0, windows())
                .filter(this::isReplayable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(name + " has nothing to replay"));
    }

    /** The demand of those windows, each from the first one on; the others are missing. */
    Trace trace() {
        int first = first();
        int[] known = IntStream.range(first, windows()).filter(this::isReplayable).toArray();
        double[] times =
                Arrays.stream(known)
                        .mapToDouble(window -> (double) (window - first) * windowSeconds)
                        .toArray();
        double[] values = Arrays.stream(known).mapToDouble(demand()::value).toArray();
        return Trace.of(name, times, values);
    }

    private static void requireSameLength(
            String name, Map<Signal, WindowMeans> signals, WindowMeans desired) {
        signals.forEach((signal, series) -> {
            if (series.windows() != desired.windows()) {
                throw new IllegalArgumentException(
                        "history %s has %d windows of %s, and %d of desired replicas"
                                .formatted(
                                        name, series.windows(), signal.label(), desired.windows()));
            }
        });
    }
}
