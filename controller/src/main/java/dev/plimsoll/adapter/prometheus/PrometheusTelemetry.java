// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.prometheus;

import dev.plimsoll.model.WorkloadId;
import dev.plimsoll.telemetry.Reading;
import dev.plimsoll.telemetry.Readings;
import dev.plimsoll.telemetry.Signal;
import dev.plimsoll.telemetry.TelemetrySource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The readings of all workloads from all servers. {@link #refresh} asks, {@link #read} looks up
 * what is known then and never waits.
 *
 * <p>A workload's intervals end at the multiples of their length. Each is asked for once, as soon
 * as its delay has passed, and a query that many workloads share is asked once for all of them. The
 * reading is dated at the interval's end on our clock; what is asked of a server is moved by what
 * its clock differs from ours. An answer without the series, with two of them, with NaN, or that is
 * partial, makes the signal absent from then on. Without an answer what was read last grows old,
 * and the question is asked again at the next refresh, until a newer interval is due.
 *
 * <p>Thread-safe.
 */
public final class PrometheusTelemetry implements TelemetrySource, AutoCloseable {
    private final Map<WorkloadId, List<Slot>> slots = new TreeMap<>();
    private final List<ServerWatch> servers = new ArrayList<>();

    /**
     * A source that has asked nothing yet.
     *
     * @param clock the one that {@code now} of all methods is from
     * @param wall the one that those of the servers are to agree with: that of the machine, where
     *     the former is a simulated one
     * @throws dev.plimsoll.model.InvalidInputException if there are no certificates in the {@code
     *     caFile} of a server
     */
    public PrometheusTelemetry(
            List<PrometheusServer> servers,
            List<WatchedWorkload> workloads,
            InstantSource clock,
            InstantSource wall) {
        Map<String, List<Slot>> byServer = new LinkedHashMap<>();
        servers.forEach(server -> byServer.put(server.name(), new ArrayList<>()));
        for (WatchedWorkload watched : workloads) {
            List<Slot> own = slots.computeIfAbsent(watched.workload(), _ -> new ArrayList<>());
            watched.metrics().forEach(metric -> own.add(slot(watched, metric, byServer)));
        }
        for (PrometheusServer server : servers) {
            List<Slot> its = byServer.getOrDefault(server.name(), List.of());
            this.servers.add(new ServerWatch(server, its, clock, wall));
        }
    }

    /** The same where {@code clock} shows the time of the wall. */
    public PrometheusTelemetry(
            List<PrometheusServer> servers, List<WatchedWorkload> workloads, InstantSource clock) {
        this(servers, workloads, clock, clock);
    }

    private static Slot slot(
            WatchedWorkload watched, WatchedMetric metric, Map<String, List<Slot>> byServer) {
        Slot slot = new Slot(watched.workload(), watched.cadence(), metric);
        List<Slot> others = byServer.get(metric.server());
        if (others == null) {
            throw new IllegalArgumentException(
                    "%s of %s is read from '%s', which is none of the servers %s"
                            .formatted(
                                    metric.signal().label(),
                                    watched.workload(),
                                    metric.server(),
                                    byServer.keySet()));
        }
        others.add(slot);
        return slot;
    }

    /**
     * Asks all servers at the same time what is due, and waits for the answers, but not longer than
     * the longest time-out of one: what takes longer comes in later, and is not asked for again
     * meanwhile.
     */
    public void refresh(Instant now) {
        List<Thread> turns =
                servers.stream()
                        .map(server -> Thread.ofVirtual().start(() -> server.ask(now)))
                        .toList();
        Duration patience =
                servers.stream()
                        .map(ServerWatch::timeout)
                        .max(Comparator.naturalOrder())
                        .orElse(Duration.ZERO);
        await(turns, System.nanoTime() + patience.toNanos());
    }

    private static void await(List<Thread> turns, long deadline) {
        try {
            for (Thread turn : turns) {
                turn.join(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // Who waits has something better to do.
        }
    }

    @Override
    public Readings read(WorkloadId workload, Instant now) {
        Map<Signal, Reading> readings = new EnumMap<>(Signal.class);
        for (Slot slot : slots.getOrDefault(workload, List.of())) {
            readings.put(slot.metric().signal(), slot.reading(now));
        }
        return Readings.of(readings);
    }

    /** What is wrong now, a sentence each; what is alike is told once. Empty if all is well. */
    public List<String> problems() {
        return servers.stream().flatMap(server -> server.problems().stream()).toList();
    }

    /** What is wrong now with the signals of one workload, a sentence each. */
    public List<String> problems(WorkloadId workload) {
        return slots.getOrDefault(workload, List.of()).stream()
                .flatMap(slot -> slot.trouble().map(slot::sentence).stream())
                .toList();
    }

    /**
     * The servers whose clock differs from the wall's by more than two seconds, a sentence each.
     * Readings are corrected for it.
     */
    public List<String> clockDifferences() {
        return servers.stream().flatMap(server -> server.clockDifference().stream()).toList();
    }

    @Override
    public void close() {
        servers.forEach(ServerWatch::close);
    }
}
