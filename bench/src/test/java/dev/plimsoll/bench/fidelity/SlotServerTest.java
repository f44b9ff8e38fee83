// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.plimsoll.bench.fidelity.SlotServer.Place;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SlotServerTest {
    private static final Profile PROFILE =
            new Profile(List.of(new Phase("p", 0.05, 2, Regime.STEADY, Change.NONE)), 1);

    @Test
    void aRequestIsAnsweredByItsServerAfterItsTimeOfService()
            throws IOException, InterruptedException {
        int port = Ports.free(1).getFirst();
        Schedule schedule = Schedule.draw(PROFILE, Setup.of(0.02), ServiceLaw.DETERMINISTIC, 1);
        Recording recording;
        try (SlotQueue queue = new SlotQueue(4);
                LoadGenerator generator = new LoadGenerator(port)) {
            HttpServer server = SlotServer.listen(new Place(5, port, 4), queue);
            recording = generator.drive(schedule, System.nanoTime());
            server.stop(0);
        }
        assertThat(recording.lost()).isZero();
        for (int request = 0; request < schedule.requests(); request++) {
            assertThat(recording.server(request)).isEqualTo(5);
            assertThat(recording.latencySeconds(request)).isBetween(0.02, 2.0);
            assertThat(recording.latenessSeconds(request)).isBetween(0.0, 1.0);
            assertThat(recording.wokeLateMs(request))
                    .isBetween(0.0, 1000 * recording.latencySeconds(request) - 19);
        }
    }

    @Test
    void whereNobodyListensRequestsAreLost() throws IOException, InterruptedException {
        int port = Ports.free(1).getFirst();
        Schedule schedule = Schedule.of(new long[] {0, 1_000_000}, new long[] {10, 10});
        try (LoadGenerator generator = new LoadGenerator(port)) {
            Recording recording = generator.drive(schedule, System.nanoTime());
            assertThat(recording.lost()).isEqualTo(2);
            assertThat(recording.isAnswered(0)).isFalse();
        }
    }

    /** The reported start of a process is cut to whole seconds: it is not what counts. */
    @Test
    void aProcessListensWhenItIsToAndSoonAfter() throws IOException {
        Place place = new Place(0, Ports.free(1).getFirst(), 1);
        try (Processes processes = new Processes()) {
            for (int attempt = 0; attempt < 3; attempt++) {
                long start = System.nanoTime();
                ServerProcess server = new ServerProcess(processes, place, Duration.ofMillis(2400));
                server.awaitListening();
                assertThat(Duration.ofNanos(System.nanoTime() - start))
                        .isBetween(Duration.ofMillis(2390), Duration.ofMillis(6000));
                server.requireAlive();
                server.kill();
            }
        }
    }

    @Test
    void aProcessThatCannotListenSaysWhy() throws IOException {
        int port = Ports.free(1).getFirst();
        InetSocketAddress taken = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        HttpServer other = HttpServer.create(taken, 1);
        try (Processes processes = new Processes()) {
            ServerProcess server =
                    new ServerProcess(processes, new Place(0, port, 1), Duration.ZERO);
            assertThatThrownBy(server::awaitListening).hasMessageContaining("in use");
            server.kill();
            assertThatThrownBy(server::requireAlive).hasMessageContaining("main failed");
        }
        other.stop(0);
    }

    @Test
    void anAnswerThatMakesNoSenseEndsTheRunWithItsCause() throws IOException {
        byte[] nonsense = "nonsense".getBytes(StandardCharsets.US_ASCII);
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        server.createContext(
                "/",
                exchange -> {
                    exchange.sendResponseHeaders(200, nonsense.length);
                    exchange.getResponseBody().write(nonsense);
                    exchange.close();
                });
        server.start();
        Schedule schedule = Schedule.of(new long[] {0, 1_000_000}, new long[] {10, 10});
        try (LoadGenerator generator = new LoadGenerator(server.getAddress().getPort())) {
            assertThatThrownBy(() -> generator.drive(schedule, System.nanoTime()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasCauseInstanceOf(NumberFormatException.class);
        }
        server.stop(0);
    }

    @Test
    void aPlaceIsToldToTheProcess() {
        assertThat(new Place(3, 20003, 4).arguments(Instant.ofEpochMilli(8000)))
                .containsExactly("3", "20003", "4", "8000");
    }
}
