// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.plimsoll.sim.cluster.TelemetryFaults.Kind;
import dev.plimsoll.sim.cluster.TelemetryFaults.Outage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TelemetryFaultsTest {
    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesWhatIsNoProbability(double probability) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TelemetryFaults(probability, List.of(), 1))
                .withMessageContaining("loss probability " + probability);
    }

    @ParameterizedTest
    @CsvSource({"99, false", "100, true", "199, true", "200, false"})
    void anOutageEndsBeforeItsEnd(long second, boolean lost) {
        TelemetryFaults faults =
                new TelemetryFaults(0, List.of(new Outage(100, 200, Kind.ABSENT)), 1);

        assertThat(faults.at(second).isPresent()).isEqualTo(lost);
    }

    /** An interval that ends with a round belongs to it. */
    @ParameterizedTest
    @CsvSource({"499, false", "500, true", "600, true", "601, false", "1099, false", "1200, true"})
    void anOutageComesAgainInEachRound(long second, boolean lost) {
        TelemetryFaults faults =
                new TelemetryFaults(0, List.of(new Outage(500, 601, Kind.ABSENT)), 600, 1);

        assertThat(faults.at(second).isPresent()).isEqualTo(lost);
    }

    @Test
    void keepsTheOutagesThatItWasGiven() {
        List<Outage> outages = new ArrayList<>(List.of(new Outage(0, 10, Kind.ABSENT)));
        TelemetryFaults faults = new TelemetryFaults(0, outages, 1);
        outages.clear();

        assertThat(faults.at(5)).contains(Kind.ABSENT);
    }

    @Test
    void withoutFaultsNothingIsLost() {
        for (long second = 0; second < 1000; second++) {
            assertThat(TelemetryFaults.NONE.at(second)).isEmpty();
        }
    }
}
