// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config.policy;

import dev.plimsoll.telemetry.Signal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** The unit of what a query answers. */
public enum Unit {
    REQUESTS_PER_SECOND("request/s", 1),
    REQUESTS_PER_MINUTE("request/min", 1.0 / 60),
    SECONDS("s", 1),
    MILLISECONDS("ms", 0.001),
    SHARE("share", 1),
    PERCENT("percent", 0.01),
    COUNT("count", 1);

    private final String label;
    private final double factor;

    Unit(String label, double factor) {
        this.label = label;
        this.factor = factor;
    }

    /** As files name it. */
    public String label() {
        return label;
    }

    /** A value of this unit in the unit of the signals that it fits. */
    public double toSignal(double value) {
        return value * factor;
    }

    /** Those that fit a signal; the first is meant where none is given. */
    static List<Unit> of(Signal signal) {
        return switch (signal) {
            case DEMAND, PUSHED_DEMAND, GOODPUT, RETRIES, REJECTED ->
                    List.of(REQUESTS_PER_SECOND, REQUESTS_PER_MINUTE);
            case MEAN_LATENCY, TAIL_LATENCY, NETWORK_LATENCY -> List.of(SECONDS, MILLISECONDS);
            case UTILIZATION, ERROR_RATIO, CPU, GPU -> List.of(SHARE, PERCENT);
            case READY_REPLICAS, SESSIONS -> List.of(COUNT);
        };
    }

    static SequencedMap<String, Unit> byLabel(Signal signal) {
        SequencedMap<String, Unit> labels = new LinkedHashMap<>();
        of(signal).forEach(unit -> labels.put(unit.label, unit));
        return labels;
    }
}
