// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoughDemandTest {
    private static final int STEP = 5;
    private static final int SAMPLES = 20_000;

    /** Between 1000 and 1010 in turn: every difference is 10, so sigma is 7.4 a sample step. */
    private static final Trace ZIGZAG = Trace.regular("zigzag", 60, zigzag(SAMPLES));

    @Test
    void halfwayTheVarianceIsAQuarterOfTheWalksOverAStep() {
        assertThat(variance(noise(ZIGZAG, 6))).isCloseTo(7.4 * 7.4 / 4, withinPercentage(4));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 9, 11})
    void elsewhereTheVarianceIsThatOfABridge(int step) {
        double share = step / 12.0;
        assertThat(variance(noise(ZIGZAG, step)))
                .isCloseTo(7.4 * 7.4 * share * (1 - share), withinPercentage(4));
    }

    @Test
    void neighbouringPointsMoveLikeTheBridgeAndNotLikeWhiteNoise() {
        double[] before = noise(ZIGZAG, 6);
        double[] after = noise(ZIGZAG, 7);
        double[] moves = new double[before.length];
        Arrays.setAll(moves, i -> after[i] - before[i]);
        assertThat(variance(moves))
                .isCloseTo(7.4 * 7.4 * (1 / 12.0) * (11 / 12.0), withinPercentage(4));
    }

    @Test
    void noiseHasNoBias() {
        double mean = Arrays.stream(noise(ZIGZAG, 6)).average().orElseThrow();
        assertThat(Math.abs(mean)).isLessThan(4 * 3.7 / StrictMath.sqrt(SAMPLES));
    }

    @Test
    void aGapHasTheWalksVarianceInProportionToTime() {
        double[] heights = new double[4000];
        for (int seed = 0; seed < heights.length; seed++) {
            heights[seed] = new RoughSegments(gappy(), seed).apply(29).at(29 * 60 + 300) - 1010;
        }
        assertThat(variance(heights))
                .as("the middle of a gap of 10 sample steps")
                .isCloseTo(10 * 7.4 * 7.4 / 4, withinPercentage(8));
    }

    @Test
    void theMedianIsTakenOverTwelveStepsOnEitherSide() {
        assertThat(noiseAmidChanges(12)).as("12 of 25 differences are not 0").isLessThan(1e-9);
        assertThat(noiseAmidChanges(13)).as("13 of 25 differences are not 0").isGreaterThan(0.01);
    }

    private static double noiseAmidChanges(int changes) {
        double[] values = zigzag(60);
        Arrays.fill(values, 0, 25, 1000);
        Arrays.fill(values, 24 + changes, 60, values[24 + changes]);
        return Math.abs(noise(Trace.regular("calm", 60, values), 6)[30]);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void samplesAreHitExactlyAndDemandIsNeverNegative(long seed) {
        Trace trace = randomTrace(new SplittableRandom(seed));
        DemandCurve curve = rough(trace, seed);
        for (int i = 0; i < trace.size(); i++) {
            assertThat(curve.at((int) trace.time(i) / STEP)).isEqualTo(trace.value(i));
        }
        assertThat(Arrays.stream(demand(curve)))
                .allMatch(value -> value >= 0 && Double.isFinite(value));
        assertThat(demand(curve)).isNotEqualTo(demand(linear(trace)));
    }

    @Test
    void demandIsCutAtZero() {
        double[] low = Arrays.stream(zigzag(400)).map(value -> value - 1000).toArray();
        long zeros =
                Arrays.stream(demand(rough(Trace.regular("low", 60, low), 1)))
                        .filter(value -> value == 0)
                        .count();
        assertThat(zeros).as("200 samples are 0").isGreaterThan(400);
    }

    @Test
    void theSameSeedAndNameGiveTheSameBytes() {
        assertThat(demand(rough(ZIGZAG, 7))).isEqualTo(demand(rough(ZIGZAG, 7)));
    }

    @Test
    void anotherSeedNameOrSampleGivesOtherNoise() {
        double[] noise = noise(ZIGZAG, 6);
        assertThat(demand(rough(ZIGZAG, 7))).isNotEqualTo(demand(rough(ZIGZAG, 8)));
        Trace renamed = Trace.of("other", Samples.times(ZIGZAG), Samples.values(ZIGZAG));
        assertThat(noise(renamed, 6)).isNotEqualTo(noise);
        assertThat(Arrays.stream(noise).distinct().count()).isEqualTo(noise.length);
    }

    @Test
    void oneBridgeDoesNotDependOnTheOthers() {
        Segment alone = new RoughSegments(ZIGZAG, 7).apply(500);
        DemandCurve all = rough(ZIGZAG, 7);
        for (int step = 0; step < 12; step++) {
            assertThat(alone.at(500 * 60 + step * STEP)).isEqualTo(all.at(500 * 12 + step));
        }
    }

    @Test
    void samplesAtMostTwoStepsApartAreJoinedStraight() {
        Trace trace = Trace.regular("zigzag", 10, zigzag(50));
        assertThat(demand(rough(trace, 7))).isEqualTo(demand(linear(trace)));
        Trace wider = Trace.regular("zigzag", 11, zigzag(50));
        assertThat(demand(rough(wider, 7))).isNotEqualTo(demand(linear(wider)));
    }

    private static Trace gappy() {
        double[] times = IntStream.range(0, 60).mapToDouble(i -> 60.0 * i).toArray();
        double[] values = zigzag(60);
        for (int i = 30; i < 60; i++) {
            times[i] += 9 * 60;
        }
        values[29] = 1010;
        values[30] = 1010;
        return Trace.of("gappy", times, values);
    }

    private static Trace randomTrace(SplittableRandom random) {
        double[] times = new double[300];
        double[] values = new double[300];
        for (int i = 0; i < times.length; i++) {
            times[i] = i == 0 ? 0 : times[i - 1] + STEP * (random.nextInt(20) + 4);
            values[i] = random.nextInt(3) == 0 ? 0 : random.nextDouble() * 50;
        }
        return Trace.of("random", times, values);
    }

    private static double[] zigzag(int samples) {
        return IntStream.range(0, samples).mapToDouble(i -> 1000 + 10 * (i % 2)).toArray();
    }

    /** What the rough curve adds to the straight one, {@code step} steps after each sample. */
    private static double[] noise(Trace trace, int step) {
        DemandCurve rough = rough(trace, 42);
        DemandCurve linear = linear(trace);
        return IntStream.range(0, trace.size() - 1)
                .map(sample -> sample * 12 + step)
                .mapToDouble(at -> rough.at(at) - linear.at(at))
                .toArray();
    }

    private static double variance(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
    }

    private static double[] demand(DemandCurve curve) {
        return IntStream.range(0, curve.steps()).mapToDouble(curve::at).toArray();
    }

    private static DemandCurve rough(Trace trace, long seed) {
        return DemandCurve.of(trace, STEP, Interpolation.ROUGH, seed);
    }

    private static DemandCurve linear(Trace trace) {
        return DemandCurve.of(trace, STEP, Interpolation.LINEAR, 0);
    }
}
