// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PastBacktestTest {
    private static final String UNTIL = "2026-01-07T00:00:20Z";
    private static final double MIDDLE = Instant.parse("2026-01-06T00:00:00Z").getEpochSecond();

    @TempDir private Path folder;
    private final FakeStore store = new FakeStore();

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void saysWhatWasLearnedHowFarItHoldsAndWhatEachPolicyWouldHaveBrought() {
        Terminal terminal = judge("--cpu", "cpu", "--latency", "tail", "--desired", "desired");

        assertThat(terminal.err()).isEmpty();
        assertThat(terminal.code()).isZero();
        List<String> lines = terminal.out().lines().toList();
        assertThat(lines.get(0)).startsWith("Judged are 1.4 days from 2026-01-05T14:");
        assertThat(lines.get(1))
                .isEqualTo(
                        "A replica carries 65.2 requests/s at p95=250ms: a request takes 50.0 ms"
                                + " (seen), 4 at once (seen).");
        assertThat(lines.get(2)).startsWith("A replica takes 40 s to start (assumed: ");
        assertThat(lines.get(3)).startsWith("What was seen is reproduced with an error of 0.");
        assertThat(terminal.out())
                .containsPattern("history +violated +slow +p99 ms +hours +cost +saved")
                .containsPattern("recorded +0\\.000% .* - +\\d")
                .containsPattern("static +0\\.000% .* -\\d")
                .containsPattern("tail latency +\\d+ ms +\\d+ ms +0\\.\\d%");
        assertThat(lines.getLast())
                .startsWith("Settings: --step 5s")
                .contains("--interpolation hold", "--concurrency 4", "--service-time 50ms")
                .doesNotContain("--peak-replicas");
    }

    @Test
    void printsJsonAsTheSchemaSays() {
        JsonNode card = judge("--cpu", "cpu", "--mean-latency", "mean", "-o", "json").json();

        assertThat(SchemaCheck.problems(SchemaCheck.schema("history-v1"), card)).isEmpty();
        assertThat(card.at("/reproduction/trusted").asBoolean()).isTrue();
        assertThat(card.at("/service/serviceSeconds").asDouble()).isCloseTo(0.05, within(0.0005));
        assertThat(card.at("/runs/0/policy").asText()).isEqualTo("static");
        assertThat(card.at("/recorded/policy").asText()).isEqualTo("recorded");
        assertThat(card.at("/recorded/cost").asDouble())
                .isCloseTo(card.at("/recorded/replicaHours").asDouble(), within(1e-9));
    }

    @Test
    void aPastThatChangedIsNotTrusted() {
        store.put("cpu", at -> FakeStore.busy(at) * (at < MIDDLE ? 1 : 1.6));

        Terminal terminal = judge("--cpu", "cpu", "-o", "json");

        assertThat(terminal.code()).isEqualTo(1);
        assertThat(terminal.err())
                .contains("plimsoll: not to be trusted: busy share is off by ")
                .contains("a request keeps a replica busy for 1.00 to 1.60 times as long");
        JsonNode card = terminal.json();
        assertThat(SchemaCheck.problems(SchemaCheck.schema("history-v1"), card)).isEmpty();
        assertThat(card.at("/reproduction/trusted").asBoolean()).isFalse();
        assertThat(card.at("/service/slots").asText()).isEqualTo("assumed");
        assertThat(judge("--cpu", "cpu").out()).contains("NOT TO BE TRUSTED, at most 15% are");
    }

    @Test
    void aQuantileIsComparedThroughTheBucketsThatItWasReadFrom() {
        String quantile = "histogram_quantile(0.95, buckets)";

        JsonNode card = judge("--cpu", "cpu", "--latency", quantile, "-o", "json").json();

        assertThat(card.at("/service/concurrency").asInt()).isEqualTo(4);
        assertThat(card.at("/reproduction/error").asDouble()).isLessThan(0.02);
    }

    @Test
    void thePageShowsWhatReallyRan() {
        Terminal terminal = judge("--cpu", "cpu", "--latency", "tail", "-o", "html");

        assertThat(terminal.code()).isZero();
        assertThat(terminal.out())
                .contains("\"policy\":\"recorded\"", "\"policy\":\"static\"")
                .contains("What was seen is reproduced with an error of");
    }

    @Test
    void withoutBusyShareAndLatencyNothingIsJudged() {
        Terminal terminal = judge();

        assertThat(terminal.code()).isEqualTo(1);
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err())
                .startsWith("plimsoll: nothing can be judged: in the leading part neither busy");
    }

    @Test
    void whatAPersonSaysStandsInForIt() {
        JsonNode card = judge("--service-time", "50ms", "--lead-time", "90s", "-o", "json").json();

        assertThat(card.at("/service/rate").asText()).isEqualTo("given");
        assertThat(card.at("/start/origin").asText()).isEqualTo("given");
        assertThat(card.at("/settings/lead-time").asText()).isEqualTo("90s");
        assertThat(card.at("/reproduction/trusted").asBoolean()).isFalse();
    }

    @Test
    void sendsTheToken() throws IOException {
        Path token = Files.writeString(folder.resolve("token"), "secret\n");

        judge("--bearer-token-file", token.toString());

        assertThat(store.tokens()).isNotEmpty().containsOnly("Bearer secret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--cpu|nothing|--cpu: query 'nothing': there is nothing from 2026-01-05T00:00:00Z",
                "--cpu|two|--cpu: query 'two': there are 2 series; make them one",
                "--cpu|demand|--cpu: query 'demand': there is a busy share of 900; give a share",
                "--latency|histogram_quantile(0.99, buckets)|there is nothing from",
                "--resolution|1s|--resolution: duration '1s': give whole seconds, from --step (5 s)"
                        + " to 1h",
                "--until|now|--until: instant 'now': give an instant like",
                "--days|0|--days: number '0': give 1 to 60",
                "--ca-file|/no/such.pem|--ca-file: file '/no/such.pem': cannot be read",
                "--tune||option '--tune': is of traces: leave it out, or --prometheus",
                "--peak-replicas|5|option '--peak-replicas': is of traces",
                "--replica-capacity|5/s|option '--replica-capacity': is of traces",
                "--plans|x|option '--plans': is of traces",
                "web.csv||TRACE.csv: file 'web.csv': give traces or --prometheus, not both"
            })
    void refusesInALine(String option, String value, String problem) {
        Terminal terminal = value == null ? judge(option) : judge(option, value);

        assertThat(terminal.code()).isEqualTo(2);
        assertThat(terminal.err()).startsWith("plimsoll: ").contains(problem).hasLineCount(1);
    }

    @Test
    void aQuantileMustBeThatOfTheObjective() {
        store.put("histogram_quantile(0.99, buckets)", _ -> 0.2);

        assertThat(judge("--latency", "histogram_quantile(0.99, buckets)").err())
                .contains("asks for another quantile than --slo, which is of 0.95");
    }

    @Test
    void whatTheServerSaysIsToldWithTheOption() {
        store.refuse("parse error");

        assertThat(judge().err())
                .startsWith("plimsoll: --demand: query 'demand': ")
                .contains("parse error");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ftp://web|--prometheus: URL 'ftp://web': give one like http://localhost:9090",
                "http://me:secret@web|--prometheus: URL 'http://***@web': give one like",
                "not a url|--prometheus: URL 'not a url'"
            })
    void refusesAnAddress(String url, String problem) {
        Terminal terminal =
                Terminal.run("backtest", "--prometheus", url, "--demand", "d", "--replicas", "r");

        assertThat(terminal.code()).isEqualTo(2);
        assertThat(terminal.err()).contains(problem).doesNotContain("secret");
    }

    @Test
    void demandAndReplicasAreNeeded() {
        assertThat(Terminal.run("backtest", "--prometheus", store.url(), "--demand", "d").err())
                .contains("option '--replicas': is missing");
        assertThat(Terminal.run("backtest", "--prometheus", store.url()).err())
                .contains("option '--demand': is missing");
    }

    @Test
    void aServerThatIsGoneIsNamedWithTheOptionThatNamesAnother() {
        String url = store.url();
        store.close();
        assertThat(judge().err())
                .isEqualTo(
                        "plimsoll: --demand: query 'demand': the server at %s cannot be reached: nobody listens there, or no way leads there; --prometheus names another%n"
                                .formatted(url));
    }

    @Test
    void aPastNeedsAServer() {
        assertThat(Terminal.run("backtest", "--cpu", "x", "web.csv").err())
                .contains("option '--cpu': goes with --prometheus URL, which is missing");
    }

    private Terminal judge(String... more) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "backtest",
                                "--prometheus",
                                store.url(),
                                "--days",
                                "2",
                                "--until",
                                UNTIL,
                                "--demand",
                                "demand",
                                "--replicas",
                                "replicas",
                                "--policy",
                                "static"));
        List<String> given = List.of(more);
        for (String overridden : List.of("--days", "--until")) {
            if (given.contains(overridden)) {
                int at = arguments.indexOf(overridden);
                arguments.subList(at, at + 2).clear();
            }
        }
        arguments.addAll(given);
        return Terminal.run(arguments.toArray(String[]::new));
    }
}
