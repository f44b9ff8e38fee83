// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.goldens;

import dev.plimsoll.sim.baseline.kpa.Averages;
import dev.plimsoll.sim.baseline.kpa.Averages.NoData;
import dev.plimsoll.sim.baseline.kpa.Averages.Observed;
import dev.plimsoll.sim.baseline.kpa.Decision;
import dev.plimsoll.sim.baseline.kpa.Decision.Scale;
import dev.plimsoll.sim.baseline.kpa.Decision.Undecided;
import org.jspecify.annotations.Nullable;

/** What a tick of the autoscaler came to. The averages are those that it saw, if it looked. */
record KpaExpect(
        int desired,
        int ebc,
        @MayBeAbsent @Nullable Boolean panicking,
        @MayBeAbsent @Nullable Boolean invalid,
        @MayBeAbsent @Nullable Double stable,
        @MayBeAbsent @Nullable Double panic) {
    private static final double AVERAGE_TOLERANCE = 1e-5;

    KpaExpect {
        panicking = Fields.orFalse(panicking);
        invalid = Fields.orFalse(invalid);
    }

    static KpaExpect of(Decision decision, boolean panicking) {
        return switch (decision) {
            case Scale(int pods, int excessBurst) ->
                    new KpaExpect(pods, excessBurst, panicking, false, null, null);
            case Undecided() -> new KpaExpect(0, 0, panicking, true, null, null);
        };
    }

    /** With the averages that a valid decision rests on. */
    KpaExpect seeing(Averages averages) {
        return switch (averages) {
            case Observed(double seenStable, double seenPanic) when !Fields.orFalse(invalid) ->
                    new KpaExpect(desired, ebc, panicking, invalid, seenStable, seenPanic);
            case Observed _, NoData() -> this;
        };
    }

    boolean agrees(KpaExpect got) {
        KpaExpect alike = new KpaExpect(desired, ebc, panicking, invalid, got.stable, got.panic);
        return alike.equals(got) && isNear(stable, got.stable) && isNear(panic, got.panic);
    }

    private static boolean isNear(@Nullable Double expected, @Nullable Double got) {
        if (expected == null || got == null) {
            return expected == null && got == null;
        }
        return Math.abs(expected - got) <= AVERAGE_TOLERANCE;
    }
}
