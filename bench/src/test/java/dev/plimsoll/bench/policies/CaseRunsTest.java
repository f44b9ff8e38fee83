// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseRunsTest {
    @Test
    void anIndexIsAQuotientOfRegrets() {
        List<Judged> judged = Examples.runs("web_a").judged();

        assertThat(judged).extracting(Judged::kappa).containsExactly(10, 100, 1000);
        assertThat(judged)
                .allSatisfy(pair -> {
                    assertThat(pair.regret()).isCloseTo(0.3, within(1e-12));
                    assertThat(pair.index()).isCloseTo(0.3 / 0.4, within(1e-12));
                    assertThat(pair.indexWithKpa()).isCloseTo(0.3 / 0.25, within(1e-12));
                    // keda is tuned to what costs 1.8 then, hpa to what costs 1.4
                    assertThat(pair.indexTunedBefore()).isCloseTo(0.3 / 0.4, within(1e-12));
                    assertThat(pair.isAbove()).isFalse();
                    assertThat(pair.reason()).isEmpty();
                });
    }

    @ParameterizedTest
    @CsvSource({"1.4, false", "1.401, true"})
    void anIndexOfOneIsNotAboveOne(double hours, boolean above) {
        assertThat(Examples.runs("web_a", hours).judged())
                .allMatch(pair -> pair.isAbove() == above)
                .allMatch(pair -> pair.reason().isPresent() == above);
    }

    @Test
    void aRunThatThereIsNoneOfIsABug() {
        assertThatNullPointerException()
                .isThrownBy(() -> Examples.runs("web_a").run(Examples.own(5)))
                .withMessageContaining("kappa=5");
    }

    @ParameterizedTest
    @CsvSource({
        "web_ms_ecommerce_api, web, true",
        "spiky_nab_elb, spiky, true",
        "llm_servegen_m_large, llm, true",
        "llm_mooncake_conv, llm, false",
        "cpu_nab_ec2, cpu, false",
        "website, website, false"
    })
    void aNameTellsItsClassAndWhetherItIsJudged(String trace, String kind, boolean judged) {
        assertThat(Examples.name(trace).kind()).isEqualTo(kind);
        assertThat(Examples.name(trace).isJudged()).isEqualTo(judged);
    }
}
