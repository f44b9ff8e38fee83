// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.bench.fidelity.Comparison.Run;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whether the short form notices that what the simulator was told of did not happen. Of these 100
 * pairs of runs it notices 88 without the addition, 100 without the drain, and no more than 50
 * without the crash: that one took place is seen by its lost requests.
 */
class NegativeControlTest {
    private static final int SEEDS = 100;
    private static final long SPLITS = 0xc0ffeeL;
    private static final Setup SETUP = Setup.of(0.05);
    private static final Profile PROFILE = Profile.shortened();
    private static final Chance CHANCE = Chance.of(PROFILE, SETUP, ServiceLaw.EXPONENTIAL);
    private static final Outcome SIMULATED = SimulatedOutcome.of(PROFILE, SETUP, 0);

    @ParameterizedTest
    @CsvSource({"ADDED, 75", "DRAINED, 95", "CRASHED, 40"})
    void aChangeThatDidNotComeAboutIsNoticed(Change change, int least) {
        assertThat(outside(without(change))).isGreaterThanOrEqualTo(least);
    }

    @Test
    void whatCameAboutIsHardlyEverOutside() {
        assertThat(outside(PROFILE)).isLessThanOrEqualTo(3);
    }

    private static Profile without(Change change) {
        List<Phase> phases =
                PROFILE.phases().stream()
                        .map(phase -> phase.change() == change ? unchanged(phase) : phase)
                        .toList();
        return new Profile(phases, PROFILE.startUpSeconds());
    }

    private static Phase unchanged(Phase phase) {
        return new Phase(phase.name(), phase.load(), phase.seconds(), phase.regime(), Change.NONE);
    }

    /** In how many of the pairs of runs a judged figure is outside. */
    private static long outside(Profile happened) {
        return LongStream.rangeClosed(1, SEEDS)
                .parallel()
                .mapToObj(seed -> comparison(happened, 5000 + seed))
                .filter(comparison -> !comparison.isInside())
                .count();
    }

    private static Comparison comparison(Profile happened, long seed) {
        List<Run> runs =
                LongStream.of(2 * seed, 2 * seed + 1)
                        .mapToObj(split -> outcome(happened, seed, SPLITS + split))
                        .map(outcome -> new Run(outcome, outcome))
                        .toList();
        return new Comparison(PROFILE, runs, SIMULATED, CHANCE, true);
    }

    private static Outcome outcome(Profile happened, long seed, long split) {
        Schedule schedule = Schedule.draw(happened, SETUP, ServiceLaw.EXPONENTIAL, seed);
        Recording recording = new RequestReplica(happened, SETUP, split).run(schedule);
        return RecordedOutcome.of(PROFILE, SETUP, recording);
    }
}
