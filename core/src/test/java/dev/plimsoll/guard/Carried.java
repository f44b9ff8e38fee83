// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.guard;

import dev.plimsoll.capacity.Capacity;
import dev.plimsoll.plan.Outlook;
import dev.plimsoll.telemetry.Reading;
import dev.plimsoll.telemetry.Readings;
import dev.plimsoll.telemetry.Signal;

/**
 * What replicas carry of the demand that is seen, for {@link Invariants}.
 *
 * @param perReplica 0 where it is not known
 */
record Carried(Readings readings, int current, double perReplica) {
    static Carried at(Outlook seen) {
        double perReplica =
                seen.capacity() instanceof Capacity.Known known ? known.demandPerReplica() : 0;
        var snapshot = seen.snapshot();
        return new Carried(snapshot.readings(), snapshot.inventory().desired(), perReplica);
    }

    /** Whether so many, fewer than now, are enough as far as can be told. */
    boolean suffices(int replicas) {
        return switch (demand()) {
            case Reading.Fresh(double demand, var _) -> perReplica == 0 || carry(replicas, demand);
            case Reading.Suspect _ -> perReplica == 0;
            case Reading.Stale _, Reading.Absent _ -> true;
        };
    }

    /** Whether fewer than so many, more than now, would certainly not be enough. */
    boolean isNeeded(int replicas) {
        return switch (demand()) {
            case Reading.Fresh(double demand, var _) -> isNeededFor(demand, replicas);
            case Reading.Suspect(double demand, var _, var _) -> isNeededFor(demand, replicas);
            case Reading.Stale _, Reading.Absent _ -> false;
        };
    }

    /**
     * Whether so many, more than now, are more than honest requests and half as many again need.
     */
    boolean isBoughtByRetries(int replicas) {
        double all = fresh(Signal.DEMAND);
        double dishonest = fresh(Signal.RETRIES) + fresh(Signal.REJECTED);
        boolean known = perReplica > 0 && readings.of(Signal.DEMAND) instanceof Reading.Fresh;
        double honest = Math.max(0, all - dishonest);
        return known && dishonest * 10 > all && !isNeededFor(1.5 * honest, replicas);
    }

    private boolean isNeededFor(double demand, int replicas) {
        return perReplica > 0 && !carry(replicas - 1, demand);
    }

    private boolean carry(int replicas, double demand) {
        return replicas * perReplica >= demand - 1e-6;
    }

    private Reading demand() {
        boolean more = fresh(Signal.PUSHED_DEMAND) > fresh(Signal.DEMAND);
        return readings.of(more ? Signal.PUSHED_DEMAND : Signal.DEMAND);
    }

    private double fresh(Signal signal) {
        return readings.of(signal) instanceof Reading.Fresh(double value, var _) ? value : 0;
    }
}
