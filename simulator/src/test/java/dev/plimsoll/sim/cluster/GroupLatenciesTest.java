// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.plimsoll.capacity.MmcStation;
import dev.plimsoll.capacity.TailLatency;
import dev.plimsoll.model.Slo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupLatenciesTest {
    private static final MmcStation STATION = new MmcStation(4, 0.05);
    private static final double[] BACKLOGS = {0, 0, 0.04, 0.1, 0.3, 1.5};

    /** At 0.75 the rates of service and of emptying are equal. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 0.7, 0.7499, 0.75, 0.75001, 0.8, 0.95, 0.999})
    void withoutABacklogIsTheEquilibrium(double load) {
        GroupLatencies latencies = new GroupLatencies(STATION, load, 0);

        for (double seconds = 0; seconds < 0.5; seconds += 0.01) {
            assertThat(latencies.exceedance(seconds))
                    .isCloseTo(STATION.exceedance(load, seconds), within(1e-4));
        }
        assertThat(latencies.meanSeconds())
                .isCloseTo(STATION.meanResponse(load), withinPercentage(0.02));
        assertThat(latencies.delayedShare()).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.75, 0.9, 0.99})
    void behindBacklogsIsTheSumOverPoints(double load) {
        GroupLatencies latencies = new GroupLatencies(STATION, load, BACKLOGS);

        for (double seconds = 0.005; seconds < 3; seconds += 0.01) {
            assertThat(latencies.exceedance(seconds))
                    .isCloseTo(pointByPoint(load, seconds), within(1e-4));
        }
    }

    @Test
    void waitsForTheLongerOfBacklogAndEquilibrium() {
        GroupLatencies latencies = new GroupLatencies(STATION, 0.9, 2.0);

        double longer = STATION.waitProbability(0.9) * Math.exp(-8 * 2);
        assertThat(latencies.meanSeconds()).isCloseTo(2 + longer / 8 + 0.05, within(1e-12));
        assertThat(latencies.exceedance(2)).isEqualTo(1);
        assertThat(latencies.exceedance(2.05)).isCloseTo(Math.exp(-1), within(1e-5));
    }

    @Test
    void countsTheDelayedAndTheOthers() {
        GroupLatencies latencies = new GroupLatencies(STATION, 0.8, BACKLOGS);
        LatencyTally tally = new LatencyTally(STATION);

        latencies.count(600, tally);

        assertThat(latencies.delayedShare()).isCloseTo(4 / 6.0, within(1e-12));
        assertThat(tally.answered()).isCloseTo(600, within(1e-9));
        assertThat(tally.meanSeconds()).isCloseTo(latencies.meanSeconds(), withinPercentage(0.1));
        assertThat(tally.exceedance(0.2)).isCloseTo(latencies.exceedance(0.2), within(1e-3));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.9, 0.95, 0.99})
    void theQuantileOfSeveralGroupsIsThatOfTheirMixture(double quantile) {
        ServiceModel model = new ServiceModel(STATION, new Slo(quantile, 0.25), 5, 30);
        StepLatencies step = new StepLatencies(2);
        step.add(0.7, new GroupLatencies(STATION, 0.8, 0));
        step.add(0.3, new GroupLatencies(STATION, 0.9, BACKLOGS));

        double tail = step.quantileSeconds(quantile, new TailLatency(model.station(), quantile));

        assertThat(step.exceedance(tail * 1.01)).isLessThan(1 - quantile);
        assertThat(step.exceedance(tail * 0.99)).isGreaterThan(1 - quantile);
    }

    private static double pointByPoint(double load, double seconds) {
        double emptying = STATION.saturationRate() * (1 - load);
        double sum = 0;
        for (double backlog : BACKLOGS) {
            double longer = STATION.waitProbability(load) * Math.exp(-emptying * backlog);
            sum += STATION.exceedance(longer, emptying, seconds - backlog);
        }
        return sum / BACKLOGS.length;
    }
}
