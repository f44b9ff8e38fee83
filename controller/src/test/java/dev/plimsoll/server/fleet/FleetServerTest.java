// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.server.fleet;

import static dev.plimsoll.server.fleet.FleetRig.SCALE;
import static dev.plimsoll.server.fleet.FleetRig.json;
import static dev.plimsoll.server.fleet.FleetRig.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plimsoll.http.Exchange;
import dev.plimsoll.http.Request;
import dev.plimsoll.telemetry.Signal;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FleetServerTest {
    @TempDir private Path folder;
    private FleetRig rig;

    @BeforeEach
    void listen() {
        rig = new FleetRig(folder);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void tellsItsTimeAndPace() {
        rig.passSeconds(7);
        JsonNode time = rig.get("/v1/time");
        assertThat(time.path("now").asText()).isEqualTo("2026-01-05T00:00:07Z");
        assertThat(time.path("start").asText()).isEqualTo("2026-01-05T00:00:00Z");
        assertThat(time.path("end").asText()).isEqualTo("2026-01-05T01:00:00Z");
        assertThat(time.path("speed").asInt()).isEqualTo(1);
    }

    @Test
    void tellsWhatThereIs() {
        rig.passSeconds(10);
        rig.scale("a", 1, 11);
        JsonNode inventory = rig.get("/v1/inventory");
        JsonNode web = inventory.path("workloads").path(0);
        assertThat(web.path("namespace").asText()).isEqualTo("scenario");
        assertThat(web.path("name").asText()).isEqualTo("web");
        assertThat(web.path("desired").asInt()).isEqualTo(11);
        assertThat(web.path("ready").asInt()).isEqualTo(10);
        assertThat(web.path("version").asLong()).isEqualTo(2);
        assertThat(web.path("pendingSince").asText()).isEqualTo("2026-01-05T00:00:10Z");
        assertThat(web.path("replicas")).hasSize(11);
        assertThat(web.path("replicas").path(10).path("name").asText()).isEqualTo("web-10");
        assertThat(web.path("replicas").path(10).path("phase").asText()).isEqualTo("STARTING");
        assertThat(inventory.path("pool")).as("nothing is limited").isEmpty();
    }

    @Test
    void tellsStartsSinceACursor() {
        rig.scale("a", 1, 11);
        rig.passSeconds(40);
        JsonNode first = rig.get("/v1/inventory?since=0");
        assertThat(first.at("/workloads/0/completedStartsSeconds/0").asDouble()).isEqualTo(40);
        JsonNode second = rig.get("/v1/inventory?since=" + first.path("cursor").asLong());
        assertThat(second.at("/workloads/0/completedStartsSeconds")).isEmpty();
        assertThat(second.path("workloads").path(0).has("pendingSince")).isFalse();
    }

    @Test
    void tellsReadingsWithTheEndOfTheirInterval() {
        assertThat(rig.get("/v1/readings").at("/workloads/0/readings")).isEmpty();
        rig.passSeconds(50);
        JsonNode demand = rig.get("/v1/readings").at("/workloads/0/readings/DEMAND");
        assertThat(demand.path("value").asDouble()).isCloseTo(520, within(1e-6));
        assertThat(demand.path("at").asText()).isEqualTo("2026-01-05T00:00:30Z");
    }

    @Test
    void scalesAndSaysWhatItDid() {
        rig.passSeconds(3);
        Exchange.Answered answer = put(order("a", 1, 1, 12));
        assertThat(answer.status()).isEqualTo(200);
        JsonNode scaled = json(answer);
        assertThat(scaled.path("actionId").asText()).isEqualTo("a");
        assertThat(scaled.path("from").asInt()).isEqualTo(10);
        assertThat(scaled.path("to").asInt()).isEqualTo(12);
        assertThat(scaled.path("version").asLong()).isEqualTo(2);
        assertThat(scaled.path("at").asText()).isEqualTo("2026-01-05T00:00:03Z");
    }

    @Test
    void answersARepeatedOrderAsBefore() {
        Exchange.Answered first = put(order("a", 1, 1, 12));
        rig.passSeconds(100);
        assertThat(put(order("a", 1, 1, 12))).isEqualTo(first);
        assertThat(rig.web().path("version").asLong()).isEqualTo(2);
    }

    @Test
    void namesThePresentVersionInAConflict() {
        put(order("a", 1, 1, 12));
        Exchange.Answered answer = put(order("b", 1, 1, 13));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(json(answer).path("refusal").asText()).isEqualTo("Conflict");
        assertThat(json(answer).path("version").asLong()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    a | 1 | 2 | 12 | 409 | ActionIdReused
                    b | 0 | 2 | 12 | 403 | Superseded
                    """)
    void refusesByName(String id, long epoch, long version, int to, int status, String name) {
        put(order("a", 1, 1, 13));
        Exchange.Answered answer = put(order(id, epoch, version, to));
        assertThat(answer.status()).isEqualTo(status);
        assertThat(json(answer).path("refusal").asText()).isEqualTo(name);
        assertThat(rig.web().path("desired").asInt()).isEqualTo(13);
    }

    @Test
    void knowsNoOtherWorkload() {
        String path = "/v1/workloads/scenario/other/scale";
        Exchange.Answered answer = rig.send(Request.put(path, order("a", 1, 1, 2)));
        assertThat(answer.status()).isEqualTo(404);
        assertThat(json(answer).path("refusal").asText()).isEqualTo("UnknownWorkload");
        assertThat(json(answer).path("sentence").asText()).contains("scenario/other");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{} {}",
                "{\"to\":1,\"to\":2,\"version\":1,\"actionId\":\"a\",\"epoch\":1}",
                "{\"version\":1,\"actionId\":\"a\",\"epoch\":1}",
                "{\"to\":-1,\"version\":1,\"actionId\":\"a\",\"epoch\":1}",
                "{\"to\":1.5,\"version\":1,\"actionId\":\"a\",\"epoch\":1}",
                "{\"to\":\"2\",\"version\":1,\"actionId\":\"a\",\"epoch\":1}",
                "{\"to\":100001,\"version\":1,\"actionId\":\"a\",\"epoch\":1}",
                "{\"to\":2,\"version\":1e30,\"actionId\":\"a\",\"epoch\":1}",
                "{\"to\":2,\"version\":18446744073709551617,\"actionId\":\"a\",\"epoch\":1}",
                "{\"to\":2,\"version\":1,\"actionId\":\" \",\"epoch\":1}",
                "{\"to\":2,\"version\":1,\"actionId\":7,\"epoch\":1}",
                "{\"to\":2,\"version\":1,\"actionId\":\"a\"}",
                "{\"to\":2,\"version\":1,\"actionId\":\"a\",\"epoch\":1,\"force\":true}",
                "{\"to\":2,\"version\":1,\"actionId\":\"a\",\"epoch\":1,\"victims\":\"web-1\"}",
                "{\"to\":2,\"version\":1,\"actionId\":\"a\",\"epoch\":1,\"victims\":[1]}",
                "{\"to\":9,\"version\":1,\"actionId\":\"a\",\"epoch\":1,\"victims\":[\"db-1\"]}"
            })
    void refusesGarbageWithASentence(String body) {
        Exchange.Answered answer = put(body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(json(answer).path("sentence").asText())
                .matches(".*(: give |: name |: is unknown|no JSON object).*");
        assertThat(rig.web().path("version").asLong()).isEqualTo(1);
    }

    @Test
    void saysWhatItDoesNotKnow() {
        Exchange.Answered answer = rig.send(Request.get("/v2/time"));
        assertThat(answer.status()).isEqualTo(404);
        assertThat(json(answer).path("sentence").asText()).startsWith("there is no GET /v2/time");
        assertThat(rig.send(Request.get("/v1/inventory?since=x")).status()).isEqualTo(400);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void standsBytesThatAreNoHttp(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 20; i++) {
            byte[] bytes = new byte[random.nextInt(1, 5000)];
            random.nextBytes(bytes);
            try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(rig.socket()))) {
                channel.write(ByteBuffer.wrap(bytes));
            }
        }
        assertThat(rig.web().path("version").asLong()).isEqualTo(1);
    }

    @Test
    void standsAnOrderThatBreaksOff() throws IOException {
        String begun = "PUT %s HTTP/1.1\r\nHost: x\r\nContent-Length: 500\r\n\r\n{\"to\":3";
        try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(rig.socket()))) {
            byte[] bytes = begun.formatted(SCALE).getBytes(StandardCharsets.UTF_8);
            channel.write(ByteBuffer.wrap(bytes));
        }
        assertThat(rig.web().path("version").asLong()).isEqualTo(1);
        assertThat(rig.scale("a", 1, 12)).isEqualTo(200);
    }

    @Test
    void carriesOutOneOfManyOrdersForTheSameVersion() throws InterruptedException {
        List<Thread> callers =
                List.of(1, 2, 3, 4, 5, 6, 7, 8).stream()
                        .map(i -> Thread.ofVirtual().start(() -> rig.scale("id" + i, 1, 10 + i)))
                        .toList();
        for (Thread caller : callers) {
            caller.join();
        }
        assertThat(rig.web().path("version").asLong()).isEqualTo(2);
    }

    @Test
    void letsNobodyInButTheOwner() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(rig.socket())))
                .isEqualTo("rw-------");
    }

    @Test
    void showsFaultyReadingsAsTheyAre() {
        for (String how : List.of("absent", "zero", "late")) {
            String scenario =
                    FleetRig.STEADY
                            + "  events: [{kind: MetricsOutage, at: 60s, until: 5m, how: HOW}]";
            rig.close();
            rig = new FleetRig(folder, scenario.replace("HOW", how), Ledger.none());
            rig.passSeconds(150);
            JsonNode demand =
                    rig.get("/v1/readings").at("/workloads/0/readings/" + Signal.DEMAND.name());
            assertThat(demand.path("value").asDouble())
                    .as(how.toUpperCase(Locale.ROOT))
                    .isCloseTo(how.equals("zero") ? 0 : 520, within(1e-6));
            assertThat(demand.path("at").asText())
                    .isEqualTo(
                            how.equals("zero") ? "2026-01-05T00:02:15Z" : "2026-01-05T00:00:45Z");
        }
    }

    private Exchange.Answered put(String body) {
        return rig.send(Request.put(SCALE, body));
    }
}
