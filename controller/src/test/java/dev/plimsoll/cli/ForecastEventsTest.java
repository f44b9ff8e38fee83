// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code plimsoll forecast --events}. */
class ForecastEventsTest {
    private static final int SAMPLES = 3 * 96 + 38;

    @TempDir private Path folder;

    /** Quarters of an hour of steady demand, doubled from 10 to 12 o'clock of two days. */
    private Path trace() throws IOException {
        StringBuilder text = new StringBuilder("timestamp_s,value\n");
        for (int i = 0; i < SAMPLES; i++) {
            boolean sale = i / 96 != 2 && i % 96 >= 40 && i % 96 < 48;
            text.append(900 * i).append(',').append((sale ? 200 : 100) + i % 3).append('\n');
        }
        return Files.writeString(folder.resolve("shop.csv"), text);
    }

    private Path events(String step) throws IOException {
        return Files.writeString(
                folder.resolve("events.csv"),
                """
                name,start,duration
                sale,2026-01-05T10:00:00Z,2h
                sale,2026-01-06T10:00:00Z,2h
                sale,2026-01-08T10:00:00Z,%s
                """
                        .formatted(step));
    }

    private static JsonNode forecast(Path trace, String... more) {
        String[] arguments = new String[more.length + 6];
        System.arraycopy(
                new String[] {"forecast", trace.toString(), "--horizon", "2h", "-o", "json"},
                0,
                arguments,
                0,
                6);
        System.arraycopy(more, 0, arguments, 6, more.length);
        return Terminal.json(Terminal.succeed(arguments).out());
    }

    @Test
    void anEventToComeLiftsTheForecastAsThoseOfItsNameDid() throws IOException {
        Path trace = trace();
        JsonNode plain = forecast(trace);
        JsonNode told = forecast(trace, "--events", events("2h").toString());
        assertThat(told.get("model").asText()).isEqualTo("ensemble+events");
        assertThat(told.at("/models/0/name").asText()).isNotEqualTo("ensemble+events");
        double before = told.at("/forecast/0/q50").asDouble();
        double during = told.at("/forecast/4/q50").asDouble();
        assertThat(during / before).isBetween(1.6, 2.2);
        assertThat(plain.at("/forecast/4/q50").asDouble()).isLessThan(0.8 * during);
    }

    @Test
    void aBadFileIsRefusedWithItsLine() throws IOException {
        Terminal result =
                Terminal.run("forecast", trace().toString(), "--events", events("0s").toString());
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("events.csv:4", "duration", "0s");
    }
}
