// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline;

import dev.plimsoll.model.ReplicaLimits;
import dev.plimsoll.sim.baseline.hpa.AutoscalerSpec;
import dev.plimsoll.sim.baseline.hpa.ControllerFlags;
import dev.plimsoll.sim.baseline.hpa.HorizontalPodAutoscaler;
import dev.plimsoll.sim.baseline.hpa.MetricSpec;
import dev.plimsoll.sim.baseline.hpa.Observed;
import dev.plimsoll.sim.baseline.hpa.PodGroup;
import dev.plimsoll.sim.baseline.hpa.PodGroup.Phase;
import dev.plimsoll.sim.baseline.hpa.PodGroup.Reading;
import dev.plimsoll.sim.baseline.hpa.PodGroup.Ready;
import dev.plimsoll.sim.baseline.hpa.Request;
import dev.plimsoll.sim.baseline.hpa.Scale;
import dev.plimsoll.sim.cluster.Cohort;
import dev.plimsoll.sim.cluster.Sample;
import dev.plimsoll.sim.cluster.SimulatedService;
import dev.plimsoll.sim.cluster.SimulatedWorld;
import dev.plimsoll.telemetry.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Kubernetes' HPA as it is installed: a sync every 15 s, upstream's flags, no {@code behavior}, a
 * target in percent of the CPU that the pods ask for. Busy slots are its CPU, and a pod asks for as
 * much as all its slots use.
 *
 * <p>A pod that starts is pending; a ready one is read from the first metrics interval on that
 * began after its order. Without a recent sample the metrics API fails, and nothing changes.
 *
 * <p>It drives the cluster itself, without Plimsoll's guard. Not thread-safe.
 */
public final class InstalledHpa {
    /** Upstream's default of the controller's sync period. */
    static final int SYNC_SECONDS = 15;

    private static final long REQUEST_MILLI = 1000;
    private static final Request REQUEST = new Request.Milli(REQUEST_MILLI);

    /** So that a share of 0.29 is 290 thousandths, and not 289. */
    private static final double ROUNDING = 1e-6;

    private final Period period = new Period(SYNC_SECONDS);
    private final HorizontalPodAutoscaler autoscaler;

    /**
     * An autoscaler that has seen nothing yet.
     *
     * @param targetPercent utilisation to aim at, 1 to 100
     * @param stabilizationSeconds window of the scale-down stabilisation
     */
    public InstalledHpa(int targetPercent, int stabilizationSeconds) {
        this.autoscaler = autoscaler(cpu(targetPercent), stabilizationSeconds);
    }

    private static MetricSpec cpu(int targetPercent) {
        return new MetricSpec(
                MetricSpec.Source.RESOURCE,
                MetricSpec.CPU,
                MetricSpec.TargetKind.UTILIZATION,
                targetPercent);
    }

    /** One with upstream's flags for one metric; its bounds are told at each sync. */
    static HorizontalPodAutoscaler autoscaler(MetricSpec metric, int stabilizationSeconds) {
        return new HorizontalPodAutoscaler(
                ControllerFlags.stabilizing(stabilizationSeconds),
                new AutoscalerSpec(1, Integer.MAX_VALUE, List.of(metric), Optional.empty()),
                Optional.empty());
    }

    /** Takes its turn at the present second of the world; most of them are none. */
    public void step(SimulatedWorld world) {
        if (period.takeTurn(world.second())) {
            sync(autoscaler, world, observed(world));
        }
    }

    /** One sync of an autoscaler with one metric. */
    static void sync(HorizontalPodAutoscaler autoscaler, SimulatedWorld world, Observed observed) {
        SimulatedService service = world.service();
        ReplicaLimits limits = world.workload().limits();
        autoscaler.bounds(limits.min(), limits.max());
        Scale scale = new Scale(service.desired(), service.ready() + service.starting());
        service.scaleTo(autoscaler.sync(world.second(), scale, _ -> observed).desired());
    }

    private static Observed observed(SimulatedWorld world) {
        return world.telemetry()
                .recent(world.second())
                .<Observed>map(sample -> new Observed.Readings(pods(world, sample), List.of()))
                .orElseGet(Observed.Unavailable::new);
    }

    private static List<PodGroup> pods(SimulatedWorld world, Sample sample) {
        long window = world.workload().cadence().metricsInterval().toSeconds();
        double busy = sample.value(Signal.UTILIZATION);
        Reading reading =
                new Reading((long) (busy * REQUEST_MILLI + ROUNDING), sample.end(), window);
        List<PodGroup> pods = new ArrayList<>();
        for (Cohort cohort : world.service().readyCohorts()) {
            pods.add(pods(cohort, reading));
        }
        for (Cohort cohort : world.service().startingCohorts()) {
            pods.add(pods(cohort, reading));
        }
        return pods;
    }

    private static PodGroup pods(Cohort cohort, Reading reading) {
        boolean ready = cohort.isReady();
        var state =
                new PodGroup.State(
                        ready ? Phase.RUNNING : Phase.PENDING,
                        false,
                        ready ? Ready.TRUE : Ready.FALSE,
                        OptionalLong.of(cohort.orderedAt()),
                        ready ? cohort.readyAt() : cohort.orderedAt());
        boolean seen = cohort.orderedAt() <= reading.takenAt() - reading.windowSeconds();
        return new PodGroup(
                cohort.replicas(), state, REQUEST, seen ? Optional.of(reading) : Optional.empty());
    }
}
