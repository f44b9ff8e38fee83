// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.cluster;

import dev.plimsoll.control.Outcome;
import dev.plimsoll.control.Platform;
import dev.plimsoll.guard.ApprovedAction;
import dev.plimsoll.model.Action;
import dev.plimsoll.model.Inventory;
import dev.plimsoll.model.Pool;
import dev.plimsoll.model.Workload;
import java.time.Instant;
import java.util.List;

/** A simulated service as a platform, for policies behind the guard. Not thread-safe. */
public final class SimulatedPlatform implements Platform {
    private final Workload workload;
    private final Instant start;
    private final SimulatedService service;
    private final HostedWorkload hosted;
    private final Pool nodes;

    /**
     * @param nodes what the nodes hold altogether
     */
    public SimulatedPlatform(
            Workload workload, Instant start, SimulatedService service, Pool nodes) {
        this.workload = workload;
        this.start = start;
        this.service = service;
        this.hosted = new HostedWorkload(workload, start, service);
        this.nodes = nodes;
    }

    @Override
    public List<Inventory> inventory() {
        return List.of(hosted.inventory());
    }

    @Override
    public Pool pool() {
        return new Pool(hosted.leftOf(nodes.left()), nodes.quota());
    }

    @Override
    public Outcome apply(ApprovedAction approved) {
        Instant now = start.plusSeconds(service.now());
        Action action = approved.action();
        if (!action.workload().equals(workload.id())) {
            return new Outcome.Refused(action, now, Outcome.Refusal.UNKNOWN_WORKLOAD);
        }
        return switch (action) {
            case Action.Scale(var _, int _, int to, var victims) -> {
                boolean moved = approved.version() != service.version();
                if (moved && service.desired() != to) {
                    yield new Outcome.Refused(action, now, Outcome.Refusal.CONFLICT);
                }
                hosted.scale(to, victims);
                yield new Outcome.Applied(action, now);
            }
        };
    }
}
