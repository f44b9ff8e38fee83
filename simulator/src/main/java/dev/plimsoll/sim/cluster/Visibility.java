// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.cluster;

import dev.plimsoll.telemetry.Signal;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What can be seen of a service, and what goes wrong with it.
 *
 * @param signals that are measured
 * @param pushed the interval in which demand is pushed besides
 * @param noise seed of the noise of readings; without it they are exact
 */
public record Visibility(
        Set<Signal> signals,
        Optional<Duration> pushed,
        Optional<Long> noise,
        TelemetryFaults faults) {
    /** What a proxy and a kubelet tell, exactly. */
    public static final Visibility USUAL =
            new Visibility(
                    EnumSet.of(
                            Signal.DEMAND,
                            Signal.UTILIZATION,
                            Signal.READY_REPLICAS,
                            Signal.MEAN_LATENCY,
                            Signal.TAIL_LATENCY,
                            Signal.GOODPUT,
                            Signal.ERROR_RATIO),
                    Optional.empty(),
                    Optional.empty(),
                    TelemetryFaults.NONE);

    public Visibility {
        signals = Collections.unmodifiableSet(EnumSet.copyOf(signals));
    }

    /** The signals that are not measured. */
    Set<Signal> hidden() {
        return EnumSet.complementOf(EnumSet.copyOf(signals));
    }

    /** The same, but tail latencies are not measured. */
    public Visibility withoutTails() {
        Set<Signal> fewer = EnumSet.copyOf(signals);
        fewer.remove(Signal.TAIL_LATENCY);
        return new Visibility(fewer, pushed, noise, faults);
    }

    public Visibility pushing(Optional<Duration> every) {
        return new Visibility(signals, every, noise, faults);
    }

    public Visibility with(TelemetryFaults other) {
        return new Visibility(signals, pushed, noise, other);
    }
}
