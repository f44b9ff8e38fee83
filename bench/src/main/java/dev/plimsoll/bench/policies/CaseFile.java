// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.policies;

import dev.plimsoll.model.DurationText;
import dev.plimsoll.model.InvalidInputException;
import dev.plimsoll.sim.backtest.BacktestCase;
import dev.plimsoll.sim.backtest.BacktestSettings;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** All that a case is made of. */
record CaseFile(CaseName name, TraceFile trace, BacktestSettings settings) {
    /** What is shorter tells nothing about a policy. */
    private static final Duration LEAST_SCORED = Duration.ofMinutes(10);

    /** With fewer, much of what is scored was decided before it. */
    private static final int LEAST_LEAD_TIMES = 10;

    private static final double SECONDS_PER_DAY = 86_400;

    /** Why the trace is too short, and how to mend it; empty where it is not. */
    Optional<String> refusal() {
        Duration scored = scored();
        if (scored.compareTo(LEAST_SCORED) < 0) {
            return Optional.of(
                    "%s: only %s of it would be scored: give a trace of which 10m are"
                            .formatted(name.trace(), rounded(scored)));
        }
        if (scored.compareTo(name.leadTime().multipliedBy(LEAST_LEAD_TIMES)) < 0) {
            InvalidInputException refused =
                    new InvalidInputException(
                            "--lead-time",
                            "duration",
                            DurationText.of(name.leadTime()),
                            "%s has %s that would be scored, less than ten times that: give a"
                                            .formatted(name.trace(), rounded(scored))
                                    + " shorter time or a longer trace");
            return Optional.of(refused.problems().getFirst());
        }
        return Optional.empty();
    }

    LeftOut leftOut(String reason) {
        return new LeftOut(name.toString(), reason);
    }

    BacktestCase replay() {
        return BacktestCase.of(trace.trace(), settings);
    }

    ReplayKey key(Entrant entrant, Fingerprint fingerprint) {
        return ReplayKey.of(this, entrant, fingerprint.of(entrant));
    }

    /** Gaps included; in whole seconds. */
    private Duration scored() {
        var replay = settings.replay();
        double length = Math.min(trace.trace().lengthSeconds(), replay.maxDays() * SECONDS_PER_DAY);
        return Duration.ofSeconds((long) (length * (1 - replay.warmUp())));
    }

    private static String rounded(Duration time) {
        boolean isLong = time.compareTo(Duration.ofHours(2)) >= 0;
        return DurationText.of(time.truncatedTo(isLong ? ChronoUnit.HOURS : ChronoUnit.MINUTES));
    }
}
