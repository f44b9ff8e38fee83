// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.forecasts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.plimsoll.bench.forecasts.CoverageCell.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoverageTest {
    private static Pair pair(String trace, String model, double coverage, int windows) {
        return Examples.pair(trace, Horizon.DAY, model, Examples.accuracy(1, coverage, windows));
    }

    private static List<CoverageCell> cells(Pair... pairs) {
        return Coverage.cells(List.of(pairs), model -> !model.equals("auto"));
    }

    @Test
    void theAllowanceIsThreePercentAndWhatChanceDoes() {
        // 1.64 · √(0.09 / 100) = 0.0492
        assertThat(Allowance.of(100).deviation()).isCloseTo(0.0792, within(1e-12));
        assertThat(Allowance.of(100).includes(0.8209)).isTrue();
        assertThat(Allowance.of(100).includes(0.8207)).isFalse();
        assertThat(Allowance.of(100).includes(0.9791)).isTrue();
        assertThat(Allowance.of(100).includes(0.9793)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0.9, 100, OK", "0.82, 100, NOT_OK", "0.98, 100, NOT_OK", "0.5, 99, NOT_JUDGED"})
    void aCellWithFewWindowsIsNotJudged(double coverage, int windows, Verdict verdict) {
        CoverageCell cell = cells(pair("web_a", "auto", coverage, windows)).getFirst();
        assertThat(cell.verdict()).isEqualTo(verdict);
    }

    @Test
    void poolsKindByKindAndEveryWindowCountsTheSame() {
        List<CoverageCell> cells =
                cells(
                        pair("web_a", "auto", 1, 10),
                        pair("web_b", "auto", 0.8, 30),
                        pair("cpu_a", "auto", 0.5, 40));
        assertThat(cells)
                .containsExactly(
                        new CoverageCell("cpu", Horizon.DAY, "auto", 0.5, 40),
                        new CoverageCell("web", Horizon.DAY, "auto", 0.85, 40));
    }

    @Test
    void theSameWindowsOfSeveralPeersCountOnce() {
        List<CoverageCell> cells =
                cells(
                        pair("web_a", "auto", 1, 10),
                        pair("web_a", "Naive", 0.9, 10),
                        pair("web_a", "MSTL", 0.5, 10),
                        pair("web_b", "Naive", 0.7, 20));
        assertThat(cells)
                .extracting(CoverageCell::who, CoverageCell::windows)
                .containsExactly(tuple("auto", 10), tuple(Coverage.PEERS, 30));
        assertThat(cells.get(1).coverage())
                .isCloseTo((10 * 0.9 + 10 * 0.5 + 20 * 0.7) / 40, within(1e-12));
    }
}
