// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.server.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.model.InvalidInputException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManagementServerTest {
    private final FakeDesk desk = new FakeDesk();

    @Test
    void saysThatAllIsWell() throws IOException, InterruptedException {
        assertThat(asked("/healthz").body()).isEqualTo("ok\n");
        HttpResponse<String> ready = asked("/readyz");
        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(ready.body()).isEqualTo("ok\n");
    }

    @Test
    void saysWhyItCannotWork() throws IOException, InterruptedException {
        desk.loseWorld();
        HttpResponse<String> ready = asked("/readyz");
        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(ready.body()).isEqualTo("it is gone\nnobody knows where\n");
        assertThat(asked("/healthz").statusCode()).isEqualTo(200);
    }

    @Test
    void showsMetricsInPrometheusForm() throws IOException, InterruptedException {
        HttpResponse<String> metrics = asked("/metrics");
        assertThat(metrics.headers().firstValue("content-type").orElseThrow())
                .contains("text/plain", "version=0.0.4");
        assertThat(metrics.body()).isEqualTo(ControlMetrics.of(desk));
    }

    @Test
    void takesNoOrders() throws IOException, InterruptedException {
        assertThat(asked("/v1/status").statusCode()).isEqualTo(404);
    }

    @Test
    void refusesAnAddressThatIsTakenOrUnknown() {
        try (var server = new ManagementServer(desk, loopback(0))) {
            assertThatThrownBy(() -> new ManagementServer(desk, loopback(server.port())))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessage(
                            "spec.management: address '127.0.0.1:%d': cannot be listened on"
                                    + " (Address already in use); free it, or name another",
                            server.port());
        }
        var unknown = InetSocketAddress.createUnresolved("nowhere.invalid", 8081);
        assertThatThrownBy(() -> new ManagementServer(desk, unknown))
                .hasMessageContaining("'nowhere.invalid:8081': is no host that is known here");
    }

    @Test
    void everyFamilyHasHelpTypeAndUniqueSamples() {
        List<String> lines = ControlMetrics.of(desk).lines().toList();
        assertThat(lines)
                .contains(
                        "plimsoll_build_info{version=\"0.1.0\"} 1.0",
                        "plimsoll_cycles_total 4.0",
                        "plimsoll_cycle_duration_seconds_count 4.0",
                        "plimsoll_decisions_total{verdict=\"approved\"} 3.0",
                        "plimsoll_actions_total{outcome=\"applied\"} 3.0",
                        "plimsoll_clock_shift_seconds -90.0",
                        "plimsoll_workloads 2.0",
                        "plimsoll_replicas_wanted{namespace=\"shop\",workload=\"web\"} 7.0",
                        "plimsoll_awaiting_approval{namespace=\"shop\",workload=\"web\"} 1.0",
                        "plimsoll_paused{namespace=\"shop\",workload=\"work\"} 1.0");
        assertThat(lines)
                .noneMatch(line -> line.startsWith("plimsoll_replicas") && line.contains("work\""))
                .allMatch(line -> line.matches("# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\\{.*})? \\S+"))
                .doesNotHaveDuplicates();
    }

    @Test
    void conditionsAreSamplesAndWithoutAPlatformThereIsNoClock() {
        desk.loseWorld();
        assertThat(ControlMetrics.of(desk))
                .contains("plimsoll_condition{kind=\"PLATFORM_UNAVAILABLE\",subject=\"\"} 1.0")
                .doesNotContain("plimsoll_time_seconds", "clock_shift");
    }

    private HttpResponse<String> asked(String path) throws IOException, InterruptedException {
        try (var server = new ManagementServer(desk, loopback(0));
                HttpClient client = HttpClient.newHttpClient()) {
            URI uri = URI.create("http://127.0.0.1:%d%s".formatted(server.port(), path));
            return client.send(
                    HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static InetSocketAddress loopback(int port) {
        return new InetSocketAddress("127.0.0.1", port);
    }
}
