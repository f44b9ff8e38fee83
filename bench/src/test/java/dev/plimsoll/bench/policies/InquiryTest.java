// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.policies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.sim.backtest.BacktestSettings;
import dev.plimsoll.sim.workload.Interpolation;
import dev.plimsoll.sim.workload.Trace;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InquiryTest {
    private static final TraceFile HOUR =
            new TraceFile(Trace.regular("web_a", 60, new double[60]), "hash");

    @Test
    void withoutMoreTheSettingsAreThoseOfABacktest() {
        List<CaseFile> cases = Examples.INQUIRY.cases(HOUR);

        assertThat(cases)
                .extracting(CaseFile::settings)
                .containsExactly(BacktestSettings.defaults(40), BacktestSettings.defaults(180));
    }

    @ParameterizedTest(name = "pushed every {0} s: a step of {1} s")
    @CsvSource({"1, 1", "2, 1", "5, 5", "10, 5", "12, 1"})
    void theStepFitsWhatIsPushed(int pushed, int step) {
        Duration every = Duration.ofSeconds(pushed);
        BacktestSettings settings =
                inquiry(40, Optional.of(every)).cases(HOUR).getFirst().settings();

        assertThat(settings.service().stepSeconds()).isEqualTo(step);
        assertThat(settings.pushedInterval()).contains(every);
        assertThat(settings.cadence().cycle()).hasSeconds(15);
    }

    @ParameterizedTest(name = "lead time {0} s, {1} samples")
    @CsvSource({
        "40,  60, ''",
        "252, 60, ''",
        "253, 60, '--lead-time: duration ''253s'': web_a has 42m that would be scored'",
        "40,  14, 'web_a: only 9m of it would be scored: give a trace of which 10m are'",
    })
    void whatIsTooShortIsRefused(int leadTime, int samples, String reason) {
        Trace trace = Trace.regular("web_a", 60, new double[samples]);
        Optional<String> refusal =
                inquiry(leadTime, Optional.empty())
                        .cases(new TraceFile(trace, "hash"))
                        .getFirst()
                        .refusal();

        assertThat(refusal.orElse("")).startsWith(reason);
        assertThat(refusal.isEmpty()).isEqualTo(reason.isEmpty());
    }

    private static Inquiry inquiry(int leadTime, Optional<Duration> pushed) {
        return new Inquiry(
                List.of(Duration.ofSeconds(leadTime)),
                List.of(Interpolation.ROUGH),
                50,
                pushed,
                List.of(Examples.PREDICTIVE));
    }
}
