// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.replay;

import dev.plimsoll.adapter.fleet.FleetPlatform;
import dev.plimsoll.control.Outcome;
import dev.plimsoll.control.Outcome.Refusal;
import dev.plimsoll.control.Platform;
import dev.plimsoll.guard.ApprovedAction;
import dev.plimsoll.model.Action;
import dev.plimsoll.model.Inventory;
import dev.plimsoll.model.Pool;
import dev.plimsoll.model.WorkloadId;
import dev.plimsoll.sim.fleet.Fleet;
import dev.plimsoll.sim.fleet.ScaleAnswer;
import dev.plimsoll.sim.fleet.ScaleOrder;
import dev.plimsoll.telemetry.Readings;
import dev.plimsoll.telemetry.TelemetrySource;
import java.time.Instant;
import java.util.List;

/** A fleet in the same process, as one controller sees it and acts on it. Not thread-safe. */
final class FleetAtHand implements Platform, TelemetrySource {
    private final Fleet fleet;
    private final long epoch;
    private long cursor;
    private boolean kills;

    /**
     * @param epoch of the controller
     */
    FleetAtHand(Fleet fleet, long epoch) {
        this.fleet = fleet;
        this.epoch = epoch;
    }

    /** The next action is carried out, and its controller does not live to see it. */
    void killAtNextAction() {
        kills = true;
    }

    @Override
    public List<Inventory> inventory() {
        List<Inventory> inventory = fleet.inventory(cursor);
        cursor = fleet.cursor();
        return inventory;
    }

    @Override
    public Pool pool() {
        return fleet.pool();
    }

    @Override
    public Readings read(WorkloadId workload, Instant now) {
        return fleet.readings(workload).orElse(Readings.NONE);
    }

    @Override
    public Outcome apply(ApprovedAction approved) {
        Outcome outcome =
                switch (approved.action()) {
                    case Action.Scale scale -> scale(scale, approved.version());
                };
        if (kills) {
            throw new KilledException();
        }
        return outcome;
    }

    private Outcome scale(Action.Scale scale, long version) {
        String id = FleetPlatform.actionId(scale, version);
        var order =
                new ScaleOrder(id, epoch, scale.workload(), version, scale.to(), scale.victims());
        return switch (fleet.judge(order)) {
            case ScaleAnswer.Accepted accepted -> {
                fleet.apply(accepted);
                yield new Outcome.Applied(scale, fleet.now());
            }
            case ScaleAnswer.Repeated _ -> new Outcome.Applied(scale, fleet.now());
            case ScaleAnswer.Conflict _, ScaleAnswer.Reused _ -> refused(scale, Refusal.CONFLICT);
            case ScaleAnswer.Superseded _ -> refused(scale, Refusal.SUPERSEDED);
            case ScaleAnswer.UnknownWorkload _ -> refused(scale, Refusal.UNKNOWN_WORKLOAD);
            case ScaleAnswer.Unfit _ -> refused(scale, Refusal.UNFIT);
        };
    }

    private Outcome refused(Action.Scale scale, Refusal refusal) {
        return new Outcome.Refused(scale, fleet.now(), refusal);
    }
}
