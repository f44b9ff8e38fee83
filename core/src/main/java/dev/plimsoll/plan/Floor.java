// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.plan;

import dev.plimsoll.capacity.Capacity;
import dev.plimsoll.telemetry.Signal;

/**
 * The reactive floor: what fresh evidence asks for now. Every policy that forecasts stands on it.
 */
final class Floor {
    private Floor() {}

    /**
     * The replicas that carry the newest demand times {@code headroom}; the current number where
     * that cannot be told.
     */
    static Want of(Outlook outlook, double headroom) {
        var readings = outlook.snapshot().readings();
        var demand = readings.fresh(Signal.DEMAND);
        if (demand.isEmpty()) {
            return new Want(outlook.current(), Reason.NO_EVIDENCE);
        }
        return switch (outlook.capacity()) {
            case Capacity.Known known ->
                    new Want(known.replicasFor(demand.getAsDouble() * headroom), Reason.DEMAND);
            case Capacity.Unknown _ -> new Want(outlook.current(), Reason.NO_CAPACITY);
        };
    }
}
