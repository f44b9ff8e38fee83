// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.cluster;

import dev.plimsoll.capacity.TailLatency;
import java.util.ArrayList;
import java.util.List;

/** The latencies of one step's requests over replicas with different pasts. Not thread-safe. */
final class StepLatencies {
    /** Of an interval that is seldom wider than the result: it is found within half a percent. */
    private static final int HALVINGS = 8;

    private record Part(double share, GroupLatencies latencies) {}

    private final List<Part> parts;

    StepLatencies(int groups) {
        this.parts = new ArrayList<>(groups);
    }

    /** Adds a share of the requests; the shares must come to 1. */
    void add(double share, GroupLatencies latencies) {
        parts.add(new Part(share, latencies));
    }

    double delayedShare() {
        double sum = 0;
        for (Part part : parts) {
            sum += part.share() * part.latencies().delayedShare();
        }
        return sum;
    }

    /** Whether every request meets the equilibrium of this or a lower load, and no backlog. */
    boolean isWithin(double load) {
        for (Part part : parts) {
            if (part.latencies().most() > 0 || part.latencies().load() > load) {
                return false;
            }
        }
        return true;
    }

    double meanSeconds() {
        double sum = 0;
        for (Part part : parts) {
            sum += part.share() * part.latencies().meanSeconds();
        }
        return sum;
    }

    double exceedance(double seconds) {
        double sum = 0;
        for (Part part : parts) {
            sum += part.share() * part.latencies().exceedance(seconds);
        }
        return sum;
    }

    /** Whether more than a share takes longer; seldom does it need the whole answer. */
    boolean exceeds(double seconds, double allowed) {
        double sure = 0;
        for (Part part : parts) {
            sure += part.share() * part.latencies().sureExceedance(seconds);
        }
        return sure > allowed || exceedance(seconds) > allowed;
    }

    /** The latency that a share is answered within; {@code tails} are of that quantile. */
    double quantileSeconds(double quantile, TailLatency tails) {
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (Part part : parts) {
            least = Math.min(least, part.latencies().least(quantile));
            most = Math.max(most, part.latencies().most() + tails.at(part.latencies().load()));
        }
        return TailSearch.between(least, most, this::exceedance, 1 - quantile, HALVINGS);
    }

    /** Counts so many requests. */
    void count(double requests, LatencyTally tally) {
        for (Part part : parts) {
            part.latencies().count(part.share() * requests, tally);
        }
    }
}
