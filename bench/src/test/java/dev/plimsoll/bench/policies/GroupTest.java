// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Indices 0.5 of web_wc98_a, which is held back, 2 of web_ms_ingress1, and 1 of cpu_x. */
class GroupTest {
    private static final List<Group> GROUPS =
            Group.of(
                    Stream.of(
                                    Examples.runs("web_wc98_a", 1.2),
                                    Examples.runs("web_ms_ingress1", 1.8),
                                    Examples.runs("cpu_x", 1.4))
                            .flatMap(runs -> runs.judged().stream())
                            .toList());

    @Test
    void judgedTracesAreApartFromTheOthers() {
        assertThat(GROUPS)
                .extracting(group -> group.by() + " " + group.name() + " " + group.pairs().size())
                .containsExactly(
                        "set judged 6",
                        "set held back 3",
                        "interpolation rough 6",
                        "lead time 40s 6",
                        "kappa 10 2",
                        "kappa 100 2",
                        "kappa 1000 2",
                        "class web 6",
                        "class cpu 3",
                        "set all 9");
    }

    @Test
    void meansAreGeometric() {
        Group judged = GROUPS.getFirst();

        assertThat(judged.mean(Judged::index)).isCloseTo(1, within(1e-12));
        assertThat(judged.mean(Judged::indexWithKpa)).isCloseTo(0.4 / 0.25, within(1e-12));
        assertThat(GROUPS.get(1).mean(Judged::index)).isCloseTo(0.5, within(1e-12));
        assertThat(judged.above()).isEqualTo(0.5);
        assertThat(judged.largest().name().trace()).isEqualTo("web_ms_ingress1");
        assertThat(GROUPS.getLast().above()).isCloseTo(1.0 / 3, within(1e-12));
    }

    @Test
    void aGroupWithoutCasesIsNotThere() {
        assertThat(Group.of(Examples.runs("cpu_x").judged()))
                .extracting(Group::name)
                .containsExactly("cpu", "all");
    }
}
