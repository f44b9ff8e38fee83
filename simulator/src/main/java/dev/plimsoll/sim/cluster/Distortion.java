// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.cluster;

import dev.plimsoll.telemetry.Signal;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Lets samples go wrong while there is an outage. Not thread-safe. */
final class Distortion {
    private static final long LATE_SECONDS = 180;

    /** What a query that fills gaps says zero for. */
    private static final Set<Signal> LOADS =
            EnumSet.of(
                    Signal.DEMAND,
                    Signal.UTILIZATION,
                    Signal.GOODPUT,
                    Signal.CPU,
                    Signal.GPU,
                    Signal.SESSIONS);

    /** Sums over the replicas. */
    private static final Set<Signal> SUMS =
            EnumSet.of(
                    Signal.DEMAND,
                    Signal.GOODPUT,
                    Signal.RETRIES,
                    Signal.REJECTED,
                    Signal.SESSIONS,
                    Signal.READY_REPLICAS);

    private final TelemetryFaults faults;
    private Optional<Sample> lastTrue = Optional.empty();

    Distortion(TelemetryFaults faults) {
        this.faults = faults;
    }

    /** What becomes of a sample; empty if it never arrives. */
    Optional<Sample> of(Sample sample) {
        Optional<TelemetryFaults.Kind> kind = faults.at(sample.end());
        if (kind.isEmpty()) {
            lastTrue = Optional.of(sample);
            return lastTrue;
        }
        return switch (kind.get()) {
            case ABSENT -> Optional.empty();
            case ZERO -> Optional.of(sample.distorted(scaled(sample, LOADS, 0)));
            case HALF -> Optional.of(sample.distorted(scaled(sample, SUMS, 0.5)));
            case LATE -> Optional.of(sample.delayed(LATE_SECONDS));
            case FROZEN -> lastTrue.map(last -> last.repeatedAt(sample.end(), sample.readableAt()));
        };
    }

    private static EnumMap<Signal, Double> scaled(Sample sample, Set<Signal> which, double by) {
        EnumMap<Signal, Double> values = sample.copy();
        which.forEach(signal -> values.computeIfPresent(signal, (_, value) -> value * by));
        return values;
    }
}
