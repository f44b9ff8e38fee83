// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline;

import dev.plimsoll.sim.baseline.hpa.HorizontalPodAutoscaler;
import dev.plimsoll.sim.baseline.hpa.MetricSpec;
import dev.plimsoll.sim.baseline.hpa.Observed;
import dev.plimsoll.sim.baseline.keda.Annotations;
import dev.plimsoll.sim.baseline.keda.ScaleExecutor;
import dev.plimsoll.sim.baseline.keda.ScaledObject;
import dev.plimsoll.sim.baseline.keda.ScaledObject.CoolDown;
import dev.plimsoll.sim.baseline.keda.Triggers;
import dev.plimsoll.sim.cluster.Sample;
import dev.plimsoll.sim.cluster.SimulatedService;
import dev.plimsoll.sim.cluster.SimulatedWorld;
import dev.plimsoll.telemetry.Signal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * KEDA as it is installed, with one trigger: arrivals, in percent of what the slots of one replica
 * could serve, shared out over the replicas ({@code AverageValue}). Every 30 s the executor polls,
 * and decides between sleep and one replica only; above that an HPA reads the trigger at each of
 * its own syncs. With the least of one replica that every workload has here, the executor never
 * gets to decide. No fallback, and the trigger is active while there are arrivals.
 *
 * <p>The percentage is not cut at 100: arrivals are counted, whether or not they can be served.
 * Without a recent sample the trigger fails.
 *
 * <p>It drives the cluster itself, without Plimsoll's guard. Not thread-safe.
 */
public final class InstalledKeda {
    /** KEDA's default of {@code pollingInterval}. */
    private static final int POLL_SECONDS = 30;

    private static final int MILLI = 1000;
    private static final double PERCENT = 100;

    private final HorizontalPodAutoscaler autoscaler;
    private final ScaleExecutor executor;
    private final Period polls = new Period(POLL_SECONDS);
    private final Period syncs = new Period(InstalledHpa.SYNC_SECONDS);

    /**
     * One that has seen nothing yet.
     *
     * @param targetPercent of what one replica could serve
     * @param stabilizationSeconds window of the scale-down stabilisation
     * @param minReplicas the fewest replicas while there are arrivals
     */
    public InstalledKeda(int targetPercent, int stabilizationSeconds, int minReplicas) {
        MetricSpec arrivals =
                new MetricSpec(
                        MetricSpec.Source.EXTERNAL,
                        "arrivals",
                        MetricSpec.TargetKind.AVERAGE_VALUE,
                        (long) targetPercent * MILLI);
        autoscaler = InstalledHpa.autoscaler(arrivals, stabilizationSeconds);
        executor = new ScaleExecutor(object(minReplicas), 0);
    }

    private static ScaledObject object(int minReplicas) {
        return new ScaledObject(
                new CoolDown(CoolDown.DEFAULT_SECONDS, CoolDown.DEFAULT_INITIAL_SECONDS),
                OptionalInt.empty(),
                minReplicas,
                Optional.empty());
    }

    /** Takes its turn at the present second of the world; most of them are none. */
    public void step(SimulatedWorld world) {
        long second = world.second();
        if (polls.takeTurn(second)) {
            poll(world.service(), arrivals(world), second);
        }
        if (syncs.takeTurn(second)) {
            InstalledHpa.sync(autoscaler, world, observed(world));
        }
    }

    private void poll(SimulatedService service, Optional<Double> arrivals, long second) {
        boolean active = arrivals.filter(rate -> rate > 0).isPresent();
        Triggers triggers = new Triggers(active, arrivals.isEmpty());
        var outcome = executor.poll(second, service.desired(), triggers, Annotations.NONE);
        service.scaleTo(outcome.replicas());
    }

    private static Observed observed(SimulatedWorld world) {
        double carried = world.service().saturationRate();
        return arrivals(world)
                .<Observed>map(rate ->
                        new Observed.Values(
                                List.of((long) (rate / carried * PERCENT * MILLI)), List.of()))
                .orElseGet(Observed.Unavailable::new);
    }

    private static Optional<Double> arrivals(SimulatedWorld world) {
        Optional<Sample> sample = world.telemetry().recent(world.second());
        return sample.map(seen -> seen.value(Signal.DEMAND));
    }
}
