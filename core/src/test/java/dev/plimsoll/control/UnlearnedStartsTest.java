// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.Inventory;
import dev.plimsoll.model.WorkloadId;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnlearnedStartsTest {
    private static final WorkloadId WEB = new WorkloadId("shop", "web");
    private static final WorkloadId DB = new WorkloadId("shop", "db");

    private final UnlearnedStarts starts = new UnlearnedStarts();

    @Test
    void aCycleLearnsWhatTicksWereTold() {
        List<Inventory> first = List.of(told(WEB, 41), told(DB));
        assertThat(starts.merge(Clock.TICK, first)).isEqualTo(first);
        starts.merge(Clock.TICK, List.of(told(WEB), told(DB, 7)));

        assertThat(starts.merge(Clock.CYCLE, List.of(told(WEB, 43, 44), told(DB))))
                .containsExactly(told(WEB, 41, 43, 44), told(DB, 7));
    }

    @Test
    void eachStartIsLearnedOnce() {
        starts.merge(Clock.TICK, List.of(told(WEB, 41)));
        starts.merge(Clock.CYCLE, List.of(told(WEB)));

        assertThat(starts.merge(Clock.CYCLE, List.of(told(WEB)))).containsExactly(told(WEB));
    }

    private static Inventory told(WorkloadId workload, int... seconds) {
        List<Duration> starts = Arrays.stream(seconds).mapToObj(Duration::ofSeconds).toList();
        return new Inventory(workload, 3, 3, 1, starts);
    }
}
