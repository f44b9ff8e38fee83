// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.plimsoll.bench.fidelity.SlotServer.Place;
import java.io.IOException;
import java.time.Duration;
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

    @Test
    void aPlaceIsToldToTheProcess() {
        assertThat(new Place(3, 20003, 4).arguments(Duration.ofSeconds(8)))
                .containsExactly("3", "20003", "4", "8000");
    }
}
