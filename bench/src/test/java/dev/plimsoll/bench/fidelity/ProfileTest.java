// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileTest {
    private static final int FILES_HOLD = 6500;

    @Test
    void theWholeProfileTakesTenMinutes() {
        assertThat(Profile.whole(1).seconds()).isEqualTo(Profile.FULL_SECONDS);
    }

    @Test
    void phasesFollowEachOther() {
        Profile profile = Profile.whole(1);
        for (int phase = 1; phase < profile.phases().size(); phase++) {
            assertThat(profile.begin(phase)).isEqualTo(profile.end(phase - 1));
        }
        assertThat(profile.end(profile.phases().size() - 1)).isEqualTo(profile.seconds());
    }

    @ParameterizedTest
    @CsvSource({"0.1, 0.05", "1, 0.05", "5, 0.05"})
    void whatWaitsFitsIntoTheOpenFilesOfAProcess(double scale, double serviceSeconds) {
        Setup setup = Setup.of(serviceSeconds);
        for (Phase phase : Profile.whole(scale).phases()) {
            double grown = setup.rate(phase.load() - 1) * phase.seconds();
            assertThat(grown).as(phase.name()).isLessThan(FILES_HOLD);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 1})
    void aServerIsUpBeforeThePhaseThatStartsItEnds(double scale) {
        Profile profile = Profile.whole(scale);
        assertThat(profile.phases())
                .filteredOn(phase -> phase.change() != Change.NONE)
                .hasSize(3)
                .allMatch(phase -> phase.seconds() > profile.startUpSeconds());
    }

    @Test
    void theShortFormGivesChangesTheirTime() {
        Profile profile = Profile.shortened();
        assertThat(profile.phases().subList(3, 7))
                .extracting(Phase::change)
                .containsExactly(Change.NONE, Change.ADDED, Change.DRAINED, Change.CRASHED);
        assertThat(profile.phases().subList(3, 7)).allMatch(phase -> phase.seconds() >= 15);
    }

    @Test
    void everyOverloadIsWorkedOff() {
        var phases = Profile.whole(1).phases();
        for (int phase = 0; phase < phases.size(); phase++) {
            if (phases.get(phase).isOverload()) {
                assertThat(phases.get(phase + 1).isAftermath()).isTrue();
            }
        }
    }

    @Test
    void aPhaseWithoutLoadIsRefused() {
        assertThatThrownBy(() -> new Phase("idle", 0, 10, Regime.STEADY, Change.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("phase 'idle'");
    }
}
