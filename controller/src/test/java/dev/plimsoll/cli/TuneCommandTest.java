// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TuneCommandTest {
    private static final List<String> QUICK = List.of("--interpolation=hold", "--peak-replicas=5");

    @TempDir private Path folder;

    @Test
    void printsFiguresAdviceAndWhatToPaste() {
        Terminal terminal = tune(TraceFile.brief(folder, "web"), "--price-per-hour=0.12");

        assertThat(terminal.err()).isEmpty();
        assertThat(terminal.code()).isZero();
        List<String> lines = terminal.out().lines().toList();
        assertThat(lines.getFirst())
                .matches(
                        "web, 0\\.3 hours scored +target +window +violated +hours +cost +hours/30d"
                                + " +cost/30d +regret");
        assertThat(lines.subList(2, 9))
                .extracting(line -> line.replaceFirst("  .*", ""))
                .containsExactly(
                        "hpa, as it comes",
                        "hpa, best in hindsight",
                        "hpa, chosen beforehand",
                        "keda, as it comes",
                        "keda, best in hindsight",
                        "keda, chosen beforehand",
                        "predictive");
        assertThat(lines.get(2)).matches(".* 60% +300s .*");
        String[] best = lines.get(3).replaceFirst(".*hindsight +", "").split("%? +", -1);
        assertThat(terminal.out())
                .contains(
                        "- Set HPA to a target of %s %%".formatted(best[0]),
                        "averageUtilization: %s ".formatted(best[0]),
                        "stabilizationWindowSeconds: %s\n".formatted(best[1].replace("s", "")),
                        "needs 5 replicas (--peak-replicas)",
                        "request in 1,000 violated costs 10 % of them (--violation-cost)");
    }

    @Test
    void printsJsonOfItsSchema() {
        JsonNode root =
                tune(
                                TraceFile.brief(folder, "web"),
                                "--price-per-hour=0.5",
                                "--violation-cost=10",
                                "-o=json")
                        .json();

        JsonNode schema = SchemaCheck.schema("tune-v1");
        JsonNode trace = root.get("traces").get(0);
        assertThat(SchemaCheck.problems(schema, root)).isEmpty();
        assertThat(SchemaCheck.problems(schema.at("/$defs/trace"), trace)).isEmpty();
        List<JsonNode> figures = new ArrayList<>(List.of(trace.get("predictive")));
        for (JsonNode peer : trace.get("peers")) {
            assertThat(SchemaCheck.problems(schema.at("/$defs/peer"), peer)).isEmpty();
            figures.addAll(List.of(peer.get("usual"), peer.get("best"), peer.get("foreseen")));
            assertThat(regret(peer, "best"))
                    .isLessThanOrEqualTo(regret(peer, "usual"))
                    .isLessThanOrEqualTo(regret(peer, "foreseen"));
        }
        double months = 30 * 86_400.0 / trace.get("scoredSeconds").asDouble();
        for (JsonNode each : figures) {
            assertThat(SchemaCheck.problems(schema.at("/$defs/figures"), each)).isEmpty();
            double hours = each.get("replicaHours").asDouble();
            assertThat(each.get("cost").asDouble()).isEqualTo(hours * 0.5);
            assertThat(each.get("replicaHoursIn30Days").asDouble() / months)
                    .isCloseTo(hours, within(1e-6));
        }
    }

    private static double regret(JsonNode peer, String setting) {
        return peer.get(setting).get("regret").asDouble();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    --policy=hpa       | --tune: option '--policy': leave it out: --tune tries HPA's and KEDA's settings, and predictive
                    --forecaster=svr   | --tune: option '--forecaster': leave it out: --tune tries HPA's and KEDA's settings, and predictive
                    --plans=plans      | --tune: option '--plans': leave it out: --tune tries HPA's and KEDA's settings, and predictive
                    -o=html            | --tune: form '-o html': use -o table or -o json
                    --violation-cost=0 | --violation-cost: cost '0.0': give a positive number, e.g. 100
                    """)
    void refusesWhatItDecidesItself(String option, String problem) {
        Terminal terminal = tune(TraceFile.brief(folder, "web"), option);

        assertThat(terminal.code()).isEqualTo(2);
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err().strip()).isEqualTo("plimsoll: " + problem);
    }

    @Test
    void advisesNothingWhereTheScoresSayLittle() {
        Terminal terminal =
                tune(TraceFile.write(folder.resolve("two.csv"), "timestamp_s,value\n0,5\n60,7\n"));

        assertThat(terminal.code()).isZero();
        assertThat(terminal.err()).contains("the scored part of two is 45s, shorter than ten lead");
        assertThat(terminal.out())
                .doesNotContain("Set HPA to", "apiVersion")
                .contains("- Nothing is advised: the scored part of two is 45s, shorter");
    }

    @Test
    void theAnswerIsNoWhereThereIsNothingToTuneOn() {
        Terminal unscored = tune(TraceFile.brief(folder, "web"), "--warm-up=0.9999");
        Terminal idle =
                Terminal.run(
                        "backtest", TraceFile.idle(folder), "--tune", "--replica-capacity=10/s");

        assertThat(unscored.code()).isEqualTo(1);
        assertThat(unscored.out()).isBlank();
        assertThat(unscored.err()).contains("plimsoll: no step of web was scored: ");
        assertThat(idle.code()).isEqualTo(1);
        assertThat(idle.out()).isBlank();
        assertThat(idle.err().strip())
                .isEqualTo(
                        "plimsoll: no request arrives in the scored part of idle: there is nothing"
                                + " to tune");
    }

    private static Terminal tune(String trace, String... options) {
        List<String> arguments = new ArrayList<>(List.of("backtest", trace, "--tune"));
        arguments.addAll(QUICK);
        arguments.addAll(List.of(options));
        return Terminal.run(arguments.toArray(String[]::new));
    }
}
