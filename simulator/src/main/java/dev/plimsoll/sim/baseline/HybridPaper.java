// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline;

import dev.plimsoll.capacity.CapacityModel;
import dev.plimsoll.capacity.LeadTimeModel;
import dev.plimsoll.control.DemandWatch;
import dev.plimsoll.forecast.bound.LookAhead;
import dev.plimsoll.model.Workload;
import dev.plimsoll.plan.HybridAlgorithm;
import dev.plimsoll.plan.HybridAlgorithm.Load;
import dev.plimsoll.sim.cluster.SimulatedService;
import dev.plimsoll.sim.cluster.SimulatedWorld;
import dev.plimsoll.telemetry.Readings;
import dev.plimsoll.telemetry.Signal;
import java.util.OptionalInt;

/**
 * The hybrid of Yadav et al. 2020 ("Horizontal Scaling for Containerized Application Using Hybrid
 * Approach", Algorithms 1 and 2) by itself: it drives the cluster without Plimsoll's guard, so
 * neither floor nor cool-down, rate or blast radius holds it back.
 *
 * <p>Once a period: if replicas are overloaded, more are asked for, and the count of periods starts
 * again; else, if fewer are predicted than held, the period counts, and in the k-th in a row the
 * latest prediction is gone down to; any other period starts the count again. What was asked for is
 * carried out after the wait (10 s, by the text): Algorithm 1 is evaluated again then, on fresh
 * readings, and its new result counts; if it asks for nothing more, the request lapses. A request
 * under way is not joined by another.
 *
 * <p>Readings where the print cannot be meant: what is returned is what was set, not n_current +
 * n_reactive, which counts twice; Algorithm 2 asks in every period whether fewer are predicted, as
 * the text does, and not only in the last, which by the print would also come a period late; a
 * forecast never scales out; n_proactive is at least the minimum. Those of Algorithm 1, of
 * predictions and of replicas without a fresh reading, which forbid a scale-in, are {@link
 * HybridAlgorithm}'s. The look-ahead, on which the paper is silent, is that of Plimsoll's policies:
 * age of the reading, lead time, one cycle. So is what a replica carries, learned from the same
 * readings.
 *
 * <p>Asked at every step, it keeps its own period. Not thread-safe.
 */
public final class HybridPaper {
    private static final long NEVER = -1;

    private final HybridAlgorithm algorithm;
    private final long periodSeconds;
    private final Workload workload;
    private final CapacityModel capacity;
    private final LeadTimeModel leadTimes = new LeadTimeModel();
    private final DemandWatch demand;
    private int periodsWithLess;
    private long askedAt = NEVER;

    /** A hybrid that has seen nothing yet. */
    public HybridPaper(HybridAlgorithm algorithm, long periodSeconds, Workload workload) {
        if (periodSeconds < 1) {
            throw new IllegalArgumentException("a period of %d s".formatted(periodSeconds));
        }
        this.algorithm = algorithm;
        this.periodSeconds = periodSeconds;
        this.workload = workload;
        this.capacity = new CapacityModel(workload.slo());
        this.demand = DemandWatch.of(new LookAhead.By(algorithm.forecaster()), workload);
    }

    /** Takes its turn at the present second of the world; most of them are none. */
    public void step(SimulatedWorld world) {
        long second = world.second();
        if (isPeriod(second) || isDue(second)) {
            step(world.service(), world.telemetry().read(workload.id(), world.now()));
        }
    }

    void step(SimulatedService service, Readings readings) {
        long second = service.now();
        if (isDue(second)) {
            carryOut(service, readings);
        }
        if (isPeriod(second)) {
            learn(service, readings);
            decide(service, readings);
        }
        if (isDue(second)) {
            carryOut(service, readings);
        }
    }

    private void learn(SimulatedService service, Readings readings) {
        service.takeCompletedStarts().forEach(leadTimes::observe);
        capacity.observe(readings);
        demand.observe(readings, leadTimes.leadTime(), capacity.capacity());
    }

    /** Algorithm 2. */
    private void decide(SimulatedService service, Readings readings) {
        Load load = load(service, readings);
        OptionalInt predicted = predicted();
        if (load.overloaded() > 0) {
            periodsWithLess = 0;
            ask(service, load);
        } else if (load.complete() && predicted.orElse(Integer.MAX_VALUE) < service.desired()) {
            periodsWithLess++;
            if (periodsWithLess >= algorithm.periods()) {
                scale(service, predicted.getAsInt());
            }
        } else {
            periodsWithLess = 0;
        }
    }

    private void ask(SimulatedService service, Load load) {
        if (reactive(service, load) > service.desired() && askedAt == NEVER) {
            askedAt = service.now();
        }
    }

    private void carryOut(SimulatedService service, Readings readings) {
        askedAt = NEVER;
        int reactive = reactive(service, load(service, readings));
        if (reactive > service.desired()) {
            scale(service, reactive);
        }
    }

    private void scale(SimulatedService service, int replicas) {
        periodsWithLess = 0;
        service.scaleTo(workload.limits().clamp(replicas));
    }

    private Load load(SimulatedService service, Readings readings) {
        var mean = readings.fresh(Signal.UTILIZATION);
        return algorithm.load(readings.replicas(), mean, service.ready());
    }

    private int reactive(SimulatedService service, Load load) {
        return algorithm.reactive(service.ready(), load.overloaded());
    }

    private OptionalInt predicted() {
        int min = workload.limits().min();
        return algorithm.proactive(demand.bound(), capacity.capacity(), min);
    }

    private boolean isPeriod(long second) {
        return second % periodSeconds == 0;
    }

    private boolean isDue(long second) {
        return askedAt != NEVER && second - askedAt >= algorithm.scaleOutAfter().toSeconds();
    }
}
