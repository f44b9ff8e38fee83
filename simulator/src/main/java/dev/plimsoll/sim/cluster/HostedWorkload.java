// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.cluster;

import dev.plimsoll.model.Inventory;
import dev.plimsoll.model.Resources;
import dev.plimsoll.model.StateKind;
import dev.plimsoll.model.Workload;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A simulated service as its platform sees it. Not thread-safe. */
public final class HostedWorkload {
    private final Workload workload;
    private final Instant start;
    private final SimulatedService service;

    public HostedWorkload(Workload workload, Instant start, SimulatedService service) {
        this.workload = workload;
        this.start = start;
        this.service = service;
    }

    /** What there is now, with the starts that were completed since they were asked for last. */
    public Inventory inventory() {
        return inventory(service.takeCompletedStarts());
    }

    /** What there is now, with starts that the caller knows of. */
    public Inventory inventory(List<Duration> completedStarts) {
        return new Inventory(
                workload.id(),
                service.desired(),
                service.ready(),
                service.version(),
                completedStarts,
                pendingSince(),
                service.replicas());
    }

    /** What nodes have left besides its replicas. */
    public Resources leftOf(Resources nodes) {
        return nodes.less(service.billed(), workload.request());
    }

    /**
     * Asks for so many replicas; those that leave have the time that the workload grants them. Of
     * ordered ones the newest leave, whoever is named.
     */
    public void scale(int to, List<String> victims) {
        switch (workload.protection().state()) {
            case StateKind.Sessions(var drainTimeout) ->
                    service.scaleTo(to, victims, drainTimeout.toSeconds());
            case StateKind.Stateless _ -> service.scaleTo(to, victims, 0);
            case StateKind.Ordered _ -> service.scaleTo(to);
        }
    }

    private Optional<Instant> pendingSince() {
        var pending = service.pendingSince();
        return pending.isPresent()
                ? Optional.of(start.plusSeconds(pending.getAsLong()))
                : Optional.empty();
    }
}
