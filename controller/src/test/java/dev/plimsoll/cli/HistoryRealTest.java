// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plimsoll.server.fleet.RecordedWeek;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A week of the embedded fleet in a real store, judged, beside the simulator's own truth. */
@Tag("cluster")
@Timeout(600)
class HistoryRealTest {
    private static final Instant END = Instant.now().truncatedTo(ChronoUnit.DAYS);

    @TempDir private Path folder;

    @Test
    void aWeekOfTheFleetIsReproduced() {
        RecordedWeek week = new RecordedWeek();
        Instant start = END.minus(Duration.ofDays(RecordedWeek.DAYS));
        Duration shift = Duration.between(week.start(), start);
        try (VictoriaStore store = new VictoriaStore(folder)) {
            week.play((at, metrics) -> store.add(RecordedWeek.timed(metrics, at.plus(shift))));
            store.flush();
            long begun = System.nanoTime();
            Terminal t =
                    judged(store, "--latency", tail(), "--mean-latency", mean(), "-o", "table");
            System.out.println(t.out() + t.err() + (System.nanoTime() - begun) / 1_000_000);
            t = judged(store, "--latency", tail(), "-o", "table", "--policy", "static");
            System.out.println(t.out() + t.err() + (System.nanoTime() - begun) / 1_000_000);
            JsonNode card = judged(store, "--mean-latency", mean(), "-o", "json").json();
            long judged =
                    Duration.between(start, Instant.parse(card.get("judgedFrom").asText()))
                            .toSeconds();
            System.out.println(card.get("reproduction") + "\n" + card.get("start"));
            System.out.println(
                    "truth V=" + week.violationsFrom(judged) + " H=" + week.hoursFrom(judged));
        }
    }

    private static String tail() {
        return "histogram_quantile(0.95, sum by (le)"
                + " (rate(plimsoll_fleet_request_duration_seconds_bucket[1m])))";
    }

    private static String mean() {
        return "sum(rate(plimsoll_fleet_request_duration_seconds_sum[1m])) /"
                + " sum(rate(plimsoll_fleet_request_duration_seconds_count[1m]))";
    }

    private static Terminal judged(VictoriaStore store, String... more) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "backtest",
                                "--prometheus",
                                store.url(),
                                "--days",
                                "7",
                                "--until",
                                END.toString(),
                                "--demand",
                                "sum(rate(plimsoll_fleet_requests_total[1m]))",
                                "--replicas",
                                "avg_over_time(plimsoll_fleet_replicas_ready[1m])",
                                "--desired",
                                "avg_over_time(plimsoll_fleet_replicas_desired[1m])",
                                "--cpu",
                                "avg_over_time(plimsoll_fleet_busy_ratio[1m])"));
        arguments.addAll(List.of(more));
        return Terminal.run(arguments.toArray(String[]::new));
    }
}
