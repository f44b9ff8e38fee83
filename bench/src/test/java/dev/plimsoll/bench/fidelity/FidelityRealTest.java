// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.bench.fidelity.Row.Verdict;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The simulator beside HAProxy and server processes, as short as it goes. */
@Tag("cluster")
@Timeout(300)
class FidelityRealTest {
    @Test
    void theSimulatorIsLikeRealServersBehindHaproxy() throws IOException, InterruptedException {
        Settings settings = new Settings(Settings.SHORT_MINUTES, 1);
        Findings findings = new Fidelity(settings).run(() -> {});
        assertThat(findings.comparison().rows())
                .as(FidelityTable.render(findings))
                .noneMatch(row -> row.verdict() == Verdict.OUTSIDE);
        assertThat(findings.conditions())
                .allSatisfy(run -> assertThat(run.unevenness()).isLessThan(0.08))
                .allSatisfy(run -> assertThat(run.split().getLast()).isPositive())
                .allSatisfy(run -> assertThat(run.lost()).isPositive());
        assertThat(findings.comparison().profile().phases())
                .extracting(Phase::change)
                .contains(Change.CRASHED);
    }
}
