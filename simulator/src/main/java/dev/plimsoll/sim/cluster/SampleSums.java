// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.cluster;

import dev.plimsoll.telemetry.Signal;
import java.util.EnumMap;

/** The running sums of an interval that is being measured. Not thread-safe. */
final class SampleSums {
    /** Processor time of a replica whose slots are all busy, as a share of its request. */
    private static final double CPU_WHEN_BUSY = 0.6;

    /** Delay of the network between nodes, idle and at full load, in seconds. */
    private static final double IDLE_NETWORK = 0.02;

    private static final double BUSY_NETWORK = 0.16;

    private double seconds;
    private double requests;
    private double retries;
    private double rejected;
    private double good;
    private double errors;
    private double utilization;
    private double ready;
    private double latency;
    private double tail;
    private boolean complete = true;

    /** Takes in a step; {@code known} is false if nothing was measured in it. */
    void add(ServedStep step, int stepSeconds, boolean known) {
        Traffic traffic = step.traffic();
        double arrived = traffic.demand() * stepSeconds;
        seconds += stepSeconds;
        requests += arrived;
        retries += traffic.retries() * stepSeconds;
        rejected += traffic.rejected() * stepSeconds;
        good += step.goodput() * stepSeconds;
        errors += traffic.errorRatio() * arrived;
        utilization += step.utilization() * stepSeconds;
        ready += (double) step.ready() * stepSeconds;
        latency += step.meanLatencySeconds() * arrived;
        tail += step.tailLatencySeconds() * arrived;
        complete &= known;
    }

    /** Whether every step was measured. */
    boolean isComplete() {
        return complete;
    }

    double seconds() {
        return seconds;
    }

    /** The means; latencies are those of a typical request, and 0 if there was none. */
    EnumMap<Signal, Double> means() {
        double busy = utilization / seconds;
        EnumMap<Signal, Double> means = new EnumMap<>(Signal.class);
        means.put(Signal.DEMAND, requests / seconds);
        means.put(Signal.UTILIZATION, busy);
        means.put(Signal.READY_REPLICAS, ready / seconds);
        means.put(Signal.MEAN_LATENCY, perRequest(latency));
        means.put(Signal.TAIL_LATENCY, perRequest(tail));
        means.put(Signal.GOODPUT, good / seconds);
        means.put(Signal.ERROR_RATIO, perRequest(errors));
        means.put(Signal.RETRIES, retries / seconds);
        means.put(Signal.REJECTED, rejected / seconds);
        means.put(Signal.CPU, CPU_WHEN_BUSY * busy);
        means.put(Signal.GPU, busy);
        means.put(Signal.NETWORK_LATENCY, IDLE_NETWORK + (BUSY_NETWORK - IDLE_NETWORK) * busy);
        return means;
    }

    double demand() {
        return requests / seconds;
    }

    private double perRequest(double sum) {
        return requests > 0 ? sum / requests : 0;
    }
}
