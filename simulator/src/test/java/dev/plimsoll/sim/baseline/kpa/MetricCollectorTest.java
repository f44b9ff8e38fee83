// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.kpa;

import static dev.plimsoll.sim.baseline.kpa.ScalingMetric.CONCURRENCY;
import static dev.plimsoll.sim.baseline.kpa.ScalingMetric.RPS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.sim.baseline.kpa.Averages.NoData;
import dev.plimsoll.sim.baseline.kpa.Averages.Observed;
import org.junit.jupiter.api.Test;

class MetricCollectorTest {
    private static final MetricSpec SPEC = new MetricSpec(60, 2, true);

    private final MetricCollector collector = new MetricCollector(Aggregation.LINEAR, SPEC);

    @Test
    void whatTheActivatorProxiedIsLeftOut() {
        collector.record(1, new Scrape(10, 4, 100, 30));

        assertThat(collector.averages(CONCURRENCY, 1)).isEqualTo(new Observed(6, 6));
        assertThat(collector.averages(RPS, 1)).isEqualTo(new Observed(70, 70));
    }

    @Test
    void thePanicWindowForgetsSooner() {
        collector.record(1, new Scrape(2, 0, 20, 0));
        collector.record(2, new Scrape(4, 0, 40, 0));
        collector.record(3, new Scrape(6, 0, 60, 0));

        assertThat(collector.averages(CONCURRENCY, 3)).isEqualTo(new Observed(4, 5));
        assertThat(collector.averages(RPS, 3)).isEqualTo(new Observed(40, 50));
    }

    @Test
    void noDataOnceTheStableWindowIsEmpty() {
        collector.record(1, new Scrape(2, 0, 20, 0));

        assertThat(collector.averages(CONCURRENCY, 61)).isEqualTo(new Observed(0, 0));
        assertThat(collector.averages(CONCURRENCY, 62)).isEqualTo(new NoData());
        assertThat(collector.averages(RPS, 62)).isEqualTo(new NoData());
    }

    @Test
    void whereNobodyScrapesSilenceIsZero() {
        collector.update(new MetricSpec(60, 2, false), 0);

        assertThat(collector.averages(RPS, 0)).isEqualTo(new Observed(0, 0));
    }

    @Test
    void anUpdateResizesAllWindows() {
        for (int second = 1; second <= 4; second++) {
            collector.record(second, new Scrape(second, 0, 10 * second, 0));
        }
        collector.update(new MetricSpec(3, 1, true), 4);

        assertThat(collector.averages(CONCURRENCY, 4)).isEqualTo(new Observed(3, 4));
        assertThat(collector.averages(RPS, 4)).isEqualTo(new Observed(30, 40));
    }

    @Test
    void theAggregationIsThatOfTheCollector() {
        MetricCollector weighted =
                new MetricCollector(Aggregation.WEIGHTED_EXPONENTIAL, new MetricSpec(60, 60, true));
        weighted.record(1, new Scrape(10, 0, 5, 0));

        assertThat(weighted.averages(CONCURRENCY, 1)).isEqualTo(new Observed(2, 2));
        assertThat(weighted.averages(RPS, 1)).isEqualTo(new Observed(1, 1));
    }

    @Test
    void aWindowHasALength() {
        assertThatThrownBy(() -> new MetricSpec(0, 6, true)).hasMessageContaining("0 and 6 s");
        assertThatThrownBy(() -> new MetricSpec(60, 0, true)).hasMessageContaining("60 and 0 s");
    }
}
