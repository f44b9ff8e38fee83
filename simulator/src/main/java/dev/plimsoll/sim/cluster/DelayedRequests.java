// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.cluster;

import dev.plimsoll.capacity.MmcStation;

/**
 * Delayed requests in classes. Of each class the number, the sure part of the delay, the chance of
 * more, and how much more are kept as sums: the mean latency is exact, and for the tail all of a
 * class have its mean delay. Not thread-safe.
 */
final class DelayedRequests {
    private final MmcStation station;
    private final double[] requests;
    private final double[] sureSeconds;
    private final double[] waiting;
    private final double[] waitingSeconds;
    private int lowest = Integer.MAX_VALUE;
    private int highest = -1;

    DelayedRequests(MmcStation station, int classes) {
        this.station = station;
        this.requests = new double[classes];
        this.sureSeconds = new double[classes];
        this.waiting = new double[classes];
        this.waitingSeconds = new double[classes];
    }

    void add(int kind, Delay delay, double count) {
        lowest = Math.min(lowest, kind);
        highest = Math.max(highest, kind);
        double longer = delay.waiting() * count;
        requests[kind] += count;
        sureSeconds[kind] += delay.seconds() * count;
        waiting[kind] += longer;
        waitingSeconds[kind] += longer / delay.emptying();
    }

    double count() {
        return sum(requests);
    }

    /** The latencies of all of them added up. */
    double seconds() {
        return sum(requests) * station.serviceSeconds() + sum(sureSeconds) + sum(waitingSeconds);
    }

    /** How many take longer than {@code seconds}. */
    double slower(double seconds) {
        double slower = 0;
        for (int kind = lowest; kind <= highest; kind++) {
            if (requests[kind] > 0) {
                slower += requests[kind] * exceedance(kind, seconds);
            }
        }
        return slower;
    }

    private double exceedance(int kind, double seconds) {
        double left = seconds - sureSeconds[kind] / requests[kind];
        double emptying = waiting[kind] > 0 ? waiting[kind] / waitingSeconds[kind] : 1;
        return station.exceedance(waiting[kind] / requests[kind], emptying, left);
    }

    private double sum(double[] values) {
        double sum = 0;
        for (int kind = lowest; kind <= highest; kind++) {
            sum += values[kind];
        }
        return sum;
    }
}
