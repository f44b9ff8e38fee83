// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.scenario;

import dev.plimsoll.sim.cluster.TelemetryFaults;

/** Something that happens in a scenario. Times are seconds since its start; ends are exclusive. */
public sealed interface Event {
    /** The second in which it begins. */
    long from();

    /** The second in which it has ended; that of its beginning where it takes no time. */
    default long until() {
        return from();
    }

    /** Readings go wrong. */
    record MetricsOutage(long from, long until, TelemetryFaults.Kind kind) implements Event {}

    /** Clients repeat requests: so many times as many arrive, all but one share of them retries. */
    record RetryStorm(long from, long until, double factor) implements Event {}

    /** So many requests per second more arrive, which are rejected, and cost as much as others. */
    record Attack(long from, long until, double rate) implements Event {}

    /** Something behind the service lets only so many requests per second through. */
    record Bottleneck(long from, long until, double rate) implements Event {}

    /** Replicas ordered in this time take so many times as long to start. */
    record SlowStarts(long from, long until, double factor) implements Event {}

    /** Every replica is replaced, {@code batch} at a time; the next when those are ready. */
    record RollingUpdate(long from, int batch) implements Event {}

    /** So many ready replicas die. */
    record Crash(long from, int replicas) implements Event {}

    /** Somebody scales the service by hand. */
    record ScaleByHand(long from, int replicas) implements Event {}

    /**
     * The service does harm: its tail latency is so many times what it should be, and a share of
     * the answers are errors.
     */
    record Harm(long from, long until, double latencyFactor, double errorRatio) implements Event {}
}
