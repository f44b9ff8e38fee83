// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.backtest;

import dev.plimsoll.sim.backtest.BacktestSettings.Limits;
import dev.plimsoll.sim.backtest.BacktestSettings.Replay;
import dev.plimsoll.sim.backtest.BacktestSettings.Scale;
import dev.plimsoll.sim.backtest.BacktestSettings.StartUp;
import dev.plimsoll.sim.workload.Interpolation;
import java.util.Optional;

/**
 * Settings without chance: demand holds between samples, and every replica takes 40 s to start.
 * Where nothing else is said, one unit of a trace is what one replica carries, and everything is
 * scored.
 */
final class PlainSettings {
    static final double LEAD_TIME_SECONDS = 40;
    private static final Scale ONE_A_REPLICA = new Scale.ReplicaCapacity(1);

    static final BacktestSettings DEFAULT = scored(0);

    private PlainSettings() {}

    static BacktestSettings scored(double warmUp) {
        return of(ONE_A_REPLICA, Limits.DEFAULT, replay(warmUp, 60));
    }

    static BacktestSettings scaled(Scale scale) {
        return of(scale, Limits.DEFAULT, replay(0, 60));
    }

    static BacktestSettings limited(Limits limits) {
        return of(ONE_A_REPLICA, limits, replay(0, 60));
    }

    static BacktestSettings lastDays(int days) {
        return of(ONE_A_REPLICA, Limits.DEFAULT, replay(0, days));
    }

    private static Replay replay(double warmUp, int maxDays) {
        return new Replay(Interpolation.HOLD, warmUp, maxDays, Replay.DEFAULT.start(), 1);
    }

    private static BacktestSettings of(Scale scale, Limits limits, Replay replay) {
        BacktestSettings usual = BacktestSettings.defaults(LEAD_TIME_SECONDS);
        return new BacktestSettings(
                usual.service(),
                usual.cadence(),
                new StartUp(LEAD_TIME_SECONDS, 0),
                scale,
                limits,
                replay,
                usual.prices(),
                Optional.empty());
    }
}
