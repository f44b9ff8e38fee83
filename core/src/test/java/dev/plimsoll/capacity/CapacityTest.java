// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapacityTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0.001, 1",
        "50, 1",
        "50.001, 2",
        "150, 3",
        "150.00000001, 3",
        "1e300, 2147483647",
        "Infinity, 2147483647"
    })
    void theLeastReplicasThatCarryTheDemand(double demand, int replicas) {
        var capacity = new Capacity.Known(50, 0.8, Capacity.Basis.LEARNED);
        assertThat(capacity.replicasFor(demand)).isEqualTo(replicas);
    }
}
