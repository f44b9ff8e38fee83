// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FrontsTest {
    /** The first setting is lean on the first trace, and the second on the second. */
    private static final Fronts FRONTS =
            new Fronts(
                    List.of(
                            runs("web_a", Examples.run(1.0, 0.2), Examples.run(2.0, 0.0)),
                            runs("web_b", Examples.run(2.0, 0.0), Examples.run(1.0, 0.2))));

    @Test
    void aTunedFrontHasForEachPriceTheBestSettingOfEachTrace() {
        // a violation is worth an hour from a price of 5 on
        assertThat(FRONTS.tuned("hpa")).containsExactly(new Spot(1, 0.2), new Spot(2, 0));
    }

    @Test
    void aSettingForAllTracesIsTheMeanOfWhatItDid() {
        assertThat(FRONTS.settings("hpa")).containsOnly(new Spot(1.5, 0.1)).hasSize(2);
        assertThat(FRONTS.settings("keda")).isEmpty();
    }

    @Test
    void ownPoliciesStandWhereTheirPricesPutThem() {
        assertThat(new Fronts(List.of(Examples.runs("web_a"))).own(Examples.PREDICTIVE))
                .containsExactly(new Spot(1.3, 0), new Spot(1.3, 0), new Spot(1.3, 0));
    }

    private static CaseRuns runs(String trace, Replayed first, Replayed second) {
        Map<Entrant, Replayed> runs = new LinkedHashMap<>();
        runs.put(Examples.peer("hpa:target=50"), first);
        runs.put(Examples.peer("hpa:target=80"), second);
        return new CaseRuns(Examples.name(trace), runs);
    }
}
