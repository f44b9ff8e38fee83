// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How long it took from when the newest readings could be read at their source until an order
 * reached the platform, as the fleet's ledger tells it. Readings can be read at the multiples of
 * their interval, since their delay is one. Every order counts, also one that no new reading
 * caused: what waited for a rate limit makes this longer, never shorter.
 */
final class SignalToAction {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final long INTERVAL_MILLIS = 15_000;

    private SignalToAction() {}

    /**
     * Of the orders from one time of the fleet until before another.
     *
     * @param ledger its lines
     * @throws JsonProcessingException if one of them is no JSON
     */
    static Durations of(List<String> ledger, Duration from, Duration to)
            throws JsonProcessingException {
        List<Duration> waits = new ArrayList<>();
        for (String line : ledger) {
            Instant at = Instant.parse(MAPPER.readTree(line).path("at").asText());
            Duration since = sinceStart(at);
            if (since.compareTo(from) >= 0 && since.compareTo(to) < 0) {
                waits.add(Duration.ofMillis(at.toEpochMilli() % INTERVAL_MILLIS));
            }
        }
        return Durations.of(waits);
    }

    /** A fleet begins at midnight. */
    private static Duration sinceStart(Instant at) {
        return Duration.ofMillis(at.toEpochMilli() % Duration.ofDays(1).toMillis());
    }
}
