// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.svr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SvrSettingsTest {
    @Test
    void defaults() {
        SvrSettings settings = SvrSettings.forPeriod(1440);
        assertThat(settings.lags()).isEqualTo(5);
        assertThat(settings.reach()).isEqualTo(16);
        assertThat(settings.horizons()).containsExactly(1, 6, 36);
        assertThat(settings.rows()).isEqualTo(300);
        assertThat(settings.grid())
                .isEqualTo(new SvrGrid(0.2, List.of(0.3, 3.0), List.of(0.05, 0.25)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1  | 5  | 1 4   | 300 | period is 1, must be at least 2",
                "48 | 0  | 1 4   | 300 | lags is 0, must be at least 1",
                "48 | 13 | 1 4   | 300 | lags is 13, must be at most 12",
                "48 | 5  | 1 4   | 23  | rows is 23, must be at least 24",
                "48 | 5  | 1 4   | 501 | rows is 501, must be at most 500",
                "48 | 5  | 2 4   | 300 | the first horizon is 2, must be 1",
                "48 | 5  | 1 9 9 | 300 | a horizon after that of 9 is 9, must be at least 10"
            })
    void refuses(int period, int lags, String horizons, int rows, String message) {
        List<Integer> steps = Arrays.stream(horizons.split(" ")).map(Integer::valueOf).toList();
        SvrGrid grid = SvrSettings.forPeriod(48).grid();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SvrSettings(period, lags, steps, rows, grid))
                .withMessage(message);
    }

    @Test
    void refusesAGridThatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SvrGrid(Double.NaN, List.of(1.0), List.of(1.0)))
                .withMessage("tube is NaN, must be between 0 and 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SvrGrid(0.1, List.of(), List.of(1.0)))
                .withMessage("the grid needs at least one cost");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SvrGrid(0.1, List.of(1.0), List.of(1.0, 0.0)))
                .withMessage("width is 0.0, must be above 0 and at most 1000.0");
    }
}
