// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What HAProxy is told: one frontend and backend for each way to choose a server, over the same
 * servers, of which the last is disabled until it is added. No server has a limit of its own, so
 * that requests wait in the servers and not in front of them.
 *
 * <p>{@code random} draws a point on a hash ring on which a server has 16 nodes for each unit of
 * weight; at weight 1 the busiest of eight servers would get a fifth more than its share, at
 * {@value #WEIGHT}, the most there is, a fiftieth. A server that refuses a connection is taken out
 * at once, and is back as soon as it listens. Source: HAProxy's Configuration Manual, sections 4.2
 * and 5.2.
 *
 * @param ports of the frontends
 * @param serverPorts of the servers
 * @param socket for commands at run time
 */
record ProxyConfiguration(Map<Balance, Integer> ports, List<Integer> serverPorts, Path socket) {
    /** Connections of clients; each takes two of the files that a process may have open. */
    static final int CONNECTIONS = 9500;

    private static final int WEIGHT = 256;

    ProxyConfiguration {
        ports = Collections.unmodifiableMap(new EnumMap<>(ports));
        serverPorts = List.copyOf(serverPorts);
    }

    String text() {
        StringBuilder text = new StringBuilder(common());
        for (Balance balance : Balance.values()) {
            text.append(section(balance));
        }
        return text.toString();
    }

    private String common() {
        return """
        global
            nbthread 1
            maxconn %1$d
            stats socket %2$s mode 600 level admin
        defaults
            mode http
            maxconn %1$d
            backlog 4096
            http-reuse always
            retries 3
            option redispatch 1
            timeout connect 5s
            timeout client 1d
            timeout server 1d
            timeout http-keep-alive 1d
        """
                .formatted(CONNECTIONS, socket);
    }

    private String section(Balance balance) {
        StringBuilder text =
                new StringBuilder(
                        """
                        frontend to-%1$s
                            bind 127.0.0.1:%2$d
                            default_backend %1$s
                        backend %1$s
                            balance %3$s
                        """
                                .formatted(
                                        balance.backend(),
                                        ports.get(balance),
                                        balance.directive()));
        text.append("    default-server weight %d%s\n".formatted(WEIGHT, watch(balance)));
        for (int server = 0; server < serverPorts.size(); server++) {
            text.append("    server s%d 127.0.0.1:%d".formatted(server, serverPorts.get(server)));
            text.append(server == serverPorts.size() - 1 ? " disabled\n" : "\n");
        }
        return text.toString();
    }

    /** Servers change under {@code random} only. */
    private static String watch(Balance balance) {
        return balance == Balance.RANDOM
                ? " check inter 2s downinter 50ms fall 1 rise 1"
                        + " observe layer4 error-limit 1 on-error mark-down"
                : "";
    }
}
