// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProxyConfigurationTest {
    private static final List<String> LINES =
            new ProxyConfiguration(ports(), List.of(20001, 20002, 20003), Path.of("/s/h.sock"))
                    .text()
                    .lines()
                    .map(String::strip)
                    .toList();

    private static Map<Balance, Integer> ports() {
        Map<Balance, Integer> ports = new EnumMap<>(Balance.class);
        ports.put(Balance.RANDOM, 19001);
        ports.put(Balance.ROUND_ROBIN, 19002);
        ports.put(Balance.LEAST_CONNECTIONS, 19003);
        return ports;
    }

    @Test
    void eachWayToChooseHasAFrontendOfItsOwn() {
        assertThat(LINES)
                .contains("balance random(1)", "balance roundrobin", "balance leastconn")
                .contains("bind 127.0.0.1:19001", "bind 127.0.0.1:19002", "bind 127.0.0.1:19003");
    }

    @Test
    void requestsWaitInTheServersAsNoneHasALimit() {
        assertThat(LINES)
                .filteredOn(line -> line.startsWith("server ") || line.startsWith("default-server"))
                .hasSize(12)
                .noneMatch(line -> line.contains("maxconn") || line.contains("maxqueue"));
    }

    @Test
    void theShareOfAServerIsAsEvenAsTheRingAllows() {
        assertThat(LINES)
                .filteredOn(line -> line.startsWith("default-server"))
                .allMatch(line -> line.contains("weight 256"));
    }

    @Test
    void theLastServerWaitsUntilItIsAdded() {
        assertThat(LINES)
                .filteredOn(line -> line.startsWith("server s2 "))
                .hasSize(3)
                .allMatch(line -> line.equals("server s2 127.0.0.1:20003 disabled"));
        assertThat(LINES).contains("server s0 127.0.0.1:20001");
    }

    private static double largestBacklog() {
        Profile profile = Profile.whole(1);
        Outcome simulated = SimulatedOutcome.of(profile, Setup.of(0.05), 0);
        return simulated.seconds().stream().mapToDouble(Second::inSystem).max().orElseThrow();
    }

    @Test
    void theOverloadFitsIntoTheConnections() {
        assertThat(LINES).contains("maxconn 9500", "stats socket /s/h.sock mode 600 level admin");
        assertThat(largestBacklog()).isBetween(4000.0, (double) ProxyConfiguration.CONNECTIONS);
    }
}
