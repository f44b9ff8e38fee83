// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantileQueryTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "histogram_quantile(0.95, b)|0.95|b",
                "' histogram_quantile ( .9 , sum by (le) (rate(b[1m])) ) '|0.9|sum by (le)"
                        + " (rate(b[1m]))",
                "histogram_quantile(0.5,b,)|0.5|b"
            })
    void findsTheBuckets(String promql, double quantile, String histogram) {
        assertThat(QuantileQuery.of(promql)).contains(new QuantileQuery(quantile, histogram));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "latency:p95",
                "histogram_quantile(0.95, b) / 1000",
                "histogram_quantile(0.95, a) + histogram_quantile(0.95, b)",
                "histogram_quantile($q, b)",
                "1000 * histogram_quantile(0.95, b)"
            })
    void whatIsMoreThanAQuantileIsNone(String promql) {
        assertThat(QuantileQuery.of(promql)).isEmpty();
    }
}
