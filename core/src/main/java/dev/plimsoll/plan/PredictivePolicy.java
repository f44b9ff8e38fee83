// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.plan;

import dev.plimsoll.capacity.Capacity;
import dev.plimsoll.forecast.bound.DemandBound;
import dev.plimsoll.forecast.bound.LookAhead;
import dev.plimsoll.telemetry.Signal;
import java.util.List;

/**
 * Capacity for the upper bound of demand over the lead time, never below the floor. The bound's
 * margin is the one that would have cost least of late (a replica-hour against a violation), see
 * {@link dev.plimsoll.forecast.bound.LookaheadBound}.
 *
 * <p>A replica that is given up can be had again only after a lead time and costs from its order
 * on: so it is kept until less has sufficed for as long as a new one would take.
 */
public record PredictivePolicy() implements Policy {
    @Override
    public String name() {
        return "predictive";
    }

    @Override
    public List<Signal> evidence() {
        return List.of(Signal.DEMAND);
    }

    @Override
    public LookAhead lookAhead() {
        return LookAhead.LEAST_COST;
    }

    @Override
    public boolean standsOnFloor() {
        return true;
    }

    @Override
    public Want want(Outlook outlook) {
        Want floor = Floor.of(outlook, 1);
        if (floor.reason() == Reason.DEMAND
                && outlook.bound() instanceof DemandBound.Upper upper
                && outlook.capacity() instanceof Capacity.Known known) {
            int wanted = known.replicasFor(upper.upper());
            return wanted > floor.replicas() ? new Want(wanted, Reason.FORECAST) : floor;
        }
        return floor;
    }

    @Override
    public int scaleInAfterPeriods(Outlook outlook) {
        double cycle = outlook.workload().cadence().cycle().toMillis() / 1000.0;
        return 1 + (int) Math.ceil(outlook.leadTime().medianSeconds() / cycle);
    }
}
