// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.vpa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.sim.baseline.vpa.UpstreamTable.Case;
import dev.plimsoll.sim.baseline.vpa.UpstreamTable.Line;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same samples as upstream's code was given, and to the last unit what it recommended. */
class UpstreamRecommendationsTest {
    static List<Case> cases() {
        return UpstreamTable.cases("recommendations.txt");
    }

    @Test
    void theTableHasEachKindOfLine() {
        assertThat(cases()).hasSize(5);
        assertThat(cases().stream().flatMap(each -> each.lines().stream()).map(Line::kind))
                .contains("case", "start", "stop", "cpu", "memory", "oom", "recommend");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void recommendsWhatUpstreamDoes(Case upstream) {
        VpaRecommender recommender = recommender(upstream.lines().getFirst());

        for (Line line : upstream.lines().subList(1, upstream.lines().size())) {
            follow(line, recommender);
        }
    }

    private static VpaRecommender recommender(Line line) {
        return new VpaRecommender(
                line.integer(2),
                new ContainerPolicy(
                        range(line.whole(3), line.whole(4)), range(line.whole(5), line.whole(6))));
    }

    private static AllowedRange range(long least, long most) {
        Amount limit = most == 0 ? AllowedRange.ANY.most() : new Amount(most);
        return new AllowedRange(new Amount(least), limit);
    }

    private static void follow(Line line, VpaRecommender recommender) {
        switch (line.kind()) {
            case "start" -> recommender.start(line.text(2), line.text(3), line.time(1));
            case "stop" -> recommender.stop(line.text(2));
            case "recommend" -> compare(line, recommender.recommend(line.time(1)));
            default ->
                    assertThat(sample(line, recommender) ? "taken" : "ignored")
                            .as("line %d", line.number())
                            .isEqualTo(line.text(4));
        }
    }

    private static boolean sample(Line line, VpaRecommender recommender) {
        return switch (line.kind()) {
            case "cpu" -> recommender.addCpu(line.text(2), line.time(1), line.real(3) / 1e9);
            case "memory" -> recommender.addMemory(line.text(2), line.time(1), line.whole(3));
            case "oom" -> recommender.recordOom(line.text(2), line.time(1), line.whole(3));
            default -> throw new IllegalStateException(line.toString());
        };
    }

    private static void compare(Line line, Optional<Recommendation> recommendation) {
        if (line.text(2).equals("absent")) {
            assertThat(recommendation).as("line %d", line.number()).isEmpty();
        } else {
            assertThat(units(recommendation.orElseThrow()))
                    .as("line %d", line.number())
                    .isEqualTo(line.wholesFrom(2));
        }
    }

    private static List<Long> units(Recommendation recommendation) {
        return Stream.of(recommendation.cpu(), recommendation.memory())
                .flatMap(each ->
                        Stream.of(
                                each.target(),
                                each.lowerBound(),
                                each.upperBound(),
                                each.uncappedTarget()))
                .map(Amount::units)
                .toList();
    }
}
