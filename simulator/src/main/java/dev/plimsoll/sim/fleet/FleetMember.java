// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.fleet;

import dev.plimsoll.model.Inventory;
import dev.plimsoll.model.Replica;
import dev.plimsoll.model.Resources;
import dev.plimsoll.model.WorkloadId;
import dev.plimsoll.sim.backtest.OpenRun;
import dev.plimsoll.sim.cluster.HostedWorkload;
import dev.plimsoll.sim.cluster.SimulatedService;
import dev.plimsoll.sim.cluster.SimulatedWorld;
import dev.plimsoll.telemetry.Readings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.LongSupplier;

/** One workload of a fleet. Not thread-safe. */
final class FleetMember {
    private final OpenRun run;
    private final SimulatedWorld world;
    private final HostedWorkload hosted;
    private final MeasuredLoad load;
    private final StartLog starts = new StartLog();

    FleetMember(OpenRun run) {
        this.run = run;
        this.world = run.world();
        this.hosted = new HostedWorkload(world.workload(), world.start(), world.service());
        this.load = new MeasuredLoad(world);
    }

    void repeat() {
        run.repeat();
    }

    WorkloadId id() {
        return world.workload().id();
    }

    /** Lets the steps pass that have ended by a second; each start gets a number. */
    void playTo(long second, LongSupplier numbers) {
        while (run.hasNext() && run.stepEnd() <= second) {
            load.add(run.next());
            takeStarts(numbers);
        }
    }

    boolean isOver() {
        return !run.hasNext();
    }

    Inventory inventory(long cursor) {
        return hosted.inventory(starts.after(cursor));
    }

    Readings readings(Instant now) {
        return world.telemetry().read(id(), now);
    }

    WorkloadFigures figures() {
        SimulatedService service = world.service();
        return new WorkloadFigures(id(), service.desired(), service.ready(), load.shown());
    }

    Resources leftOf(Resources nodes) {
        return hosted.leftOf(nodes);
    }

    /** Whether an order could be carried out, and what would then be known of it. */
    ScaleAnswer judge(ScaleOrder order, Instant now) {
        SimulatedService service = world.service();
        if (order.version() != service.version()) {
            return new ScaleAnswer.Conflict(service.version());
        }
        Optional<String> problem = problem(order);
        if (problem.isPresent()) {
            return new ScaleAnswer.Unfit(problem.get());
        }
        long after = service.version() + (order.to() == service.desired() ? 0 : 1);
        return new ScaleAnswer.Accepted(new AppliedOrder(order, service.desired(), after, now));
    }

    void scale(ScaleOrder order, LongSupplier numbers) {
        hosted.scale(order.to(), order.victims());
        takeStarts(numbers);
    }

    private void takeStarts(LongSupplier numbers) {
        for (Duration start : world.service().takeCompletedStarts()) {
            starts.add(numbers.getAsLong(), start);
        }
    }

    private Optional<String> problem(ScaleOrder order) {
        int desired = world.service().desired();
        List<String> victims = order.victims();
        if (order.to() < 0 || order.to() > Fleet.MOST_REPLICAS) {
            return Optional.of(
                    "to %d: give 0 to %d replicas".formatted(order.to(), Fleet.MOST_REPLICAS));
        }
        if (!victims.isEmpty() && victims.size() != desired - order.to()) {
            return Optional.of(
                    "victims: from %d to %d replicas there cannot be %d; name each that is to leave"
                                    .formatted(desired, order.to(), victims.size())
                            + ", or none");
        }
        return stranger(victims)
                .map(name -> "victims '%s': name each replica of %s once".formatted(name, id()));
    }

    /** A victim that is no replica, or that was named before. */
    private Optional<String> stranger(List<String> victims) {
        var names = new TreeSet<String>();
        world.service().replicas().stream().map(Replica::name).forEach(names::add);
        return victims.stream().filter(name -> !names.remove(name)).findFirst();
    }
}
