// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.plan;

import dev.plimsoll.capacity.Capacity;
import dev.plimsoll.capacity.LeadTime;
import dev.plimsoll.forecast.bound.DemandBound;
import dev.plimsoll.forecast.bound.Trust;
import dev.plimsoll.model.Inventory;
import dev.plimsoll.model.Replica;
import dev.plimsoll.model.ReplicaLimits;
import dev.plimsoll.model.ScalingBehavior;
import dev.plimsoll.model.Workload;
import dev.plimsoll.model.Workloads;
import dev.plimsoll.telemetry.Reading;
import dev.plimsoll.telemetry.Signal;
import dev.plimsoll.telemetry.TestReadings;
import dev.plimsoll.telemetry.WorkloadSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Outlooks made by hand. Where nothing else is said: all replicas ready, no reading, 10 requests/s
 * a replica, a lead time of 40 s, no forecast, never scaled before.
 */
public final class OutlookBuilder {
    public static final Instant NOW = Instant.parse("2026-01-05T12:00:00Z");

    private final int replicas;
    private final TestReadings readings = TestReadings.at(NOW.minusSeconds(15));
    private List<Replica> listed = List.of();
    private Workload workload = Workloads.web();
    private Instant at = NOW;
    private int ready;
    private long version = 1;
    private Capacity capacity = new Capacity.Known(10, 0.8, Capacity.Basis.LEARNED);
    private LeadTime leadTime = new LeadTime(40, 0.25);
    private DemandBound bound = DemandBound.NONE;
    private Instant lastChange = Instant.MIN;

    private OutlookBuilder(int replicas) {
        this.replicas = replicas;
        this.ready = replicas;
    }

    public static OutlookBuilder replicas(int replicas) {
        return new OutlookBuilder(replicas);
    }

    public OutlookBuilder ready(int ready) {
        this.ready = ready;
        return this;
    }

    public OutlookBuilder at(Instant instant) {
        at = instant;
        return this;
    }

    public OutlookBuilder version(long version) {
        this.version = version;
        return this;
    }

    public OutlookBuilder demand(double requestsPerSecond) {
        readings.fresh(Signal.DEMAND, requestsPerSecond);
        return this;
    }

    public OutlookBuilder staleDemand(double requestsPerSecond) {
        readings.stale(Signal.DEMAND, requestsPerSecond);
        return this;
    }

    public OutlookBuilder doubtedDemand(double requestsPerSecond) {
        var end = NOW.minusSeconds(15);
        readings.put(
                Signal.DEMAND, new Reading.Suspect(requestsPerSecond, end, Reading.Doubt.FROZEN));
        return this;
    }

    public OutlookBuilder pushedDemand(double requestsPerSecond) {
        readings.fresh(Signal.PUSHED_DEMAND, requestsPerSecond);
        return this;
    }

    public OutlookBuilder stalePushedDemand(double requestsPerSecond) {
        readings.stale(Signal.PUSHED_DEMAND, requestsPerSecond);
        return this;
    }

    public OutlookBuilder utilization(double share) {
        readings.fresh(Signal.UTILIZATION, share);
        return this;
    }

    public OutlookBuilder staleUtilization(double share) {
        readings.stale(Signal.UTILIZATION, share);
        return this;
    }

    public OutlookBuilder signal(Signal signal, Reading reading) {
        readings.put(signal, reading);
        return this;
    }

    public OutlookBuilder signal(Signal signal, double value) {
        readings.fresh(signal, value);
        return this;
    }

    /** So many more replicas with this busy share each. */
    public OutlookBuilder busy(int count, double share) {
        for (int i = 0; i < count; i++) {
            readings.replica(share);
        }
        return this;
    }

    public OutlookBuilder replica(Reading utilization) {
        readings.replica(utilization);
        return this;
    }

    public OutlookBuilder listed(Replica... replicas) {
        listed = List.of(replicas);
        return this;
    }

    public OutlookBuilder noCapacity() {
        capacity = Capacity.UNKNOWN;
        return this;
    }

    public OutlookBuilder leadTime(double medianSeconds) {
        leadTime = new LeadTime(medianSeconds, 0.25);
        return this;
    }

    public OutlookBuilder forecast(double upper) {
        return forecast(upper, 1, Trust.KEPT);
    }

    /** A bound that is to be kept for so many samples, and may be acted on or not. */
    public OutlookBuilder forecast(double upper, int holdSamples, Trust trust) {
        bound =
                new DemandBound.Upper(
                        new DemandBound.Expected("trend", upper / 2, 4),
                        upper,
                        new DemandBound.Odds(0.05, 100),
                        holdSamples,
                        trust);
        return this;
    }

    /** A forecaster's largest value. */
    public OutlookBuilder expected(double largest) {
        bound = new DemandBound.Expected("naive", largest, 4);
        return this;
    }

    public OutlookBuilder min(int replicas) {
        workload = Workloads.web(new ReplicaLimits(replicas, 1000), workload.behavior());
        return this;
    }

    public OutlookBuilder changedBefore(Duration ago) {
        lastChange = NOW.minus(ago);
        return this;
    }

    public OutlookBuilder scaleInAfter(int periods) {
        ScalingBehavior usual = ScalingBehavior.DEFAULT;
        workload =
                Workloads.web(
                        new ReplicaLimits(1, 1000),
                        new ScalingBehavior(
                                usual.maxActionsPerMinute(),
                                usual.scaleInShare(),
                                usual.scaleInPeriod(),
                                usual.coolDown(),
                                periods));
        return this;
    }

    public Outlook outlook() {
        var inventory =
                new Inventory(
                        workload.id(),
                        replicas,
                        ready,
                        version,
                        List.of(),
                        Optional.empty(),
                        listed);
        return new Outlook(
                workload,
                at,
                new WorkloadSnapshot(inventory, readings.readings()),
                capacity,
                leadTime,
                bound,
                lastChange);
    }
}
