// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.WorkloadId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotRotaTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 79, 80, 81, 5000})
    void everybodyHasATurnWithinTwentyMinutesOfCyclesAndNobodyAtOnce(int count) {
        List<WorkloadId> workloads =
                IntStream.range(0, count).mapToObj(i -> new WorkloadId("shop", "w" + i)).toList();
        SnapshotRota rota = new SnapshotRota(workloads);
        Set<WorkloadId> saved = new HashSet<>();
        for (int cycle = 0; cycle < 80; cycle++) {
            List<WorkloadId> due = rota.due();
            assertThat(due).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(count / 80 + 1);
            saved.addAll(due);
        }
        assertThat(saved).hasSize(count);
    }

    @Test
    void ofNobodyNobodyIsDue() {
        assertThat(new SnapshotRota(List.of()).due()).isEmpty();
    }
}
