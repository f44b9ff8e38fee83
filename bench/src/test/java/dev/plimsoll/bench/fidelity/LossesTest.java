// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LossesTest {
    private static final long MILLISECOND = 1_000_000;

    /** The crash comes at two seconds. */
    private static final Profile CRASHING =
            new Profile(
                    List.of(
                            new Phase("80 %", 0.8, 2, Regime.STEADY, Change.NONE),
                            new Phase("crashed", 0.8, 4, Regime.STRAINED, Change.CRASHED)),
                    1);

    private static Recording lost(long dueMs, long endedMs) {
        long[] sends = {0, dueMs * MILLISECOND};
        Recording recording = new Recording(Schedule.of(sends, new long[] {1, 1}));
        recording.answered(0, 1, MILLISECOND);
        recording.lost(1, endedMs * MILLISECOND);
        return recording;
    }

    @ParameterizedTest
    @CsvSource({"1500, 2001", "1999, 2000", "2500, 2501", "3000, 3001"})
    void whatIsDueBeforeACrashOrSoonAfterIsLostToIt(long dueMs, long endedMs) {
        assertThatCode(() -> Losses.requireCrash(CRASHING, lost(dueMs, endedMs)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"1500, 1999", "3001, 3002", "5000, 5001"})
    void noOtherLossIsPassedOver(long dueMs, long endedMs) {
        assertThatThrownBy(() -> Losses.requireCrash(CRASHING, lost(dueMs, endedMs)))
                .hasMessageStartingWith("1 requests were lost without a crash")
                .hasMessageContaining("due at %d.".formatted(dueMs / 1000));
    }

    @Test
    void withoutACrashNoneMayBeLost() {
        Profile calm = Profile.beside(0.1);
        assertThatThrownBy(() -> Losses.requireCrash(calm, lost(10, 20)))
                .hasMessageContaining("lost without a crash");
    }
}
