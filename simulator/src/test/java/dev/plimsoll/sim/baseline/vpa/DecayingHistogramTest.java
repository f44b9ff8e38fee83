// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.vpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Buckets that start at 0, 1, 3, 7, 15; a day halves. Rules of decaying_histogram.go. */
class DecayingHistogramTest {
    private static final Duration DAY = Duration.ofHours(24);
    private static final Instant MIDNIGHT = Instant.parse("2026-01-05T00:00:00Z");

    private final DecayingHistogram histogram = histogram(DAY);

    private static DecayingHistogram histogram(Duration halfLife) {
        return new DecayingHistogram(new ExponentialBuckets(5, 1, 2, 1e-4), halfLife);
    }

    private static Instant days(int days) {
        return MIDNIGHT.plus(DAY.multipliedBy(days));
    }

    /** After d days the sample of the first day has 1 part in 1 + 2^d, which is 1/9 and 1/17. */
    @ParameterizedTest(name = "after {0} days: {1}")
    @CsvSource({"0, 7", "3, 7", "4, 1"})
    void aDayHalvesTheWeight(int days, double percentile) {
        histogram.add(4, 1, days(0));
        histogram.add(0.5, 1, days(days));

        assertThat(histogram.percentile(0.9)).isEqualTo(percentile);
    }

    /** The first sample moves the reference from the year 1 to the nearest midnight, noon up. */
    @ParameterizedTest(name = "{0}: 2^{1}")
    @CsvSource({
        "2026-01-05T00:00:00Z, 0",
        "2026-01-05T06:00:00Z, 0.25",
        "2026-01-05T12:00:00Z, -0.5",
        "2026-01-05T18:00:00Z, -0.25"
    })
    void theReferenceIsTheNearestWholeHalfLife(Instant at, double exponent) {
        histogram.add(4, 1, at);

        assertThat(histogram.total()).isEqualTo(StrictMath.pow(2, exponent));
    }

    /** 2^100 at the hundredth half-life; a second later 2^-100 of it, and 2^(1 s / 24 h). */
    @Test
    void theReferenceMovesBeforeWeightsGrowTooLarge() {
        histogram.add(4, 1, days(0));
        histogram.add(4, 1, days(100));
        assertThat(histogram.total()).isEqualTo(StrictMath.scalb(1, 100) + 1);

        histogram.add(4, 1, days(100).plusSeconds(1));
        assertThat(histogram.total()).isEqualTo(1 + StrictMath.pow(2, 1 / 86_400.0));
    }

    /**
     * Of the sample of 101 days ago less than epsilon is left, so the range begins at the other.
     */
    @Test
    void whatIsOldDropsOut() {
        histogram.add(0.5, 1, days(0));
        assertThat(histogram.percentile(0)).isEqualTo(1);

        histogram.add(4, 1, days(101));
        assertThat(histogram.percentile(0)).isEqualTo(7);
    }

    @Test
    void whatIsTakenBackLeavesNothing() {
        histogram.add(4, 1, days(3));
        histogram.subtract(4, 1, days(3));

        assertThat(histogram.isEmpty()).isTrue();
    }

    /** Either way the references meet at day 101, where 4 parts are of day 103 and 1 of day 101. */
    @ParameterizedTest(name = "the younger into the older: {0}")
    @CsvSource({"true", "false"})
    void mergingAlignsTheReferences(boolean younger) {
        DecayingHistogram other = histogram(DAY);
        DecayingHistogram old = younger ? histogram : other;
        DecayingHistogram young = younger ? other : histogram;
        old.add(0.5, StrictMath.scalb(1, 101), days(0));
        young.add(4, 1, days(101));
        young.add(4, 1, days(103));

        histogram.merge(other);

        assertThat(histogram.total()).isEqualTo(1 + 1 + 4);
        assertThat(histogram.percentile(1 / 6.0)).isEqualTo(1);
        assertThat(histogram.percentile(0.2)).isEqualTo(7);
    }

    @Test
    void refusesToMergeAnotherHalfLife() {
        assertThatThrownBy(() -> histogram.merge(histogram(Duration.ofHours(1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("half-lives PT24H and PT1H: give both histograms the same");
    }
}
