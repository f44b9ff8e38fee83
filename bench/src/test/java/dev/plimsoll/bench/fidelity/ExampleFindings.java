// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

import dev.plimsoll.bench.fidelity.Comparison.Run;
import dev.plimsoll.bench.fidelity.Findings.Aside;
import dev.plimsoll.bench.fidelity.Outcome.Latencies;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Findings made by hand, around an overload of two seconds and what comes after. */
final class ExampleFindings {
    static final Setup SETUP = Setup.of(0.05);
    static final Profile PROFILE =
            new Profile(
                    List.of(
                            new Phase("70 %", 0.7, 2, Regime.STEADY, Change.NONE),
                            new Phase("over", 1.1, 2, Regime.STRAINED, Change.NONE),
                            new Phase("after", 0.7, 4, Regime.AFTERMATH, Change.NONE)),
                    1);
    private static final Profile BRIEF = Profile.brief(0.1);

    private ExampleFindings() {}

    /** Simulated latencies are {@code factor} times those that were measured. */
    static Findings of(double factor, int minutes) {
        Settings settings = new Settings(Duration.ofMillis(50), minutes, 3);
        return new Findings(
                settings,
                0.8,
                comparison(factor, settings.isShort()),
                List.of(
                        new Conditions(0.1, 0.5, 9, 7, List.of(100, 110, 90, 20)),
                        new Conditions(0.2, 0.6, 8, 6, List.of(100, 100, 100, 20))),
                List.of(
                        new Aside(
                                "balance roundrobin",
                                BRIEF,
                                outcome(BRIEF, 1),
                                outcome(BRIEF, 1.5))));
    }

    static Comparison comparison(double factor, boolean brief) {
        return new Comparison(
                PROFILE,
                List.of(run(0.95), run(1.05)),
                outcome(PROFILE, factor),
                Chance.of(PROFILE, SETUP, ServiceLaw.EXPONENTIAL),
                brief);
    }

    /** The machine has added a fourth. */
    private static Run run(double factor) {
        return new Run(outcome(PROFILE, factor), outcome(PROFILE, 0.8 * factor));
    }

    /** Latencies of 100, 200 and 300 ms times a factor, falling back in the last second but one. */
    static Outcome outcome(Profile profile, double factor) {
        List<Second> seconds = new ArrayList<>();
        for (int second = 0; second < profile.seconds(); second++) {
            boolean back = second >= profile.seconds() - 2;
            seconds.add(new Second(OptionalDouble.of(back ? 60 : 500 * factor), 40 * factor));
        }
        List<Latencies> latencies =
                profile.phases().stream()
                        .map(_ -> new Latencies(100 * factor, 200 * factor, 300 * factor))
                        .toList();
        return new Outcome(profile, SETUP, latencies, seconds);
    }
}
