// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.plan;

import dev.plimsoll.capacity.Capacity;
import dev.plimsoll.capacity.LeadTime;
import dev.plimsoll.capacity.MmcStation;
import dev.plimsoll.forecast.bound.DemandBound;
import dev.plimsoll.model.Inventory;
import dev.plimsoll.model.Workload;
import dev.plimsoll.model.Workloads;
import dev.plimsoll.telemetry.Readings;
import dev.plimsoll.telemetry.Signal;
import dev.plimsoll.telemetry.TestReadings;
import dev.plimsoll.telemetry.WorkloadSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * A service that behaves as the queueing model says, but for noise and for the harm that is done to
 * it, and its watch. A replica has four slots and a service time of 50 ms: it is saturated at 80
 * requests/s. A reading covers the 15 s before it is seen.
 */
final class HarmScene {
    static final double SATURATION = 80;
    private static final MmcStation STATION = new MmcStation(4, 0.05);

    private final Workload workload;
    private final HarmWatch watch;
    private final SplittableRandom random;
    private double noise;
    private Capacity capacity =
            new Capacity.Known(65.2, 0.815, Capacity.Basis.LEARNED, Optional.of(STATION));
    private Instant now = Instant.parse("2026-01-05T00:00:00Z");
    private int desired;
    private int ready;
    private double demand;
    private double slower = 1;
    private double errors;

    HarmScene(int replicas, double load, long seed) {
        this(Workloads.web(), replicas, load, seed);
    }

    HarmScene(Workload workload, int replicas, double load, long seed) {
        this.workload = workload;
        this.watch = new HarmWatch(workload);
        this.random = new SplittableRandom(seed);
        this.desired = replicas;
        this.ready = replicas;
        this.demand = load * replicas * SATURATION;
    }

    HarmWatch watch() {
        return watch;
    }

    /** The logarithm of a latency that is read has this deviation. */
    HarmScene noise(double deviation) {
        noise = deviation;
        return this;
    }

    /** From now on the tail latency is so many times what it should be. */
    HarmScene slower(double times) {
        slower = times;
        return this;
    }

    HarmScene errors(double ratio) {
        errors = ratio;
        return this;
    }

    HarmScene demand(double load, int replicas) {
        demand = load * replicas * SATURATION;
        return this;
    }

    HarmScene capacity(Capacity known) {
        capacity = known;
        return this;
    }

    HarmScene ready(int some) {
        ready = some;
        return this;
    }

    /** An approved action that is carried out at once. */
    HarmScene scale(int to) {
        watch.acted(outlook(readings()), Purpose.PLAN);
        desired = to;
        ready = to;
        return this;
    }

    HarmScene takeBack(int to) {
        watch.acted(outlook(readings()), Purpose.TAKE_BACK);
        desired = to;
        ready = to;
        return this;
    }

    /** The next cycles; the proposal of the last of them. */
    Optional<Proposal> cycles(int cycles) {
        Optional<Proposal> last = Optional.empty();
        for (int i = 0; i < cycles; i++) {
            last = cycle();
        }
        return last;
    }

    /** The next cycle, with a reading of all of its time. */
    Optional<Proposal> cycle() {
        now = now.plusSeconds(15);
        return see(readings().readings());
    }

    /** How many cycles it takes until something is proposed; 0 if it is not within so many. */
    int cyclesUntilProposal(int most) {
        for (int i = 1; i <= most; i++) {
            if (cycle().isPresent()) {
                return i;
            }
        }
        return 0;
    }

    Optional<Proposal> see(Readings readings) {
        Outlook outlook = outlook(readings);
        watch.observe(outlook);
        return watch.proposal(outlook);
    }

    Optional<Proposal> proposal() {
        return watch.proposal(outlook(Readings.NONE));
    }

    void pass(long seconds) {
        now = now.plusSeconds(seconds);
    }

    TestReadings readings() {
        double load = demand / (ready * SATURATION);
        double latency = load < 1 ? STATION.responseQuantile(load, 0.95) : 10;
        return TestReadings.at(now)
                .fresh(Signal.DEMAND, demand)
                .fresh(Signal.READY_REPLICAS, ready)
                .fresh(Signal.ERROR_RATIO, errors)
                .fresh(Signal.TAIL_LATENCY, latency * slower * StrictMath.exp(noise()));
    }

    private double noise() {
        return noise == 0 ? 0 : noise * random.nextGaussian();
    }

    private Outlook outlook(TestReadings readings) {
        return outlook(readings.readings());
    }

    Outlook outlook(Readings readings) {
        var inventory = new Inventory(workload.id(), desired, ready, 7, List.of());
        return new Outlook(
                workload,
                now,
                new WorkloadSnapshot(inventory, readings),
                capacity,
                new LeadTime(40, 0.25),
                DemandBound.NONE,
                Instant.MIN);
    }
}
