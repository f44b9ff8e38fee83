// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.svr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SvrInputsTest {
    private static final int PERIOD = 4;

    private static SvrInputs seen(double... values) {
        SvrGrid grid = new SvrGrid(0.2, List.of(1.0), List.of(1.0));
        SvrInputs inputs = new SvrInputs(new SvrSettings(PERIOD, 3, List.of(1, 2), 30, grid));
        for (double value : values) {
            inputs.take(value);
        }
        return inputs;
    }

    @ParameterizedTest
    @CsvSource({"0, 4", "7, 4", "8, 9", "55, 9", "56, 11", "9223372036854775807, 11"})
    void growWithTheHistory(long steps, int width) {
        assertThat(seen().width(steps)).isEqualTo(width);
    }

    @Test
    void areDifferencesToTheLagsOneTwoAndFourStepsAgo() {
        assertThat(seen(1, 2, 4, 8, 16, 32).values(4)).containsExactly(32, 16, 24, 30);
        assertThat(seen(5, 8).values(4))
                .as("the first stands for all before")
                .containsExactly(8, 3, 3, 3);
    }

    @Test
    void lagsWithinAGapAreTheSampleBeforeIt() {
        SvrInputs inputs = seen(1, 2, 4, 8);
        inputs.skip();
        inputs.skip();
        assertThat(inputs.last()).isEqualTo(8);
        inputs.take(10);
        assertThat(inputs.values(4)).containsExactly(10, 2, 2, 6);
        assertThat(inputs.gap()).isZero();
    }

    @Test
    void knowWhatTheDayBeforeDidNext() {
        double[] values = seen(1, 5, 2, 9, 3).values(7);
        assertThat(values[4]).as("above the day before").isEqualTo(3 - 1);
        assertThat(values[5]).as("its rise in one step").isEqualTo(5 - 1);
        assertThat(values[6]).as("in two").isEqualTo(2 - 1);
    }

    @Test
    void knowThePhaseOfDayAndWeek() {
        double[] values = seen(1, 5, 2, 9, 1, 5, 2).values(11);
        assertThat(values[7]).as("half a day").isCloseTo(0, within(1e-12));
        assertThat(values[8]).isCloseTo(-1, within(1e-12));
        double angle = 2 * Math.PI * 6 / (7 * PERIOD);
        assertThat(values[9]).isCloseTo(StrictMath.sin(angle), within(1e-12));
        assertThat(values[10]).isCloseTo(StrictMath.cos(angle), within(1e-12));
    }

    @Test
    void standStillInAGapButForTheTimeThatPasses() {
        SvrInputs inputs = seen(1, 5, 2, 9, 3);
        double[] before = inputs.values(11);
        inputs.skip();
        inputs.skip();
        assertThat(inputs.values(11)).containsExactly(before);
        assertThat(inputs.gap()).isEqualTo(2);
    }
}
