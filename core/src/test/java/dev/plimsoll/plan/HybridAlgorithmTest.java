// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.plimsoll.capacity.Capacity;
import dev.plimsoll.forecast.bound.DemandBound;
import dev.plimsoll.forecast.ensemble.ForecastModel;
import dev.plimsoll.model.Refusal;
import dev.plimsoll.plan.HybridAlgorithm.Load;
import dev.plimsoll.telemetry.Reading;
import dev.plimsoll.telemetry.ReplicaReading;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HybridAlgorithmTest {
    private static final HybridAlgorithm PAPER = HybridAlgorithm.DEFAULT;
    private static final Instant AT = Instant.parse("2026-01-05T12:00:00Z");
    private static final Duration TEN = Duration.ofSeconds(10);

    @Test
    void hasTheNumbersOfThePaperAndOurs() {
        assertThat(PAPER).isEqualTo(new HybridAlgorithm(0.85, 20, TEN, ForecastModel.ARIMA));
    }

    @ParameterizedTest
    @MethodSource("dev.plimsoll.plan.HybridCases#algorithm1")
    void addsWhatBringsTheOverloadedToTheThreshold(int running, int overloaded, int result) {
        assertThat(PAPER.reactive(running, overloaded)).isEqualTo(result);
    }

    @Test
    void exactlyTheThresholdIsOverloadedAndTheSizeBeyondItDoesNotMatter() {
        assertThat(load(3, 0.85, 0.8499, 1.0)).isEqualTo(new Load(2, true));
        assertThat(load(3, 0.85, 0.8499, 0.86)).isEqualTo(new Load(2, true));
    }

    @Test
    void aReplicaWithoutAFreshReadingCountsNeitherWay() {
        List<ReplicaReading> replicas =
                List.of(
                        replica(new Reading.Fresh(0.9, AT)),
                        replica(new Reading.Stale(0.9, AT)),
                        replica(Reading.NEVER_SEEN));
        assertThat(PAPER.load(replicas, OptionalDouble.of(0.9), 3)).isEqualTo(new Load(1, false));
    }

    @Test
    void aRunningReplicaThatIsNotReadYetLeavesTheReadingsIncomplete() {
        assertThat(load(3, 0.1, 0.1)).isEqualTo(new Load(0, false));
        assertThat(load(1, 0.9, 0.9)).isEqualTo(new Load(1, true));
    }

    @ParameterizedTest
    @CsvSource({"0.85, 4", "0.8499, 0"})
    void theMeanStandsForAllWhereReplicasAreNotToldApart(double mean, int overloaded) {
        assertThat(PAPER.load(List.of(), OptionalDouble.of(mean), 4))
                .isEqualTo(new Load(overloaded, true));
        assertThat(PAPER.load(List.of(), OptionalDouble.empty(), 4)).isEqualTo(new Load(0, false));
        List<ReplicaReading> unseen = List.of(replica(Reading.NEVER_SEEN));
        assertThat(PAPER.load(unseen, OptionalDouble.of(mean), 4))
                .isEqualTo(new Load(overloaded, true));
    }

    /** A replica is saturated at 100/s, so that 85/s is its share of a forecast. */
    @ParameterizedTest
    @CsvSource({
        "850, 1, 10",
        "850.1, 1, 11",
        "0, 1, 1",
        "0, 3, 3",
        "170, 3, 3",
        "1e300, 1, 2147483647"
    })
    void aForecastBecomesReplicasAtTheThreshold(double largest, int min, int replicas) {
        assertThat(PAPER.proactive(forecast(largest), capacity(), min)).hasValue(replicas);
    }

    @Test
    void nothingIsPredictedWithoutAForecastOrACapacity() {
        assertThat(PAPER.proactive(DemandBound.NONE, capacity(), 1)).isEmpty();
        assertThat(PAPER.proactive(forecast(850), Capacity.UNKNOWN, 1)).isEmpty();
    }

    static List<Refusal> refusals() {
        return List.of(
                new Refusal("upper 0", () -> hybrid(0, 20, TEN), "upper 0.0"),
                new Refusal("upper above 1", () -> hybrid(1.01, 20, TEN), "upper 1.01"),
                new Refusal("upper NaN", () -> hybrid(Double.NaN, 20, TEN), "upper NaN"),
                new Refusal("no period", () -> hybrid(0.85, 0, TEN), "periods 0"),
                new Refusal("too many periods", () -> hybrid(0.85, 257, TEN), "periods 257"),
                new Refusal(
                        "wait below 0",
                        () -> hybrid(0.85, 20, TEN.negated()),
                        "scaleOutAfter PT-10S"),
                new Refusal(
                        "wait too long",
                        () -> hybrid(0.85, 20, Duration.ofHours(2)),
                        "scaleOutAfter PT2H"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refuses(Refusal refusal) {
        refusal.check();
    }

    @Test
    void acceptsTheEndsOfItsSettings() {
        assertThatCode(() -> hybrid(1, 1, Duration.ZERO)).doesNotThrowAnyException();
        assertThatCode(() -> hybrid(0.01, 256, Duration.ofHours(1))).doesNotThrowAnyException();
    }

    private static HybridAlgorithm hybrid(double upper, int periods, Duration wait) {
        return new HybridAlgorithm(upper, periods, wait, ForecastModel.NAIVE);
    }

    private static Load load(int running, double... shares) {
        List<ReplicaReading> replicas =
                Arrays.stream(shares)
                        .mapToObj(share -> replica(new Reading.Fresh(share, AT)))
                        .toList();
        return PAPER.load(replicas, OptionalDouble.empty(), running);
    }

    private static ReplicaReading replica(Reading utilization) {
        return new ReplicaReading("r", utilization, Reading.NEVER_SEEN);
    }

    private static DemandBound forecast(double largest) {
        return new DemandBound.Expected("naive", largest, 4);
    }

    private static Capacity capacity() {
        return new Capacity.Known(80, 0.8, Capacity.Basis.LEARNED);
    }
}
