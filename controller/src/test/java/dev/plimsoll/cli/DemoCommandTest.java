// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class DemoCommandTest {
    @Test
    void endsWithASummaryThatComparesWithHpa() {
        Terminal terminal =
                Terminal.succeed("demo", "--headless", "--speed", "1000000", "--for", "2s");

        List<String> lines = terminal.out().lines().toList();
        assertThat(lines.getFirst())
                .isEqualTo(
                        "A day with two peaks, an outage of metrics, a flash crowd and a rolling"
                                + " update. A day of history comes before it.");
        assertThat(lines.get(1)).startsWith("SLO p95=250ms; a new replica takes about 40 s.");
        assertThat(lines.get(3))
                .matches("time +demand +req/s +replicas +busy +p95 ms +last decision, and why");
        assertThat(lines.get(4)).startsWith("00:00 ");
        assertThat(lines)
                .containsOnlyOnce("10:20  ── metrics go wrong: zero", "11:00  ── that is over")
                .containsOnlyOnce("22:30  ── a rolling update replaces every replica")
                .anyMatch(line -> line.startsWith("10:40") && line.contains("held at"));
        assertSummary(lines);
    }

    @Test
    void stopsWhenItIsToldTo() throws InterruptedException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        DemoDay day = new DemoDay(out, 1);
        CountDownLatch stop = new CountDownLatch(1);
        stop.countDown();

        day.play(720, Duration.ofDays(1), stop);
        day.summarise();

        List<String> lines = bytes.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(5 + 6);
        assertSummary(lines);
    }

    private static void assertSummary(List<String> lines) {
        List<String> summary = lines.subList(lines.size() - 4, lines.size());
        assertThat(summary.get(0)).isEmpty();
        assertThat(summary.get(1))
                .matches(" +violated +replica-hours +changes +scale-ins on readings .*");
        assertThat(summary.get(2)).matches("predictive +\\d+\\.\\d{3}% +\\d+\\.\\d +\\d+ +\\d+");
        assertThat(summary.get(3)).matches("hpa at 60 % +\\d+\\.\\d{3}% +\\d+\\.\\d +\\d+ +\\d+");
    }
}
