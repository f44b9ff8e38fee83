// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.config.Source;
import dev.plimsoll.sim.scenario.Demand;
import dev.plimsoll.sim.scenario.Event;
import dev.plimsoll.sim.scenario.Gallery;
import dev.plimsoll.sim.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class BuiltInScenariosTest {
    @SuppressWarnings("unused") // by the name of the source below
    private static final List<String> NAMES = Gallery.NAMES;

    @ParameterizedTest
    @FieldSource("NAMES")
    void isWhatItsNameSays(String name) {
        Scenario scenario = scenario(name);

        assertThat(scenario.name()).isEqualTo(name);
        assertThat(scenario.seconds()).isBetween(3600L, 2 * 86_400L);
        assertThat(scenario.warmUpSeconds()).isBetween(600L, scenario.seconds() / 2);
        assertThat(scenario.service().stepSeconds()).isEqualTo(5);
        assertThat(scenario.demand().roughness()).isBetween(0.05, 0.1);
        assertThat(scenario.observation().noise()).isTrue();
        assertThat(scenario.policies())
                .contains("static", "threshold", "hpa", "reactive", "predictive");
    }

    /** What the peak needs may be had, and little is not needed at all. */
    @ParameterizedTest
    @FieldSource("NAMES")
    void hasRoomForItsPeak(String name) {
        Scenario scenario = scenario(name);
        double peak =
                scenario.demand().points().stream().mapToDouble(Demand.Point::rate).max().orElse(0);
        double need = peak / scenario.service().demandPerReplica();

        assertThat(need).isGreaterThan(2.0 * scenario.workload().limits().min());
        assertThat(need * 1.2)
                .isLessThan(scenario.workload().limits().max())
                .isLessThan(scenario.pool().quota())
                .isLessThan(scenario.pool().left().holds(scenario.workload().request()));
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void beginsWithWhatItShowsAndWhatToLookFor(String name) {
        assertThat(Gallery.text(name))
                .startsWith("# SPDX-License-Identifier: Apache-2.0\n#\n# ")
                .contains("\n# Look for: ")
                .endsWith("\n")
                .doesNotContain("\t", "\r");
        assertThat(Gallery.text(name).lines()).allMatch(line -> line.length() <= 100);
        assertThat(scenario(name).description()).contains(". ").endsWith(".");
    }

    @Test
    void everyFileIsListed() throws IOException {
        Path folder = Path.of("../simulator/src/main/resources/dev/plimsoll/sim/scenario");

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(Path::getFileName).map(Path::toString))
                    .filteredOn(name -> name.endsWith(".yaml"))
                    .map(name -> name.replace(".yaml", ""))
                    .containsExactlyInAnyOrderElementsOf(Gallery.NAMES);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zero", "frozen", "half", "late"})
    void outagesDifferInNothingButHowMetricsFail(String how) {
        String other = Gallery.text("outage-of-metrics-" + how);

        assertThat(spec(other.replace("how: " + how, "how: absent")))
                .isEqualTo(spec(Gallery.text("outage-of-metrics")));
        assertThat(scenario("outage-of-metrics-" + how).events())
                .singleElement()
                .isInstanceOfSatisfying(
                        Event.MetricsOutage.class,
                        outage -> assertThat(outage.kind().name()).isEqualToIgnoringCase(how));
    }

    @Test
    void refusesAFileThatIsNotThere() {
        assertThatThrownBy(() -> Gallery.text("../scenario/smooth"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("scenario ../scenario/smooth is not built in");
    }

    private static Scenario scenario(String name) {
        return ScenarioReader.read(new Source(name + ".yaml", Gallery.text(name)));
    }

    private static String spec(String text) {
        return text.substring(text.indexOf("  duration:"));
    }
}
