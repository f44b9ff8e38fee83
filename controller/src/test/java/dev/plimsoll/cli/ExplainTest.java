// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.plimsoll.control.Assessment;
import dev.plimsoll.control.DecisionRecord;
import dev.plimsoll.control.Entries;
import dev.plimsoll.control.Explanation;
import dev.plimsoll.control.WorkloadKnowledge;
import dev.plimsoll.guard.Guard;
import dev.plimsoll.model.Consent;
import dev.plimsoll.model.Mode;
import dev.plimsoll.model.Workload;
import dev.plimsoll.model.Workloads;
import dev.plimsoll.plan.StaticPolicy;
import dev.plimsoll.sim.backtest.Aftermath;
import dev.plimsoll.sim.backtest.Explained;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code simulate … --explain}: one decision, why it was made, and what came of it. */
class ExplainTest {
    @Test
    void answersInSentences() {
        String answer =
                Terminal.succeed(
                                "simulate",
                                "outage-of-metrics",
                                "--policy",
                                "threshold",
                                "--explain",
                                "00:45")
                        .out();

        assertThat(answer)
                .startsWith("00:45:00\n")
                .contains("seen ", "wanted ", "proposed ", "verdict ", "what came of it ")
                .contains("too old to take anything away")
                .contains("the deciding readings are not fresh");
    }

    @Test
    void answersInJson() {
        JsonNode answer =
                Terminal.succeed("simulate", "flash-crowd", "--explain", "01:01:30", "-o", "json")
                        .json();

        assertThat(answer.get("schema").asText()).isEqualTo("plimsoll.dev/explain/v1");
        assertThat(answer.get("policy").asText()).isEqualTo("predictive");
        assertThat(answer.get("at").asText()).isEqualTo("2026-01-05T01:01:30Z");
        assertThat(answer.get("readings").get("DEMAND").get("quality").asText()).isEqualTo("fresh");
        assertThat(answer.get("wanted").get("replicas").asInt())
                .isGreaterThan(answer.get("current").asInt());
        assertThat(answer.get("verdict").asText()).isEqualTo("approved");
        assertThat(answer.get("outcome").get("readyAfterSeconds").asLong()).isPositive();
        assertThat(answer.get("sentences")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ACT, awaitingApproval", "ADVISE, awaitingApproval", "OBSERVE, withheld"})
    void saysWhatIsWithheldInJson(Mode mode, String verdict) throws IOException {
        Workload asking = Workloads.web().with(new Consent(mode, 0.3));
        var knowledge = new WorkloadKnowledge(asking, new StaticPolicy(7));
        Assessment seen = knowledge.observe(Entries.observed(Entries.WEB, 0));
        DecisionRecord decision = knowledge.decide(seen, new Guard());
        var aftermath = new Aftermath(Optional.empty(), 0, 0, Duration.ZERO);
        String json =
                ExplainReport.json(new Explained(decision, Explanation.of(decision), aftermath));

        assertThat(new ObjectMapper().readTree(json).get("verdict").asText()).isEqualTo(verdict);
        assertThat(SchemaCheck.schema("explain-v1").at("/properties/verdict/enum"))
                .contains(new TextNode(verdict));
    }

    /** The seconds of a tick lie between cycles: what was decided last is explained. */
    @Test
    void betweenDecisionsTheLastOneIsMeant() {
        String at = explainedAt("00:50:07");

        assertThat(at).isEqualTo(explainedAt("00:50:00")).startsWith("00:50:00");
    }

    @ParameterizedTest
    @CsvSource({"simulate --explain 00:50", "simulate smooth --explain 00:50 -o html"})
    void refusesWhatCannotBeExplained(String command) {
        Terminal terminal = Terminal.run(command.split(" "));

        assertThat(terminal.code()).isEqualTo(2);
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err()).startsWith("plimsoll: --explain ");
    }

    @Test
    void theOracleGivesNoReasonsEither() {
        assertThat(
                        Terminal.run(
                                        "simulate",
                                        "smooth",
                                        "--policy",
                                        "oracle",
                                        "--explain",
                                        "00:50")
                                .code())
                .isEqualTo(1);
    }

    @Test
    void aPeerGivesNoReasons() {
        Terminal terminal =
                Terminal.run("simulate", "smooth", "--policy", "hpa", "--explain", "00:50");

        assertThat(terminal.code()).isEqualTo(1);
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err())
                .isEqualTo("plimsoll: hpa gives no reasons: only policies behind the guard do\n");
    }

    @ParameterizedTest
    @CsvSource({"8, write hours and minutes", "00:61, write hours", "99:00, the scenario lasts"})
    void refusesATimeThatIsNone(String time, String mend) {
        Terminal terminal = Terminal.run("simulate", "smooth", "--explain", time);

        assertThat(terminal.code()).isEqualTo(2);
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err()).startsWith("plimsoll: --explain: time '" + time + "': " + mend);
    }

    private static String explainedAt(String time) {
        return Terminal.succeed("simulate", "smooth", "--policy", "reactive", "--explain", time)
                .out();
    }
}
