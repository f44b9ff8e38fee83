// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.plimsoll.model.Slo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TailLatencyTest {
    @ParameterizedTest
    @CsvSource({"1, 0.05, 0.95", "4, 0.05, 0.95", "4, 2, 0.99", "16, 0.5, 0.5"})
    void theTableIsWithinAHundredthOfAPercent(int slots, double service, double quantile) {
        MmcStation station = new MmcStation(slots, service);
        Slo slo = new Slo(quantile, 1);
        TailLatency tails = new TailLatency(station, slo.quantile());

        for (double idle = 1; idle > 1e-5; idle *= 0.83) {
            double expected = station.responseQuantile(1 - idle, quantile);
            assertThat(tails.at(1 - idle)).isCloseTo(expected, withinPercentage(0.01));
        }
    }
}
