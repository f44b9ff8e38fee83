// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The real parts: server processes behind HAProxy on loopback. It ends with its processes. Changes
 * come one after the other; not thread-safe.
 */
final class Rig {
    private static final String PREFIX = Balance.RANDOM.backend() + "/s";

    private final Processes processes;
    private final Setup setup;
    private final Map<Balance, Integer> ports = new EnumMap<>(Balance.class);
    private final List<Integer> serverPorts;
    private final List<ServerProcess> servers = new ArrayList<>();
    private final Proxy proxy;

    /** Starts what is there at first, and waits until it listens. */
    Rig(Setup setup, Processes processes) throws IOException {
        this.setup = setup;
        this.processes = processes;
        List<Integer> free = Ports.free(Balance.values().length + setup.servers() + 1);
        for (Balance balance : Balance.values()) {
            ports.put(balance, free.get(ports.size()));
        }
        this.serverPorts = free.subList(ports.size(), free.size());
        for (int server = 0; server < setup.servers(); server++) {
            servers.add(start(server, Duration.ZERO));
        }
        for (ServerProcess server : servers) {
            server.awaitListening();
        }
        this.proxy =
                Proxy.start(
                        processes,
                        new ProxyConfiguration(
                                ports, serverPorts, processes.folder().resolve("haproxy.sock")));
    }

    /** Where requests go in that are to be spread so. */
    int port(Balance balance) {
        return Objects.requireNonNull(ports.get(balance));
    }

    /** Makes the change, and returns when it has come about. */
    void apply(Change change, Duration startUp) throws IOException {
        switch (change) {
            case NONE -> {}
            case ADDED -> add(startUp);
            case DRAINED -> proxy.order("set server %s state drain".formatted(newest()));
            case CRASHED -> crash(startUp);
        }
    }

    /** Fails if a server has ended by itself. */
    void requireAlive() throws IOException {
        for (ServerProcess server : servers) {
            server.requireAlive();
        }
    }

    /** Ends the server that was added. */
    void removeAdded() throws IOException {
        if (servers.size() > setup.servers()) {
            proxy.order("disable server " + newest());
            servers.removeLast().kill();
        }
    }

    private void add(Duration startUp) throws IOException {
        ServerProcess added = start(setup.servers(), startUp);
        servers.add(added);
        added.awaitListening();
        proxy.order("enable server " + newest());
    }

    private void crash(Duration startUp) throws IOException {
        int crashed = setup.servers() - 1;
        servers.get(crashed).kill();
        servers.set(crashed, start(crashed, startUp));
        servers.get(crashed).awaitListening();
    }

    private String newest() {
        return PREFIX + setup.servers();
    }

    private ServerProcess start(int server, Duration startUp) throws IOException {
        int port = serverPorts.get(server);
        int slots = setup.station().concurrency();
        return new ServerProcess(processes, new SlotServer.Place(server, port, slots), startUp);
    }
}
