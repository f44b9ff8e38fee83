// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.vpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The formulas of histogram_options.go, worked by hand. */
class ExponentialBucketsTest {
    private static final ExponentialBuckets DOUBLING = new ExponentialBuckets(5, 1, 2, 1e-4);

    /** Widths 1, 2, 4, 8 from 0 on: starts 0, 1, 3, 7, 15. */
    @ParameterizedTest(name = "{0} is in bucket {1}")
    @CsvSource({
        "0, 0", "0.99, 0", "1, 1", "2.99, 1", "3.01, 2", "6.99, 2", "7.01, 3", "14.9, 3", "15.1, 4",
        "1e9, 4"
    })
    void findsTheBucketOfAValue(double value, int bucket) {
        assertThat(DOUBLING.bucketOf(value)).isEqualTo(bucket);
    }

    @ParameterizedTest(name = "bucket {0} starts at {1}")
    @CsvSource({"0, 0", "1, 1", "2, 3", "3, 7", "4, 15"})
    void knowsWhereABucketStarts(int bucket, double start) {
        assertThat(DOUBLING.startOf(bucket)).isEqualTo(start);
    }

    /** ⌈log(1000·0.05/0.01 + 1) / log(1.05)⌉ + 1 = ⌈8.5174/0.048790⌉ + 1 = ⌈174.57⌉ + 1. */
    @Test
    void cpuAndMemoryHave176Buckets() {
        assertThat(UsageAggregate.CPU_BUCKETS.count()).isEqualTo(176);
        assertThat(UsageAggregate.MEMORY_BUCKETS.count()).isEqualTo(176);
        assertThat(UsageAggregate.CPU_BUCKETS.startOf(175)).isGreaterThan(1000);
        assertThat(UsageAggregate.CPU_BUCKETS.startOf(174)).isLessThan(1000);
    }

    /** 10 MB, 5 % more, 5 % more: 10 + 10.5 + 11.025 = 31.525 MB. */
    @Test
    void eachIsATwentiethWiderThanTheOneBefore() {
        assertThat(UsageAggregate.MEMORY_BUCKETS.startOf(3)).isCloseTo(31_525_000, within(1e-6));
    }

    /** 43.10125 MB, but in doubles a hair less, as upstream computes and cuts it off. */
    @Test
    void aStartHasUpstreamsLastBit() {
        assertThat(Amount.of(UsageAggregate.MEMORY_BUCKETS.startOf(4)))
                .isEqualTo(new Amount(43_101_249));
    }

    @Test
    void refusesWhatMakesNoBuckets() {
        assertThatThrownBy(() -> ExponentialBuckets.reaching(1, 1, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ratio 1.0");
    }
}
