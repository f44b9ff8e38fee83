// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline;

import dev.plimsoll.model.ReplicaLimits;
import dev.plimsoll.sim.cluster.Sample;
import dev.plimsoll.sim.cluster.SimulatedService;
import dev.plimsoll.sim.cluster.SimulatedWorld;
import dev.plimsoll.telemetry.Signal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Kubernetes' HorizontalPodAutoscaler (autoscaling/v2) on CPU utilisation, without {@code
 * behavior}: desired = ceil(ready × utilisation / target) outside a tolerance of 10 %; replicas
 * that are not ready count as idle on the way up; the largest recommendation of the stabilisation
 * window holds back a scale-down; at most double (or four) on the way up. No reading, no change.
 *
 * <p>It drives the cluster itself, without Plimsoll's guard. Source: Kubernetes 1.36, {@code
 * pkg/controller/podautoscaler}. Not thread-safe.
 */
public final class HorizontalPodAutoscaler {
    private static final double TOLERANCE = 0.1;
    private static final int LEAST_UP_LIMIT = 4;

    private record Recommendation(long second, int replicas) {}

    private final int targetPercent;
    private final long stabilizationSeconds;
    private final Deque<Recommendation> recommendations = new ArrayDeque<>();

    /**
     * An autoscaler that has seen nothing yet.
     *
     * @param targetPercent utilisation to aim at, 1 to 100
     * @param stabilizationSeconds window of the scale-down stabilisation
     */
    public HorizontalPodAutoscaler(int targetPercent, long stabilizationSeconds) {
        this.targetPercent = targetPercent;
        this.stabilizationSeconds = stabilizationSeconds;
    }

    /** One sync. */
    public void sync(SimulatedWorld world) {
        SimulatedService service = world.service();
        Optional<Sample> sample = world.telemetry().newest(world.second());
        if (recommendations.isEmpty()) {
            recommendations.add(new Recommendation(world.second(), service.desired()));
        }
        if (sample.isPresent() && world.telemetry().isRecent(world.second())) {
            int proposal = proposal(service, sample.get().value(Signal.UTILIZATION));
            int stabilized = stabilize(proposal, world.second());
            service.scaleTo(limit(stabilized, service.desired(), world.workload().limits()));
        }
    }

    private int proposal(SimulatedService service, double utilization) {
        double ratio = ratio(utilization);
        if (isTolerable(ratio)) {
            return service.desired();
        }
        if (ratio < 1 || service.starting() == 0) {
            return (int) Math.ceil(ratio * service.ready());
        }
        int all = service.ready() + service.starting();
        double withStarting = ratio(utilization * service.ready() / all);
        boolean turned = withStarting < 1;
        return turned || isTolerable(withStarting)
                ? service.desired()
                : Math.max(service.desired(), (int) Math.ceil(withStarting * all));
    }

    /** Utilisation is a whole percent, cut off, before it is compared with the target. */
    private double ratio(double utilization) {
        return (double) (int) (utilization * 100) / targetPercent;
    }

    private int stabilize(int proposal, long second) {
        recommendations.removeIf(past -> past.second() < second - stabilizationSeconds);
        recommendations.addLast(new Recommendation(second, proposal));
        int largest = proposal;
        for (Recommendation past : recommendations) {
            largest = Math.max(largest, past.replicas());
        }
        return largest;
    }

    private static int limit(int wanted, int current, ReplicaLimits limits) {
        int most = Math.max(2 * current, LEAST_UP_LIMIT);
        return limits.clamp(Math.min(wanted, most));
    }

    private static boolean isTolerable(double ratio) {
        return ratio >= 1 - TOLERANCE && ratio <= 1 + TOLERANCE;
    }
}
