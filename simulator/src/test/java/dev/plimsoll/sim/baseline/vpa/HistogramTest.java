// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.vpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Buckets that start at 0, 1, 3, 7, 15; a weight below 0.01 is none. Rules of histogram.go. */
class HistogramTest {
    private static final ExponentialBuckets BUCKETS = new ExponentialBuckets(5, 1, 2, 0.01);

    private final Histogram histogram = new Histogram(BUCKETS);

    /** Weights 1, 2, 1 in [0, 1), [3, 7), [15, ∞): the first end at which their sum suffices. */
    @ParameterizedTest(name = "percentile {0} is {1}")
    @CsvSource({"0, 1", "0.25, 1", "0.26, 7", "0.75, 7", "0.76, 15", "1, 15"})
    void aPercentileIsTheEndOfItsBucket(double share, double value) {
        histogram.add(0.5, 1);
        histogram.add(4, 1);
        histogram.add(5, 1);
        histogram.add(100, 1);

        assertThat(histogram.percentile(share)).isEqualTo(value);
    }

    @Test
    void anEmptyOneHasZeroes() {
        assertThat(histogram.isEmpty()).isTrue();
        assertThat(histogram.percentile(0.9)).isZero();
    }

    @Test
    void lessThanEpsilonIsNothing() {
        histogram.add(4, 0.009);
        assertThat(histogram.isEmpty()).isTrue();

        histogram.add(4, 0.009);
        assertThat(histogram.isEmpty()).isFalse();
    }

    @Test
    void epsilonItselfIsSomething() {
        var coarse = new Histogram(new ExponentialBuckets(5, 1, 2, 0.25));
        coarse.add(4, 1);
        coarse.subtract(4, 0.75);

        assertThat(coarse.isEmpty()).isFalse();
        assertThat(coarse.total()).isEqualTo(0.25);
    }

    /** The end of the range is [3, 7) though there is a dust of weight beyond. */
    @Test
    void dustDoesNotWidenTheRange() {
        histogram.add(4, 0.1);
        histogram.add(100, 0.009);

        assertThat(histogram.percentile(1)).isEqualTo(7);
    }

    @Test
    void whatIsTakenBackIsGone() {
        histogram.add(0.5, 1);
        histogram.add(4, 1);
        histogram.subtract(4, 0.995);

        assertThat(histogram.percentile(1)).isEqualTo(1);
        assertThat(histogram.total()).isEqualTo(1.005);

        histogram.subtract(0.5, 1);
        assertThat(histogram.isEmpty()).isTrue();
        assertThat(histogram.total()).isZero();
    }

    @Test
    void aMergedOneHasTheWeightsOfBoth() {
        var other = new Histogram(BUCKETS);
        histogram.add(4, 1);
        other.add(0.5, 1);
        other.add(8, 2);

        histogram.merge(other);

        assertThat(histogram.total()).isEqualTo(4);
        assertThat(histogram.percentile(0.25)).isEqualTo(1);
        assertThat(histogram.percentile(0.5)).isEqualTo(7);
        assertThat(histogram.percentile(0.51)).isEqualTo(15);
    }

    @Test
    void refusesToMergeOtherBuckets() {
        var other = new Histogram(new ExponentialBuckets(6, 1, 2, 0.01));

        assertThatThrownBy(() -> histogram.merge(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("give both the same buckets");
    }
}
