// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.goldens;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our peers decide as the peers' own code did. */
class GoldensTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource
    void everyCaseAgrees(String name, GoldenSet set) {
        assertThat(set.cases()).as(name).isNotEmpty();
        assertThat(set.replay()).isEmpty();
    }

    static Stream<Object[]> everyCaseAgrees() throws URISyntaxException {
        return GoldenSet.of(Resources.folder("goldens")).stream()
                .map(set -> new Object[] {set.name(), set});
    }
}
