// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.vpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plimsoll.sim.baseline.vpa.UpstreamTable.Case;
import dev.plimsoll.sim.baseline.vpa.UpstreamTable.Line;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Decaying histograms beside upstream's: samples added and taken back, merges, leaps of time. */
class UpstreamHistogramsTest {
    private static final double RELATIVE = 1e-9;

    static List<Case> cases() {
        return UpstreamTable.cases("histograms.txt");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("cases")
    void weighsWhatUpstreamDoes(Case upstream) {
        List<DecayingHistogram> histograms = List.of(empty(), empty());

        for (Line line : upstream.lines().subList(1, upstream.lines().size())) {
            follow(line, histograms);
        }
    }

    private static DecayingHistogram empty() {
        return new DecayingHistogram(UsageAggregate.CPU_BUCKETS, Duration.ofHours(24));
    }

    private static void follow(Line line, List<DecayingHistogram> histograms) {
        switch (line.kind()) {
            case "merge" -> histograms.get(0).merge(histograms.get(1));
            case "buckets" -> compareBuckets(line);
            default -> follow(line, histograms.get(line.integer(1)));
        }
    }

    private static void follow(Line line, DecayingHistogram histogram) {
        switch (line.kind()) {
            case "add" -> histogram.add(line.real(3), line.real(4), line.time(2));
            case "subtract" -> histogram.subtract(line.real(3), line.real(4), line.time(2));
            case "state" -> compare(line, histogram);
            default -> throw new IllegalStateException(line.toString());
        }
    }

    private static void compare(Line line, DecayingHistogram histogram) {
        assertThat(histogram.isEmpty()).isEqualTo(Boolean.parseBoolean(line.text(2)));
        if (!histogram.isEmpty()) {
            compare(line, 3, histogram.total());
        }
        compare(line, 4, histogram.percentile(0.1));
        compare(line, 5, histogram.percentile(0.5));
        compare(line, 6, histogram.percentile(0.9));
        compare(line, 7, histogram.percentile(0.95));
    }

    private static void compareBuckets(Line line) {
        ExponentialBuckets buckets = UsageAggregate.MEMORY_BUCKETS;
        assertThat(5 * (line.words().size() - 2)).isEqualTo(buckets.count() - 1);
        for (int word = 1; word < line.words().size(); word++) {
            compare(line, word, buckets.startOf(5 * (word - 1)));
        }
    }

    private static void compare(Line line, int word, double actual) {
        double expected = line.real(word);
        assertThat(actual)
                .as("line %d, word %d", line.number(), word)
                .isCloseTo(expected, within(RELATIVE * expected));
    }
}
