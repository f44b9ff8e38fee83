// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.workload;

import static dev.plimsoll.sim.workload.Interpolation.HOLD;
import static dev.plimsoll.sim.workload.Interpolation.LINEAR;
import static dev.plimsoll.sim.workload.Interpolation.ROUGH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.plimsoll.model.InvalidInputException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DemandCurveTest {
    private static final Trace SAMPLES =
            Trace.of("t", new double[] {0, 20, 40}, new double[] {0, 8, 4});

    @Test
    void linearDemandRunsStraightFromSampleToSample() {
        assertThat(demand(DemandCurve.of(SAMPLES, 5, LINEAR, 1)))
                .containsExactly(0, 2, 4, 6, 8, 7, 6, 5, 4);
    }

    @Test
    void heldDemandChangesAtTheSamples() {
        assertThat(demand(DemandCurve.of(SAMPLES, 5, HOLD, 1)))
                .containsExactly(0, 0, 0, 0, 8, 8, 8, 8, 4);
    }

    @Test
    void samplesNeedNotStandAtStarts() {
        Trace trace = Trace.of("t", new double[] {0, 7.5, 17.5}, new double[] {3, 6, 16});
        assertThat(demand(DemandCurve.of(trace, 5, LINEAR, 1))).containsExactly(3, 5, 8.5, 13.5);
        assertThat(demand(DemandCurve.of(trace, 5, HOLD, 1))).containsExactly(3, 3, 6, 6);
    }

    @Test
    void severalSamplesMayFallIntoOneStep() {
        Trace trace = Trace.regular("t", 1, 0, 1, 2, 3, 4, 5, 6);
        assertThat(demand(DemandCurve.of(trace, 3, ROUGH, 1))).containsExactly(0, 3, 6);
    }

    @Test
    void aSingleSampleIsASingleStep() {
        DemandCurve curve = DemandCurve.of(Trace.regular("t", 60, 7), 5, ROUGH, 1);
        assertThat(demand(curve)).containsExactly(7);
        assertThat(curve.known(0)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void stepsInAGapHaveDemandButAreNotKnown(Interpolation interpolation) {
        Trace trace =
                Trace.of(
                        "t", new double[] {0, 10, 20, 45, 55, 75}, new double[] {9, 9, 9, 9, 9, 9});
        DemandCurve curve = DemandCurve.of(trace, 5, interpolation, 1);
        assertThat(IntStream.range(0, curve.steps()).filter(step -> !curve.known(step)))
                .as(
                        "from 30 s, where the sample at 20 s ends, to before 45 s; 55 to 75 s is no"
                                + " gap")
                .containsExactly(6, 7, 8);
        assertThat(demand(curve)).containsOnly(9);
    }

    @Test
    void stepsAreKnownByTheirStart() {
        Trace trace = Trace.of("t", new double[] {0, 12, 24, 61, 73}, new double[5]);
        DemandCurve curve = DemandCurve.of(trace, 5, LINEAR, 1);
        assertThat(IntStream.range(0, curve.steps()).filter(step -> !curve.known(step)))
                .as("36 s to 61 s")
                .containsExactly(8, 9, 10, 11, 12);
    }

    @Test
    void scalingScalesDemandAndPeakAndLeavesGaps() {
        Trace trace = Trace.of("t", new double[] {0, 5, 30, 35}, new double[] {1, 2, 7, 1});
        DemandCurve curve = DemandCurve.of(trace, 5, LINEAR, 1);
        DemandCurve scaled = curve.scaled(2);
        assertThat(curve.peak()).isEqualTo(7);
        assertThat(scaled.peak()).isEqualTo(14);
        assertThat(demand(scaled)).containsExactly(2, 4, 6, 8, 10, 12, 14, 2);
        assertThat(scaled.stepSeconds()).isEqualTo(5);
        assertThat(scaled.known(2)).isFalse();
        assertThat(scaled.known(1)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void demandIsScaledByPositiveNumbersOnly(double factor) {
        DemandCurve curve = DemandCurve.of(SAMPLES, 5, LINEAR, 1);
        assertThatThrownBy(() -> curve.scaled(factor)).hasMessageContaining("positive");
    }

    @Test
    void aTraceInMillisecondsIsRefusedBeforeItFillsTheMemory() {
        Trace trace = Trace.regular("web", 60_000_000, 1, 1, 1);
        assertThatThrownBy(() -> DemandCurve.of(trace, 5, LINEAR, 1))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("trace web has 24000001 steps of 5 s, at most 20000000");
    }

    @Test
    void aStepIsAtLeastASecond() {
        assertThatThrownBy(() -> DemandCurve.of(SAMPLES, 0, LINEAR, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void interpolationsAreReadByTheirLowerCaseNames() {
        assertThat(Interpolation.parse("linear")).isEqualTo(LINEAR);
        assertThat(Interpolation.parse("hold")).isEqualTo(HOLD);
        assertThat(Interpolation.parse("rough")).isEqualTo(ROUGH);
        assertThatThrownBy(() -> Interpolation.parse("cubic"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("--interpolation: value 'cubic': give linear, hold or rough");
    }

    @Test
    void theMedianIsTheMiddle() {
        assertThat(Median.of(new double[] {9, 1, 5})).isEqualTo(5);
        assertThat(Median.of(new double[] {9, 1, 5, 6})).isEqualTo(5.5, within(0.0));
    }

    private static double[] demand(DemandCurve curve) {
        return IntStream.range(0, curve.steps()).mapToDouble(curve::at).toArray();
    }
}
