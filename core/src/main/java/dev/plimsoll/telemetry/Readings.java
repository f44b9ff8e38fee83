// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.telemetry;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/** The readings of one workload at one instant, one for every {@link Signal}. Immutable. */
public final class Readings {
    private static final Signal[] SIGNALS = Signal.values();

    /** Nothing is known. */
    public static final Readings NONE = of(Map.of());

    private final EnumMap<Signal, Reading> bySignal = new EnumMap<>(Signal.class);

    private Readings(Map<Signal, Reading> readings) {
        for (Signal signal : SIGNALS) {
            bySignal.put(signal, readings.getOrDefault(signal, Reading.NEVER_SEEN));
        }
    }

    /** The given readings; signals that are not named were never seen. */
    public static Readings of(Map<Signal, Reading> readings) {
        return new Readings(readings);
    }

    /** The reading of one signal, whatever its quality. */
    public Reading of(Signal signal) {
        return bySignal.getOrDefault(signal, Reading.NEVER_SEEN);
    }

    public boolean isFresh(Signal signal) {
        return of(signal) instanceof Reading.Fresh;
    }

    /** The value where the reading is fresh. */
    public OptionalDouble fresh(Signal signal) {
        return of(signal) instanceof Reading.Fresh(double value, var _)
                ? OptionalDouble.of(value)
                : OptionalDouble.empty();
    }

    /** Whether every signal has the same quality here as there, whatever the values. */
    public boolean sameQuality(Readings other) {
        for (Signal signal : SIGNALS) {
            if (of(signal).getClass() != other.of(signal).getClass()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Readings that && bySignal.equals(that.bySignal);
    }

    @Override
    public int hashCode() {
        return bySignal.hashCode();
    }

    @Override
    public String toString() {
        return bySignal.toString();
    }
}
