// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.telemetry;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The readings of one workload at one instant: one for every {@link Signal}, and those of its
 * replicas where the source tells them apart. Immutable.
 */
public final class Readings {
    private static final Signal[] SIGNALS = Signal.values();

    /** Nothing is known. */
    public static final Readings NONE = of(Map.of());

    private final EnumMap<Signal, Reading> bySignal = new EnumMap<>(Signal.class);
    private final List<ReplicaReading> replicas;

    private Readings(Map<Signal, Reading> readings, List<ReplicaReading> replicas) {
        for (Signal signal : SIGNALS) {
            bySignal.put(signal, readings.getOrDefault(signal, Reading.NEVER_SEEN));
        }
        this.replicas = List.copyOf(replicas);
    }

    /** The given readings; signals that are not named were never seen. */
    public static Readings of(Map<Signal, Reading> readings) {
        return new Readings(readings, List.of());
    }

    /** The same with what is known of single replicas. */
    public static Readings of(Map<Signal, Reading> readings, List<ReplicaReading> replicas) {
        return new Readings(readings, replicas);
    }

    /** The reading of one signal, whatever its quality. */
    public Reading of(Signal signal) {
        return bySignal.getOrDefault(signal, Reading.NEVER_SEEN);
    }

    /** What is known of single replicas; empty where the source does not tell them apart. */
    public List<ReplicaReading> replicas() {
        return replicas;
    }

    public boolean isFresh(Signal signal) {
        return of(signal) instanceof Reading.Fresh;
    }

    /** Whether the source has, or had, a value for this signal. */
    public boolean isKnown(Signal signal) {
        return !of(signal).equals(Reading.NEVER_SEEN);
    }

    /** The value where the reading is fresh. */
    public OptionalDouble fresh(Signal signal) {
        return of(signal) instanceof Reading.Fresh(double value, var _)
                ? OptionalDouble.of(value)
                : OptionalDouble.empty();
    }

    /** The same readings with one replaced. */
    public Readings with(Signal signal, Reading reading) {
        Readings changed = new Readings(bySignal, replicas);
        changed.bySignal.put(signal, reading);
        return changed;
    }

    /**
     * Whether every signal has the same quality here as there, whatever the values; what is absent
     * or doubted is so for the same cause.
     */
    public boolean sameQuality(Readings other) {
        for (Signal signal : SIGNALS) {
            if (!sameQuality(of(signal), other.of(signal))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameQuality(Reading one, Reading other) {
        return switch (one) {
            case Reading.Absent absent -> absent.equals(other);
            case Reading.Suspect(var _, var _, var doubt) ->
                    other instanceof Reading.Suspect suspect && suspect.doubt() == doubt;
            case Reading.Fresh _ -> other instanceof Reading.Fresh;
            case Reading.Stale _ -> other instanceof Reading.Stale;
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Readings that
                && bySignal.equals(that.bySignal)
                && replicas.equals(that.replicas);
    }

    @Override
    public int hashCode() {
        return 31 * bySignal.hashCode() + replicas.hashCode();
    }

    @Override
    public String toString() {
        return replicas.isEmpty() ? bySignal.toString() : bySignal + " " + replicas;
    }
}
