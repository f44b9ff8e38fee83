// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantilesTest {
    private static final Quantiles ASCENDING = new Quantiles(1, 2, 3, 4, 5);

    @Test
    void hasOneValuePerLevel() {
        assertThat(Quantiles.LEVELS).containsExactly(0.05, 0.25, 0.5, 0.75, 0.95);
        for (int i = 0; i < Quantiles.LEVELS.size(); i++) {
            assertThat(ASCENDING.at(i)).isEqualTo(i + 1);
        }
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> ASCENDING.at(5));
    }

    @ParameterizedTest
    @CsvSource({"0.9, false", "1, true", "3, true", "5, true", "5.1, false"})
    void theBandIncludesItsEnds(double value, boolean covered) {
        assertThat(ASCENDING.covers(value)).isEqualTo(covered);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 14", "1, 4", "3, 4", "5, 4", "7, 44"})
    void theIntervalScoreIsTheWidthAndTwentyTimesWhatIsOutside(double value, double score) {
        assertThat(ASCENDING.intervalScore(value)).isEqualTo(score);
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 2, 3, 4, 5",
        "1, 3, 2, 4, 5",
        "1, 2, 3, 5, 4",
        "1, 2, NaN, 4, 5",
        "1, 2, 3, 4, Infinity"
    })
    void refusesWhatIsNoBand(double q05, double q25, double q50, double q75, double q95) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Quantiles(q05, q25, q50, q75, q95));
    }

    @Test
    void aForecastKeepsItsOwnCopyOfTheSteps() {
        List<Quantiles> steps = new ArrayList<>(List.of(ASCENDING));
        Forecast forecast = new Forecast("naive", steps);
        steps.clear();
        assertThat(forecast.horizon()).isEqualTo(1);
        assertThat(forecast.at(1)).isEqualTo(ASCENDING);
    }

    @Test
    void refusesAForecastWithoutStepsOrName() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Forecast("naive", List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Forecast(" ", List.of(ASCENDING)));
    }
}
