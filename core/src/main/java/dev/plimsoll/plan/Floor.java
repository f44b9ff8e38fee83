// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.plan;

import dev.plimsoll.capacity.Capacity;
import dev.plimsoll.telemetry.Reading;
import dev.plimsoll.telemetry.Readings;
import dev.plimsoll.telemetry.Signal;
import java.util.OptionalInt;

/**
 * The reactive floor: what fresh evidence asks for now. Every policy that forecasts stands on it,
 * no scale-in goes below it, and between two cycles nothing goes above it.
 */
public final class Floor {
    private Floor() {}

    /** The replicas that carry the newest demand; empty where that cannot be told. */
    public static OptionalInt replicas(Outlook outlook) {
        Want floor = of(outlook, 1);
        return floor.reason() == Reason.DEMAND || floor.reason() == Reason.DOUBTED
                ? OptionalInt.of(floor.replicas())
                : OptionalInt.empty();
    }

    /**
     * The replicas that carry the newest demand times {@code headroom}; the current number where
     * that cannot be told. Demand that is doubted may ask for more, never for less.
     */
    static Want of(Outlook outlook, double headroom) {
        int current = outlook.current();
        if (!(outlook.capacity() instanceof Capacity.Known known)) {
            return new Want(current, Reason.NO_CAPACITY);
        }
        return switch (newest(outlook.snapshot().readings())) {
            case Reading.Fresh(double demand, var _) ->
                    new Want(known.replicasFor(demand * headroom), Reason.DEMAND);
            case Reading.Suspect(double demand, var _, var _) ->
                    new Want(
                            Math.max(current, known.replicasFor(demand * headroom)),
                            Reason.DOUBTED);
            case Reading.Stale _, Reading.Absent _ -> new Want(current, Reason.NO_EVIDENCE);
        };
    }

    /** What is collected, or what is pushed where that is fresh and more: it can only add. */
    private static Reading newest(Readings readings) {
        Reading collected = readings.of(Signal.DEMAND);
        Reading pushed = readings.of(Signal.PUSHED_DEMAND);
        boolean more =
                pushed instanceof Reading.Fresh(double value, var _)
                        && value > readings.fresh(Signal.DEMAND).orElse(0);
        return more ? pushed : collected;
    }
}
