// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.bench.fidelity.Row.Verdict;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The simulator beside HAProxy and server processes, as short as it goes. */
@Tag("cluster")
class FidelityRealTest {
    @Test
    void theSimulatorIsLikeRealServersBehindHaproxy() throws IOException, InterruptedException {
        Settings settings = new Settings(Duration.ofMillis(50), Settings.SHORT_MINUTES, 1);
        Findings findings = new Fidelity(settings).run(() -> {});
        assertThat(findings.comparison().rows())
                .as(FidelityTable.render(findings))
                .noneMatch(row -> row.verdict() == Verdict.OUTSIDE);
        assertThat(findings.conditions())
                .allSatisfy(run -> assertThat(run.unevenness(8)).isLessThan(0.08))
                .allSatisfy(run -> assertThat(run.split().getLast()).isPositive());
    }
}
