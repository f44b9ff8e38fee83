// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.forecasts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.sim.workload.Trace;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CourseTest {
    @ParameterizedTest
    @CsvSource({
        "60, FIVE_MINUTES, 5",
        "300, FIVE_MINUTES, 1",
        "600, FIVE_MINUTES, 0",
        "3600, TWO_HOURS, 2",
        "0.1, FIVE_MINUTES, 3000",
        "60, DAY, 1440",
        "1e-9, DAY, 10001",
    })
    void aHorizonHoldsWholeSteps(double stepSeconds, Horizon horizon, int steps) {
        assertThat(horizon.steps(stepSeconds)).isEqualTo(steps);
    }

    @Test
    void allHorizonsShareTheOriginsThatTheLongestLeaves() {
        // 288 steps of a day: the last origin is 711, the first 355
        Course course = Course.of(Examples.trace("web_a", 1000), 24).orElseThrow();
        assertThat(course.horizons()).containsExactly(Horizon.values());
        assertThat(course.origins()).hasSize(24).startsWith(355).endsWith(711).isSorted();
        assertThat(course.longest()).isEqualTo(288);
        assertThat(course.day()).isEqualTo(288);
    }

    @Test
    void aHorizonThatAShortTraceDoesNotAllowIsLeftOut() {
        // 24 h needs 306 samples for ten origins
        Course without = Course.of(Examples.trace("web_a", 305), 24).orElseThrow();
        assertThat(without.horizons()).doesNotContain(Horizon.DAY).hasSize(3);
        Course with = Course.of(Examples.trace("web_a", 306), 24).orElseThrow();
        assertThat(with.horizons()).contains(Horizon.DAY);
        assertThat(with.origins()).hasSize(10);
    }

    @Test
    void aHorizonShorterThanAStepOrOfTooManyStepsIsLeftOut() {
        double[] values = new double[400];
        Arrays.fill(values, 1);
        assertThat(Course.of(Trace.regular("t", 3600, values), 10).orElseThrow().horizons())
                .containsExactly(Horizon.TWO_HOURS, Horizon.DAY);
        assertThat(Course.of(Trace.regular("t", 7200, values), 10).orElseThrow().longest())
                .isEqualTo(12);
        double[] many = new double[30_000];
        assertThat(Course.of(Trace.regular("t", 1, many), 10).orElseThrow().horizons())
                .doesNotContain(Horizon.DAY);
    }

    @Test
    void aTraceThatIsTooShortHasNoCourse() {
        assertThat(Course.of(Examples.trace("t", 18), 24)).isEmpty();
        assertThat(Course.of(Examples.trace("t", 19), 24)).isPresent();
    }

    @Test
    void theKindIsTheNameUpToTheFirstUnderscore() {
        assertThat(Examples.course("web_ms_a").kind()).isEqualTo("web");
        assertThat(Examples.course("load").kind()).isEqualTo("load");
    }

    /** Reference: CRC-32 of the names by another implementation. */
    @ParameterizedTest
    @CsvSource({
        "cpu_alibaba2018_cluster, true",
        "cpu_azure2019_fleet, false",
        "llm_servegen_m_large, true",
        "spiky_nab_tweets_GOOG, false",
        "web_ms_ingress1, false",
        "web_wc98_a, true",
    })
    void aThirdIsHeldBackByAHashOfTheName(String trace, boolean heldBack) {
        Course course = Examples.course(trace);
        assertThat(course.isHeldBack()).isEqualTo(heldBack);
        assertThat(List.of(Part.values()))
                .filteredOn(part -> part.has(course))
                .containsExactly(Part.ALL, heldBack ? Part.HELD_BACK : Part.REST);
    }
}
