// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.cluster;

import dev.plimsoll.control.Outcome;
import dev.plimsoll.control.Platform;
import dev.plimsoll.guard.ApprovedAction;
import dev.plimsoll.model.Action;
import dev.plimsoll.model.Inventory;
import dev.plimsoll.model.Pool;
import dev.plimsoll.model.WorkloadId;
import java.time.Instant;
import java.util.List;

/** A simulated service as a platform, for policies behind the guard. Not thread-safe. */
public final class SimulatedPlatform implements Platform {
    private final WorkloadId workload;
    private final Instant start;
    private final SimulatedService service;

    public SimulatedPlatform(WorkloadId workload, Instant start, SimulatedService service) {
        this.workload = workload;
        this.start = start;
        this.service = service;
    }

    @Override
    public List<Inventory> inventory() {
        return List.of(
                new Inventory(
                        workload,
                        service.desired(),
                        service.ready(),
                        service.version(),
                        service.takeCompletedStarts()));
    }

    @Override
    public Pool pool() {
        return Pool.UNLIMITED;
    }

    @Override
    public Outcome apply(ApprovedAction approved) {
        Instant now = start.plusSeconds(service.now());
        Action action = approved.action();
        if (!action.workload().equals(workload)) {
            return new Outcome.Refused(action, now, Outcome.Refusal.UNKNOWN_WORKLOAD);
        }
        return switch (action) {
            case Action.Scale(var _, int _, int to, var _) -> {
                boolean moved = approved.version() != service.version();
                if (moved && service.desired() != to) {
                    yield new Outcome.Refused(action, now, Outcome.Refusal.CONFLICT);
                }
                service.scaleTo(to);
                yield new Outcome.Applied(action, now);
            }
        };
    }
}
