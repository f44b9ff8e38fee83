// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plimsoll.bench.SchemaCheck;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class FidelityOutputTest {
    @Test
    void theTableMarksWhatIsOutside() {
        String table = FidelityTable.render(ExampleFindings.of(1.12, 20));
        assertThat(table)
                .contains(
                        "| 70 % | mean ms | 95.0 | 105.0 | 10.0 % | +25.0 % | 112.0 | +12.0 % |"
                                + " 10.0 % |")
                .contains("6 of 8 judged figures are inside");
        assertThat(table.lines().filter(line -> line.contains("**outside**"))).hasSize(2);
    }

    @Test
    void theTableSaysHowTheMeasurementWasMade() {
        assertThat(FidelityTable.render(ExampleFindings.of(1, 2)))
                .contains("takes 0.80 ms")
                .contains(
                        "Run 1: sent late by 0.10 ms on average, p99 0.50 ms, at most 9 ms; 7"
                                + " requests lost")
                .contains(
                        "[100, 110, 90, 100, 100, 100, 100, 100, 20], at most 10.0 % above an even"
                                + " share")
                .contains("slots woke late by 0.20 ms on average, p99 0.30 ms")
                .contains("HAProxy 2.6, Java 25, Linux 6.")
                .contains("and 3 standard deviations of chance")
                .contains("| balance roundrobin | 90 % | p95 ms | 200.0 | 300.0 | +50.0 % |")
                .contains("--minutes 2  --seed 3");
    }

    @Test
    void jsonHoldsEveryFigureAndEverySecond() throws JsonProcessingException {
        JsonNode root = new ObjectMapper().readTree(FidelityJson.render(ExampleFindings.of(1, 20)));
        assertThat(root.get("schema").asText()).isEqualTo("plimsoll.dev/fidelity/v1");
        assertThat(root.get("inside").asBoolean()).isTrue();
        assertThat(root.get("figures")).hasSize(11);
        assertThat(root.get("seconds")).hasSize(ExampleFindings.PROFILE.seconds());
        assertThat(root.at("/seconds/0/measured/1/meanMs").asDouble()).isEqualTo(525);
        assertThat(root.at("/figures/0/measured")).hasSize(2);
        assertThat(root.at("/figures/0/allowed").asDouble()).isEqualTo(0.1);
        assertThat(root.at("/runs/0/split/1").asInt()).isEqualTo(110);
    }

    @Test
    void jsonIsAsItsSchemaSays() throws IOException {
        JsonNode json = new ObjectMapper().readTree(FidelityJson.render(ExampleFindings.of(1, 20)));
        assertThat(SchemaCheck.of("fidelity-v1").problems(json)).isEmpty();
        ((ObjectNode) json.at("/runs/1")).remove("wokeLateP99Ms");
        ((ArrayNode) json.at("/seconds/3/measured")).remove(0);
        assertThat(SchemaCheck.of("fidelity-v1").problems(json))
                .containsExactly("/runs/1 has no wokeLateP99Ms", "/seconds/3/measured has 1 items");
    }

    @Test
    void whatIsNotJudgedHasNoVerdict() throws JsonProcessingException {
        JsonNode root = new ObjectMapper().readTree(FidelityJson.render(ExampleFindings.of(1, 20)));
        var shown =
                StreamSupport.stream(root.get("figures").spliterator(), false)
                        .filter(figure -> !figure.has("inside"))
                        .map(figure -> figure.get("figure").asText());
        assertThat(shown).containsOnly("p99Ms").hasSize(3);
    }

    @Test
    void thePictureHasAPointForEverySecondOfEveryRun() throws Exception {
        String svg = FidelityPicture.render(ExampleFindings.comparison(1, false));
        var document =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        var curves = document.getElementsByTagName("polyline");
        assertThat(curves.getLength()).isEqualTo(6);
        for (int curve = 0; curve < 6; curve++) {
            String points = ((Element) curves.item(curve)).getAttribute("points");
            assertThat(points.strip().split(" ")).hasSize(ExampleFindings.PROFILE.seconds());
        }
        assertThat(svg).contains(">70 %<", ">over<", ">after<");
    }

    @Test
    void anAxisMarksRoundValuesInsideThePanel() {
        Axis latency = Axis.logarithmic(54, 8000, 100, 300);
        assertThat(latency.marks())
                .containsExactly(50.0, 100.0, 200.0, 500.0, 1000.0, 2000.0, 5000.0, 10_000.0);
        assertThat(latency.y(50)).isEqualTo(400);
        assertThat(latency.y(16_000)).isEqualTo(100);
        Axis requests = Axis.linear(5000, 0, 100);
        assertThat(requests.marks()).startsWith(0.0, 1000.0).hasSize(6);
        assertThat(requests.y(2875)).isEqualTo(50);
    }
}
