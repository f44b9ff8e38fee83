// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.plan;

import dev.plimsoll.capacity.Capacity;
import dev.plimsoll.forecast.bound.DemandBound;
import dev.plimsoll.forecast.bound.LookAhead;
import dev.plimsoll.forecast.bound.Part;
import dev.plimsoll.model.Cadence;
import dev.plimsoll.telemetry.Signal;
import java.util.List;

/**
 * Capacity for the demand of the look-ahead, as much and for as long as costs least (a replica-hour
 * against a violation), never below the floor: see {@link
 * dev.plimsoll.forecast.bound.LookaheadBound}. While the forecasts are not trusted it decides as
 * {@link ReactivePolicy} does.
 *
 * @param lookAhead whose forecasts these are
 */
public record PredictivePolicy(LookAhead.LeastCost lookAhead) implements Policy {
    public static final PredictivePolicy DEFAULT = new PredictivePolicy(LookAhead.LEAST_COST);

    @Override
    public String name() {
        return "predictive";
    }

    @Override
    public List<Signal> evidence() {
        return List.of(Signal.DEMAND);
    }

    @Override
    public boolean addsBetweenCycles() {
        return lookAhead.has(Part.TICK);
    }

    @Override
    public Want want(Outlook outlook) {
        return switch (outlook.bound()) {
            case DemandBound.Upper bound when bound.trust().isKept() -> atLeastCost(outlook, bound);
            case DemandBound.Upper _ -> careful(outlook);
            case DemandBound.None _, DemandBound.Expected _ -> Floor.of(outlook, 1);
        };
    }

    private static Want atLeastCost(Outlook outlook, DemandBound.Upper bound) {
        Want floor = Floor.of(outlook, 1);
        if (floor.reason() == Reason.DEMAND && outlook.capacity() instanceof Capacity.Known known) {
            int wanted = known.replicasFor(bound.upper());
            return wanted > floor.replicas() ? new Want(wanted, Reason.FORECAST) : floor;
        }
        return floor;
    }

    private static Want careful(Outlook outlook) {
        Want careful = Floor.of(outlook, ReactivePolicy.DEFAULT_HEADROOM);
        return careful.reason() == Reason.DEMAND
                ? new Want(careful.replicas(), Reason.DISTRUST)
                : careful;
    }

    @Override
    public int scaleInAfterPeriods(Outlook outlook) {
        if (outlook.bound() instanceof DemandBound.Upper upper && upper.trust().isKept()) {
            Cadence cadence = outlook.workload().cadence();
            double hold = (double) upper.holdSamples() * cadence.metricsInterval().toMillis();
            return Math.max(1, (int) Math.ceil(hold / cadence.cycle().toMillis()));
        }
        return outlook.workload().behavior().scaleInAfterPeriods();
    }
}
