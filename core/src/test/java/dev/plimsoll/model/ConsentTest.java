// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsentTest {
    @ParameterizedTest
    @CsvSource({
        "10, 13, 0.3, false",
        "10, 14, 0.3, true",
        "10, 7, 0.3, false",
        "10, 6, 0.3, true",
        "100, 129, 0.29, false",
        "100, 107, 0.07, false",
        "1, 2, 1, false",
        "1, 3, 1, true",
        "0, 1, 1, true",
        "10, 11, 0, true",
        "0, 2147483647, Infinity, false",
        "2147483647, 0, 0.5, true"
    })
    void asksAboutWhatMovesMoreThanTheShare(int from, int to, double above, boolean asks) {
        assertThat(new Consent(Mode.ACT, above).asksFor(from, to)).isEqualTo(asks);
    }

    @Test
    void adviceIsAlwaysAskedAbout() {
        assertThat(new Consent(Mode.ADVISE, Double.POSITIVE_INFINITY).asksFor(100, 101)).isTrue();
    }

    @Test
    void whoConsentsToEverythingIsNeverAsked() {
        assertThat(Consent.FULL.asksFor(0, 1000)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, Double.NaN})
    void aShareIsAtLeastNothing(double above) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Consent(Mode.ACT, above))
                .withMessageContaining("is not a share of at least 0");
    }

    @Test
    void aWorkloadKeepsItWhenItsPriceChanges() {
        Consent some = new Consent(Mode.ADVISE, 0.5);
        assertThat(Workloads.web().consent()).isEqualTo(Consent.FULL);
        assertThat(Workloads.web().with(some).withViolationCost(7).consent()).isEqualTo(some);
    }
}
