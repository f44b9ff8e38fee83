// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktestPageTest {
    static final Pattern DATA =
            Pattern.compile(
                    "<script type=\"application/json\" id=\"data\">(.*?)</script>", Pattern.DOTALL);
    static final Pattern FETCHED =
            Pattern.compile(
                    "(?i)<link|<iframe|<img|<base|\\bsrc\\s*=|\\bhref\\s*=|url\\s*\\(|@import"
                            + "|\\bfetch\\s*\\(|XMLHttpRequest|WebSocket|\\bimport\\s*\\(");

    private static final String[] POLICIES = {"--policy", "static,hpa"};

    @TempDir private Path folder;

    @Test
    void needsNothingFromTheNet() {
        String page = page(TraceFile.web(folder));

        assertThat(page)
                .startsWith("<!doctype html>")
                .endsWith("</html>\n" + System.lineSeparator());
        assertThat(page).doesNotContainPattern(FETCHED);
        assertThat(page).doesNotContain("/*PLOT", "/*STYLE*/", "/*DATA*/", "/*SCRIPT*/");
        assertThat(page).contains("uPlot");
    }

    /** How it looks is for eyes (make picture); these are the hooks that the script fills. */
    @Test
    void saysWhichPoliciesAreHiddenAndLabelsLatencyInItsUnit() {
        String page = page(TraceFile.brief(folder, "web"));

        assertThat(page)
                .contains("Click a name to hide or show\n      it<span id=\"hidden\"></span>.")
                .contains("getElementById(\"hidden\").textContent", "hidden at first")
                .contains("label: milliseconds", "objective's quantile (logarithmic)")
                .contains("addEventListener(\"resize\"");
    }

    @Test
    void carriesWhatItDraws() {
        JsonNode data =
                data(
                        page(
                                TraceFile.web(folder),
                                "--policy",
                                "static,hpa:grid",
                                "--interpolation",
                                "hold"));

        assertThat(data.get("schema").asText()).isEqualTo("plimsoll.dev/backtest-page/v1");
        assertThat(data.get("sloMs").asDouble()).isEqualTo(250);
        assertThat(data.get("settings").get("lead-time").asText()).isEqualTo("40s");
        JsonNode trace = data.get("traces").get(0);
        assertThat(trace.get("trace").asText()).isEqualTo("web");
        // 1429 steps of 5 s; the first scored one is 429, at 2145 s.
        assertThat(trace.get("start").asLong()).isEqualTo(1_767_571_200L + 2145);
        assertThat(trace.get("bucketSeconds").asLong()).isEqualTo(5);
        assertThat(trace.get("demand")).hasSize(1000);
        assertThat(trace.get("need")).hasSize(1000);
        assertThat(trace.get("runs").findValuesAsText("policy"))
                .containsExactly("static", "hpa:grid");
        for (JsonNode run : trace.get("runs")) {
            assertThat(run.get("supply")).hasSize(1000).allMatch(JsonNode::isNumber);
            assertThat(run.get("latencyMs")).hasSize(1000).allMatch(JsonNode::isNumber);
            assertThat(run.get("scores").get("sloViolationRatio").isNumber()).isTrue();
            assertThat(run.get("scores").get("regret100").isNumber()).isTrue();
        }
        assertThat(trace.get("runs").get(0).get("supply").get(0).asInt()).isEqualTo(50);
        assertThat(trace.get("runs").get(1).get("used").asText()).startsWith("hpa:stabilization=");
    }

    @Test
    void carriesTheGeometricMeansOfSeveralTraces() {
        String brief = TraceFile.brief(folder, "brief");

        JsonNode data = data(page(TraceFile.web(folder), brief));

        JsonNode means = data.get("means");
        assertThat(means.findValuesAsText("policy")).containsExactly("static", "hpa");
        for (int policy = 0; policy < 2; policy++) {
            double product =
                    regret100(data.get("traces").get(0), policy)
                            * regret100(data.get("traces").get(1), policy);
            assertThat(means.get(policy).get("regret100").asDouble())
                    .isCloseTo(Math.sqrt(product), within(1e-9));
        }
        assertThat(data(page(brief)).has("means")).isFalse();
    }

    private static double regret100(JsonNode trace, int policy) {
        return trace.get("runs").get(policy).get("scores").get("regret100").asDouble();
    }

    @Test
    void drawsTheWorstOfEachBucketOfALongTrace() {
        // 700 min are 8401 steps, of which 5880 are scored: three to a bucket.
        StringBuilder rows = new StringBuilder("timestamp_s,value\n");
        for (int minute = 0; minute <= 700; minute++) {
            rows.append(minute * 60).append(',').append(minute == 400 ? 10 : 1).append('\n');
        }
        String file = TraceFile.write(folder.resolve("long.csv"), rows.toString());

        JsonNode trace =
                data(page(file, "--peak-replicas", "10", "--interpolation", "linear"))
                        .get("traces")
                        .get(0);

        assertThat(trace.get("bucketSeconds").asLong()).isEqualTo(15);
        assertThat(trace.get("need")).hasSize(1960);
        assertThat(trace.get("need")).anyMatch(need -> need.asInt() == 10);
    }

    @Test
    void aGapOfTheTraceIsAGapInTheCharts() {
        String file = TraceFile.gap(folder, 90, 100);

        JsonNode trace = data(page(file, "--policy", "static,oracle")).get("traces").get(0);

        // Steps 1080 to 1199 of 5 s are unknown, and the first scored one is 429.
        assertGap(trace.get("demand"));
        assertGap(trace.get("need"));
        for (JsonNode run : trace.get("runs")) {
            assertGap(run.get("supply"));
            assertGap(run.get("latencyMs"));
        }
    }

    @Test
    void aGapWithinABucketIsLeftOutOfIt() {
        // 700 min in buckets of 15 s: the sample of 400:00 is known until 400:20.
        StringBuilder rows = new StringBuilder("timestamp_s,value\n");
        for (int sample = 0; sample <= 2100; sample++) {
            if (sample < 1201 || sample > 1211) {
                rows.append(sample * 20).append(",1\n");
            }
        }
        String file = TraceFile.write(folder.resolve("long.csv"), rows.toString());

        JsonNode trace = data(page(file, "--policy", "oracle")).get("traces").get(0);

        assertThat(trace.get("bucketSeconds").asLong()).isEqualTo(15);
        JsonNode supply = trace.get("runs").get(0).get("supply");
        assertThat(supply).filteredOn(JsonNode::isNull).hasSize(14);
        assertThat(supply).filteredOn(JsonNode::isNumber).allMatch(n -> n.asInt() == 50);
    }

    private static void assertGap(JsonNode values) {
        for (int i = 0; i < values.size(); i++) {
            boolean gap = i >= 1080 - 429 && i < 1200 - 429;
            assertThat(values.get(i).isNull()).as("bucket %d", i).isEqualTo(gap);
        }
    }

    @Test
    void noNameOfATraceCanEndTheScript() {
        String name = "<!--<script><b>&\"'$1";

        String page = page(TraceFile.web(folder, name));

        assertThat(page).doesNotContain("<b>", "<!--<");
        assertThat(data(page).get("traces").get(0).get("trace").asText()).isEqualTo(name);
    }

    @Test
    void canBeDrawnWithoutDemand() {
        JsonNode data = data(page(TraceFile.idle(folder), "--replica-capacity", "1"));

        JsonNode run = data.get("traces").get(0).get("runs").get(0);
        assertThat(run.get("scores").has("sloViolationRatio")).isFalse();
        assertThat(run.get("latencyMs")).hasSize(1000);
    }

    private static String page(String file, String... options) {
        String[] arguments = {"backtest", file, "-o", "html"};
        String[] policies = List.of(options).contains("--policy") ? new String[0] : POLICIES;
        Stream<String> all = Stream.of(arguments, policies, options).flatMap(Stream::of);
        return Terminal.succeed(all.toArray(String[]::new)).out();
    }

    private static JsonNode data(String page) {
        Matcher matcher = DATA.matcher(page);
        assertThat(matcher.find()).isTrue();
        return Terminal.json(matcher.group(1));
    }
}
