// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plimsoll.server.fleet.RecordedWeek;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A week of the embedded fleet in a real store, judged, beside the simulator's own truth. */
@Tag("cluster")
@Timeout(600)
class HistoryRealTest {
    private static final Instant END = Instant.now().truncatedTo(ChronoUnit.DAYS);
    private static final Instant START = END.minus(Duration.ofDays(RecordedWeek.DAYS));
    private static final String PREFIX = "plimsoll_fleet_";

    /** The mean start: the median times e to half the variance, and half a step until it counts. */
    private static final double START_SECONDS = 60 * 1.032 + 2.5;

    @TempDir private Path folder;

    @Test
    void aWeekOfTheFleetIsReproduced() {
        RecordedWeek week = new RecordedWeek();
        Duration shift = Duration.between(week.start(), START);
        try (VictoriaStore store = new VictoriaStore(folder)) {
            week.play((at, metrics) -> store.add(RecordedWeek.timed(metrics, at.plus(shift))));
            store.flush();

            Terminal terminal = judged(store);

            assertThat(terminal.err()).isEmpty();
            assertThat(terminal.code()).isZero();
            JsonNode card = terminal.json();
            assertThat(card.at("/reproduction/error").asDouble()).isLessThan(0.15);
            assertThat(card.at("/service/serviceSeconds").asDouble())
                    .isCloseTo(0.05, within(0.001));
            assertThat(card.at("/service/concurrency").asInt()).isEqualTo(4);
            // An order and its end are each seen at the next scrape, 15 s later at most.
            assertThat(card.at("/start/medianSeconds").asDouble())
                    .isCloseTo(START_SECONDS, within(15.0));
            assertTruth(card, week);
        }
    }

    /**
     * Hours are of the replicas that were there, but for those that were starting: they are exact
     * but for the lead time. Violations hang on what demand does within a minute, of which the mean
     * alone is seen: a load just below the edge hides steps above it. With a roughness of 5 % that
     * is a matter of a percent of the requests.
     */
    private static void assertTruth(JsonNode card, RecordedWeek week) {
        Instant from = Instant.parse(card.get("judgedFrom").asText());
        long second = Duration.between(START, from).toSeconds();
        double hours = card.at("/recorded/replicaHours").asDouble();
        double violations = card.at("/recorded/sloViolationRatio").asDouble();
        assertThat(hours / week.hoursFrom(second)).isCloseTo(1, within(0.01));
        assertThat(violations).isPositive().isCloseTo(week.violationsFrom(second), within(0.01));
    }

    private static Terminal judged(VictoriaStore store) {
        return Terminal.run(
                "backtest",
                "--prometheus",
                store.url(),
                "--days",
                "7",
                "--until",
                END.toString(),
                "--demand",
                "sum(rate(%srequests_total[1m]))".formatted(PREFIX),
                "--replicas",
                "avg_over_time(%sreplicas_ready[1m])".formatted(PREFIX),
                "--desired",
                "avg_over_time(%sreplicas_desired[1m])".formatted(PREFIX),
                "--cpu",
                "avg_over_time(%sbusy_ratio[1m])".formatted(PREFIX),
                "--latency",
                "histogram_quantile(0.95, sum by (le) (rate(%srequest_duration_seconds_bucket[1m])))"
                        .formatted(PREFIX),
                "--policy",
                "hpa,predictive",
                "-o",
                "json");
    }
}
