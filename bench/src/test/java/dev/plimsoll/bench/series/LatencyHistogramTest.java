// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;

class LatencyHistogramTest {
    @Test
    void findsQuantilesToATwentiethOfAnOctave() {
        LatencyHistogram low = new LatencyHistogram();
        LatencyHistogram high = new LatencyHistogram();
        for (int micros = 1; micros <= 1000; micros++) {
            (micros <= 500 ? low : high).add(micros * 1000L);
        }
        low.add(high);
        assertThat(low.micros(0.5)).isCloseTo(500, withinPercentage(4));
        assertThat(low.micros(0.99)).isCloseTo(990, withinPercentage(4));
        low.clear();
        low.add(0);
        assertThat(low.micros(1)).isLessThan(0.002);
    }
}
