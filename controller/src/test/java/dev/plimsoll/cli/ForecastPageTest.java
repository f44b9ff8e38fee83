// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForecastPageTest {
    @TempDir private Path folder;

    @Test
    void needsNothingFromTheNet() {
        String page = page(TraceFile.web(folder));

        assertThat(page)
                .startsWith("<!doctype html>")
                .endsWith("</html>\n" + System.lineSeparator())
                .contains("<svg ", "</svg>", "<title>web: 120 samples of 1m</title>");
        assertThat(page).doesNotContainPattern(BacktestPageTest.FETCHED);
        assertThat(page).doesNotContain("/*STYLE*/", "/*CHART*/", "/*DATA*/", "/*SCRIPT*/");
    }

    @Test
    void carriesWhatTheTableSays() {
        JsonNode data = data(page(TraceFile.gap(folder, 90, 100)));

        assertThat(data.get("schema").asText()).isEqualTo("plimsoll.dev/forecast-page/v1");
        assertThat(data.get("subject").asText()).isEqualTo("gap: 110 samples of 1m, 10 missing");
        assertThat(data.get("symptoms").get(1).asText()).contains("10 samples missing");
        assertThat(data.get("models")).hasSizeGreaterThan(0);
        assertThat(data.get("scores").get("header").get(0).asText()).isEqualTo("model");
        assertThat(data.get("scores").get("rows")).hasSize(3 * 2);
        assertThat(data.get("note").asText()).isEqualTo("Every 2nd of 30 steps:");
        JsonNode forecast = data.get("forecasts").get(0);
        assertThat(forecast.get("origin").asText()).isEmpty();
        assertThat(forecast.get("rows")).hasSize(15);
        assertThat(forecast.get("rows").get(14).get(0).asText()).isEqualTo("2026-01-05T02:29:00Z");
    }

    @Test
    void showsTheForecastOfEveryOrigin() {
        String origins = TraceFile.write(folder.resolve("origins.txt"), "3600\n4800\n");

        JsonNode forecasts =
                data(page(TraceFile.web(folder), "--origins-at", origins)).get("forecasts");

        assertThat(forecasts.findValuesAsText("origin"))
                .containsExactly("From 2026-01-05T01:00:00Z", "From 2026-01-05T01:20:00Z");
    }

    @Test
    void noNameOfATraceCanEndTheScriptOrTheChart() {
        String name = "<!--<script><b>&\"'$1*";

        String page = page(TraceFile.web(folder, name));

        assertThat(page).doesNotContain("<b>", "<!--<");
        assertThat(page).contains("&lt;!--&lt;script&gt;&lt;b&gt;&amp;\"'$1&#42;: 120 samples");
        assertThat(data(page).get("title").asText()).isEqualTo("Forecast of " + name);
    }

    private static String page(String file, String... options) {
        Stream<String> all =
                Stream.concat(Stream.of("forecast", file, "-o=html"), Stream.of(options));
        return Terminal.succeed(all.toArray(String[]::new)).out();
    }

    private static JsonNode data(String page) {
        Matcher matcher = BacktestPageTest.DATA.matcher(page);
        assertThat(matcher.find()).isTrue();
        assertThat(List.of(page.split("</script>"))).hasSize(3);
        return Terminal.json(matcher.group(1));
    }
}
