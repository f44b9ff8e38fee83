// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

import dev.plimsoll.bench.fidelity.Comparison.Run;
import dev.plimsoll.bench.fidelity.Conditions.Lateness;
import dev.plimsoll.bench.fidelity.Findings.Aside;
import dev.plimsoll.bench.fidelity.Outcome.Latencies;
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
    private static final Profile BESIDE = Profile.beside(0.1);

    private ExampleFindings() {}

    /** Simulated latencies are {@code factor} times those that were measured. */
    static Findings of(double factor, int minutes) {
        Settings settings = new Settings(minutes, 3);
        return new Findings(
                settings,
                new Surroundings(0.8, "2.6", "25", "Linux 6"),
                comparison(factor, settings.allowsForChance()),
                List.of(
                        conditions(0.1, 7, List.of(100, 110, 90, 100, 100, 100, 100, 100, 20)),
                        conditions(0.2, 6, List.of(99, 101, 99, 101, 99, 101, 99, 101, 20))),
                List.of(
                        new Aside(
                                "balance roundrobin",
                                BESIDE,
                                outcome(BESIDE, 1),
                                outcome(BESIDE, 1.5))));
    }

    private static Conditions conditions(double lateMs, int lost, List<Integer> split) {
        return new Conditions(
                new Lateness(lateMs, 5 * lateMs, 90 * lateMs),
                new Lateness(2 * lateMs, 3 * lateMs, 4 * lateMs),
                lost,
                split);
    }

    static Comparison comparison(double factor, boolean isShort) {
        return new Comparison(
                PROFILE,
                List.of(run(0.95), run(1.05)),
                outcome(PROFILE, factor),
                Chance.of(PROFILE, SETUP, ServiceLaw.EXPONENTIAL),
                isShort);
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
