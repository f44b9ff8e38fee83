// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.Inventory;
import dev.plimsoll.model.WorkloadId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Turns on all processors come to the same as one after the other. */
class ParallelCrewTest {
    private static final List<Inventory> WORKLOADS =
            IntStream.range(0, 500).mapToObj(ParallelCrewTest::inventory).toList();

    private final ParallelCrew crew = new ParallelCrew();

    @AfterEach
    void close() {
        crew.close();
    }

    @Test
    void resultsAreInTheOrderOfTheWorkloads() {
        assertThat(crew.each(WORKLOADS, Inventory::desired))
                .isEqualTo(IntStream.range(0, 500).boxed().map(Optional::of).toList());
    }

    @Test
    void ofNobodyThereIsNothing() {
        assertThat(crew.each(List.of(), Inventory::desired)).isEmpty();
    }

    @Test
    void aDefectCostsOneTurnAndIsToldOnce() {
        List<Optional<Integer>> results =
                crew.each(
                        WORKLOADS,
                        each -> {
                            if (each.desired() == 7) {
                                throw new IllegalStateException("a defect");
                            }
                            return each.desired();
                        });
        assertThat(results.get(7)).isEmpty();
        assertThat(results).filteredOn(Optional::isPresent).hasSize(499);
        assertThat(crew.defects())
                .containsOnlyKeys(id(7))
                .allSatisfy((_, defect) -> assertThat(defect).hasMessage("a defect"));
        assertThat(crew.defects()).isEmpty();
    }

    @Test
    void whoIsLeftOutHasNoTurn() {
        crew.leaveOut(Set.of(id(3)));
        List<Optional<Integer>> results = crew.each(WORKLOADS, Inventory::desired);
        assertThat(results.get(3)).isEmpty();
        assertThat(results.get(4)).hasValue(4);
        assertThat(crew.defects()).isEmpty();
    }

    private static Inventory inventory(int number) {
        return new Inventory(id(number), number, number, 1, List.of());
    }

    private static WorkloadId id(int number) {
        return new WorkloadId("shop", "web-%03d".formatted(number));
    }
}
