// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.policies;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plimsoll.bench.SchemaCheck;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PoliciesOutputTest {
    private static final Findings FINDINGS =
            new Findings(
                    Examples.INQUIRY,
                    List.of(
                            Examples.runs("web_wc98_a", 1.2),
                            Examples.runs("web_ms_ingress1", 1.8),
                            Examples.runs("cpu_x", 1.4)),
                    List.of(new LeftOut("web_bad", "web_bad.csv:3: value 'x': mend it")));

    private static JsonNode json() throws IOException {
        return new ObjectMapper().readTree(PoliciesJson.render(FINDINGS));
    }

    @Test
    void jsonHasEveryCaseAndTheSummary() throws IOException {
        JsonNode root = json();

        assertThat(root.get("schema").asText()).isEqualTo("plimsoll.dev/policies/v1");
        assertThat(root.at("/settings/lead-time").asText()).isEqualTo("40s,3m");
        assertThat(root.at("/settings/slo").asText()).isEqualTo("p95=250ms,p95=10000ms");
        assertThat(root.at("/settings/violation-cost").asText()).isEqualTo("10,100,1000");
        assertThat(root.at("/settings/policy").asText()).isEqualTo("predictive");
        assertThat(root.get("cases")).hasSize(9);
        JsonNode held = root.at("/cases/0");
        assertThat(held.get("trace").asText()).isEqualTo("web_wc98_a");
        assertThat(held.get("heldBack").asBoolean()).isTrue();
        assertThat(held.get("kappa").asInt()).isEqualTo(10);
        assertThat(held.get("leadTimeSeconds").asDouble()).isEqualTo(40);
        assertThat(held.get("replicaHours").asDouble()).isEqualTo(120);
        assertThat(held.get("relativeHours").asDouble()).isEqualTo(1.2);
        assertThat(held.get("bestPeer").asText()).isEqualTo("hpa:stabilization=300s:target=60");
        assertThat(held.has("reason")).isFalse();
        assertThat(root.at("/cases/3/reason").asText()).startsWith("J is 0.400 above that of hpa:");
        assertThat(root.at("/summary/peers").findValuesAsText("peer"))
                .containsExactly("hpa", "keda", "kpa", "static");
        assertThat(root.at("/leftOut/0/what").asText()).isEqualTo("web_bad");
        assertThat(root.at("/summary/indexHeldBack").asDouble()).isBetween(0.4999, 0.5001);
        assertThat(root.at("/summary/policies/0/groups/0/largest/trace").asText())
                .isEqualTo("web_ms_ingress1");
    }

    @Test
    void jsonIsAsItsSchemaSays() throws IOException {
        JsonNode json = json();

        assertThat(SchemaCheck.of("policies-v1").problems(json)).isEmpty();
        ((ObjectNode) json.at("/cases/1")).remove("index");
        ((ObjectNode) json.at("/summary/policies/0/groups/2/largest")).remove("kappa");
        assertThat(SchemaCheck.of("policies-v1").problems(json))
                .containsExactly(
                        "/cases/1 has no index",
                        "/summary/policies/0/groups/2/largest has no kappa");
    }

    @Test
    void theTableHasGroupsCasesReasonsAndWhatIsLeftOut() {
        assertThat(PoliciesReport.text(FINDINGS))
                .contains("predictive: index, geometric means\n")
                .containsPattern(
                        "judged +6 +1\\.000 +1\\.600 +1\\.000 +50\\.0 % +2\\.000"
                                + " +web_ms_ingress1, 40s, rough, kappa 10\n")
                .containsPattern("held back +3 +0\\.500 ")
                .containsPattern(
                        "web_wc98_a \\(held back\\) +40s +rough +0\\.500 / 0\\.500 / 0\\.500"
                            + " +0\\.0000 / 0\\.0000 / 0\\.0000 +1\\.200 / 1\\.200 / 1\\.200 +hpa:")
                .contains("- predictive on web_ms_ingress1, 40s, rough, kappa 10, 2.000: J is ")
                .containsPattern(
                        "keda +2\\.000 +2\\.000 +2\\.000 +keda:stabilization=300s:target=70\n")
                .contains("Left out:\n- web_bad: web_bad.csv:3: value 'x': mend it\n");
    }

    @Test
    void withoutACaseAboveOneItSaysSo() {
        Findings good = new Findings(Examples.INQUIRY, List.of(Examples.runs("web_a")), List.of());

        assertThat(PoliciesReport.text(good))
                .contains("No case is above 1.\n")
                .doesNotContain("Left out");
    }

    @Test
    void markdownHasTheSameTables() {
        assertThat(PoliciesReport.markdown(FINDINGS))
                .contains("### predictive: index, geometric means\n\n| cases at prices | pairs |")
                .contains("| held back | 3 | 0.500 |")
                .contains("### predictive: case by case, at kappa 10 / 100 / 1000\n");
    }

    @Test
    void thePictureHasAPanelForEachClassWithEveryPeerAndPrice() {
        String svg = FrontsPicture.svg(FINDINGS);

        assertThat(svg)
                .startsWith("<svg ")
                .contains(">Violations against replica-hours</text>")
                .contains(">web (2), lead time 40s, rough demand</text>")
                .contains(">cpu (1), lead time 40s, rough demand</text>")
                .contains(">hpa</text>", ">keda</text>", ">kpa</text>", ">static</text>")
                .contains(">predictive</text>", ">κ 10</text>", ">κ 1000</text>")
                .contains(">↑ requests violated</text>", ">replica-hours / oracle's →</text>")
                .contains(">≤ 0.0001 %</text>", ">100 %</text>");
    }

    @Test
    void whatIsDearerThanAPanelIsWideStandsAtItsEdgeWithItsHours() {
        Findings dear =
                new Findings(Examples.INQUIRY, List.of(Examples.runs("web_a", 9.5)), List.of());

        assertThat(FrontsPicture.svg(dear)).contains(">κ 10 at 9.5</text>");
    }
}
