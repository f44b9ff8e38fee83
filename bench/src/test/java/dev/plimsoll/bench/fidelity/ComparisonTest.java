// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plimsoll.bench.fidelity.Row.Allowance;
import dev.plimsoll.bench.fidelity.Row.Pair;
import dev.plimsoll.bench.fidelity.Row.Verdict;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {
    @ParameterizedTest
    @CsvSource({"1.0, 0", "1.09, 0", "0.91, 0", "1.12, 2", "0.88, 2", "1.2, 7", "0.8, 7"})
    void whatIsTooFarOffIsOutside(double factor, int outside) {
        Comparison comparison = ExampleFindings.comparison(factor, false);
        assertThat(comparison.rows())
                .filteredOn(row -> row.verdict() == Verdict.OUTSIDE)
                .hasSize(outside);
        assertThat(comparison.isInside()).isEqualTo(outside == 0);
    }

    @Test
    void theErrorIsAgainstTheMeanOfBothRuns() {
        Row row = ExampleFindings.comparison(1.08, false).rows().getFirst();
        assertThat(row.measured().orElseThrow()).isCloseTo(100, within(1e-9));
        assertThat(row.error().orElseThrow()).isCloseTo(0.08, within(1e-9));
        assertThat(row.apart().orElseThrow()).isCloseTo(0.1, within(1e-9));
        assertThat(row.machine().orElseThrow()).isCloseTo(1 / 0.8 - 1, within(1e-9));
    }

    @Test
    void backlogAndDrainAreComparedWhereTheyHaveAMeaning() {
        assertThat(ExampleFindings.comparison(1, false).rows())
                .extracting(row -> row.phase().name() + " " + row.figure())
                .containsExactly(
                        "70 % MEAN",
                        "70 % P95",
                        "70 % P99",
                        "over MEAN",
                        "over P95",
                        "over P99",
                        "over BACKLOG",
                        "after MEAN",
                        "after P95",
                        "after P99",
                        "after DRAIN");
    }

    @Test
    void aShortRunIsAllowedThreeDeviationsOfChance() {
        Row full = ExampleFindings.comparison(1, false).rows().getFirst();
        Row shortened = ExampleFindings.comparison(1, true).rows().getFirst();
        assertThat(full.allowance().tolerance()).isEqualTo(0.1);
        assertThat(shortened.allowance().tolerance())
                .isCloseTo(0.1 + 3 * shortened.allowance().chance(), within(1e-12));
        assertThat(shortened.allowance().chance()).isPositive();
    }

    @Test
    void nothingIsAShareOfZero() {
        Pair zero = new Pair(OptionalDouble.of(0), OptionalDouble.of(0));
        Row row =
                new Row(
                        ExampleFindings.PROFILE.phases().getLast(),
                        Figure.DRAIN,
                        List.of(zero, zero),
                        OptionalDouble.of(3),
                        new Allowance(0, 0.15));
        assertThat(row.error()).isEmpty();
        assertThat(row.machine()).isEmpty();
        assertThat(row.apart()).isEmpty();
        assertThat(row.verdict()).isEqualTo(Verdict.OUTSIDE);
    }

    @Test
    void aFigureThatDidNotComeAboutIsOutside() {
        Phase phase = ExampleFindings.PROFILE.phases().getLast();
        Row row =
                new Row(
                        phase,
                        Figure.DRAIN,
                        List.of(
                                new Pair(OptionalDouble.of(3), OptionalDouble.of(3)),
                                new Pair(OptionalDouble.empty(), OptionalDouble.of(3))),
                        OptionalDouble.of(3),
                        new Allowance(0, 0.15));
        assertThat(row.verdict()).isEqualTo(Verdict.OUTSIDE);
        assertThat(row.error()).isEmpty();
    }
}
