// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimelineTest {
    @Test
    void keepsMoreStepsThanExpected() {
        Timeline.Recorder recorder = new Timeline.Recorder(1);
        for (int i = 0; i < 100; i++) {
            recorder.step(i, i + 1, i + 2, i / 100.0, i % 2 == 0);
        }

        Timeline timeline = recorder.timeline();

        assertThat(timeline.steps()).isEqualTo(100);
        for (int i = 0; i < 100; i++) {
            assertThat(timeline.supply(i)).isEqualTo(i);
            assertThat(timeline.billed(i)).isEqualTo(i + 1);
            assertThat(timeline.desired(i)).isEqualTo(i + 2);
            assertThat(timeline.utilization(i)).isEqualTo(i / 100.0);
            assertThat(timeline.violated(i)).isEqualTo(i % 2 == 0);
        }
    }

    @Test
    void isNotChangedByLaterSteps() {
        Timeline.Recorder recorder = new Timeline.Recorder(10);
        recorder.step(1, 1, 1, 0, false);
        Timeline timeline = recorder.timeline();

        recorder.step(2, 2, 2, 0, false);

        assertThat(timeline.steps()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 1, 1, 0",
        "2, 1, 1, 0",
        "1, 1, -1, 0",
        "1, 1, 1, -0.1",
        "1, 1, 1, 1.1",
        "1, 1, 1, NaN"
    })
    void refusesWhatCannotBe(int supply, int billed, int desired, double utilization) {
        Timeline.Recorder recorder = new Timeline.Recorder(1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> recorder.step(supply, billed, desired, utilization, false))
                .withMessageStartingWith("step 0: ");
    }
}
