// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.server.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.model.InvalidInputException;
import dev.plimsoll.model.WorkloadId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsTextTest {
    private static final String WEB = "{namespace=\"scenario\",workload=\"web\"}";
    private static final String OUTAGE =
            FleetRig.STEADY + "  events: [{kind: MetricsOutage, at: 60s, until: 5m, how: HOW}]";

    @TempDir private Path folder;

    @Test
    void everyFamilyHasItsHelpItsTypeAndASample() {
        List<String> lines = shown(FleetRig.STEADY, 60).lines().toList();
        assertThat(lines)
                .contains(
                        "# TYPE plimsoll_fleet_requests_total counter",
                        "plimsoll_fleet_requests_total" + WEB + " 31200.0",
                        "plimsoll_fleet_request_errors_total" + WEB + " 0.0",
                        "plimsoll_fleet_replicas_desired" + WEB + " 10.0",
                        "plimsoll_fleet_replicas_ready" + WEB + " 10.0",
                        "# TYPE plimsoll_fleet_request_duration_seconds histogram",
                        "plimsoll_fleet_speed_ratio 1.0",
                        "plimsoll_fleet_time_seconds 1.76757126E9");
        assertThat(lines)
                .allMatch(line -> line.matches("# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\\{.*})? \\S+"));
        assertThat(lines).doesNotHaveDuplicates();
    }

    @Test
    void bucketsGrowUpToTheCount() {
        List<Double> buckets =
                shown(FleetRig.STEADY, 60)
                        .lines()
                        .filter(line -> line.contains("_bucket{"))
                        .map(line -> Double.valueOf(line.substring(line.lastIndexOf(' ') + 1)))
                        .toList();
        assertThat(buckets).hasSize(15).isSorted();
        assertThat(shown(FleetRig.STEADY, 60))
                .contains("duration_seconds_count" + WEB + " " + buckets.getLast());
    }

    @Test
    void inAnOutageTheLoadIsAbsentAndTheReplicasAreNot() {
        assertThat(shown(OUTAGE.replace("HOW", "absent"), 120))
                .contains("replicas_ready" + WEB)
                .doesNotContain("requests_total{", "busy_ratio{", "_bucket{");
    }

    @Test
    void aSourceThatFillsGapsSaysZero() {
        assertThat(shown(OUTAGE.replace("HOW", "zero"), 120))
                .contains("busy_ratio" + WEB + " 0.0")
                .contains("requests_total" + WEB + " 23400.0");
    }

    @Test
    void namesAreEscaped() {
        var odd = new WorkloadId("a\"b", "c\\d\ne");
        try (FleetRig rig = new FleetRig(folder, FleetRig.STEADY, Ledger.none(), odd)) {
            assertThat(text(rig)).contains("{namespace=\"a\\\"b\",workload=\"c\\\\d\\ne\"} ");
        }
    }

    @Test
    void areServedOverLoopback() throws IOException, InterruptedException {
        try (FleetRig rig = new FleetRig(folder);
                var server =
                        new MetricsServer(
                                rig.fleet(), Optional.of(MetricsServer.address("127.0.0.1:0")));
                HttpClient client = HttpClient.newHttpClient()) {
            var uri = URI.create(server.address().orElseThrow());
            HttpResponse<String> answer =
                    client.send(
                            HttpRequest.newBuilder(uri).build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("content-type").orElseThrow())
                    .contains("text/plain", "version=0.0.4");
            assertThat(answer.body()).isEqualTo(text(rig));
            assertTaken(rig, uri.getPort());
        }
    }

    private static void assertTaken(FleetRig rig, int port) {
        var taken = Optional.of(MetricsServer.address("127.0.0.1:" + port));
        assertThatThrownBy(() -> new MetricsServer(rig.fleet(), taken))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("is it taken?");
    }

    @Test
    void areServedNowhereUnlessAskedFor() {
        try (FleetRig rig = new FleetRig(folder);
                var server = new MetricsServer(rig.fleet(), Optional.empty())) {
            assertThat(server.address()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "9300", "127.0.0.1:", "127.0.0.1:70000", "0.0.0.0:80", "8.8.8.8:80"})
    void addressesThatOthersReachAreRefused(String text) {
        assertThatThrownBy(() -> MetricsServer.address(text))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("--metrics: address");
    }

    private String shown(String scenario, long second) {
        try (FleetRig rig = new FleetRig(folder, scenario, Ledger.none())) {
            rig.passSeconds(second);
            return text(rig);
        }
    }

    private static String text(FleetRig rig) {
        return rig.fleet().ask(fleet -> MetricsText.of(fleet, 1));
    }
}
