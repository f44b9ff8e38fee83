// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.tune;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.sim.backtest.Backtest;
import dev.plimsoll.sim.backtest.BacktestCase;
import dev.plimsoll.sim.backtest.BacktestRun;
import dev.plimsoll.sim.backtest.BacktestSettings;
import dev.plimsoll.sim.backtest.BacktestSettings.Replay;
import dev.plimsoll.sim.backtest.BacktestSettings.Scale;
import dev.plimsoll.sim.backtest.PolicySpec;
import dev.plimsoll.sim.workload.Interpolation;
import dev.plimsoll.sim.workload.Trace;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TunerTest {
    private static final BacktestCase REPLAY = replay(0.5);

    private static Tuning tuning;

    /** Not where the class is made, for which its threads would wait. */
    @BeforeAll
    static void tune() {
        tuning = Tuner.tune(REPLAY, 2, () -> {}).orElseThrow();
    }

    @Test
    void findsWhatTheGridsOfABacktestFind() {
        List<BacktestRun> runs =
                new Backtest(
                                PolicySpec.parseList("hpa,hpa:grid,keda,keda:grid,predictive"),
                                (_, _, _) -> {})
                        .run(List.of(() -> REPLAY), 2, () -> {});

        assertSame(runs.get(0), tuning.hpa().usual());
        assertSame(runs.get(1), tuning.hpa().best());
        assertSame(runs.get(2), tuning.peers().get(1).usual());
        assertSame(runs.get(3), tuning.peers().get(1).best());
        assertSame(runs.get(4), tuning.predictive());
    }

    private static void assertSame(BacktestRun run, Figures figures) {
        assertThat(figures.setting()).isEqualTo(run.used());
        assertThat(figures.regret()).isEqualTo(run.regrets().get(100));
        assertThat(figures.bill().replicaHours())
                .isEqualTo(run.scores().usage().replicaHours().orElseThrow());
    }

    /** The leading part is calm, so the highest target that bears it is chosen for the rest. */
    @Test
    void choosesBeforehandOnTheLeadingPartAlone() {
        TunedPeer hpa = tuning.hpa();
        Figures foreseen = hpa.foreseen().orElseThrow();

        assertThat(target(foreseen)).isGreaterThan(target(hpa.best()));
        assertThat(foreseen.regret()).isGreaterThan(hpa.best().regret());
        assertThat(hpa.isForeseen()).isFalse();
    }

    private static int target(Figures figures) {
        return Integer.parseInt(figures.setting().knobs().get("target"));
    }

    @Test
    void givesTheSameWhateverTheThreadsAndCountsItsRuns() {
        AtomicInteger runs = new AtomicInteger();

        assertThat(Tuner.tune(REPLAY, 1, runs::incrementAndGet)).contains(tuning);
        assertThat(runs).hasValue(131);
        assertThat(Tuner.runs()).isEqualTo(131);
    }

    @Test
    void withoutALeadingPartNothingIsForeseen() {
        Tuning whole = Tuner.tune(replay(0), 2, () -> {}).orElseThrow();

        assertThat(whole.hpa().foreseen()).isEmpty();
        assertThat(whole.hpa().isForeseen()).isFalse();
    }

    @Test
    void thereIsNothingToTellWhereNothingIsScored() {
        AtomicInteger runs = new AtomicInteger();

        assertThat(Tuner.tune(replay(0.9999), 1, runs::incrementAndGet)).isEmpty();
        assertThat(runs).hasValue(0);
    }

    /** Half an hour by the minute: calm in its first half, then up and down. */
    private static BacktestCase replay(double warmUp) {
        double[] times = IntStream.range(0, 30).mapToDouble(minute -> 60 * minute).toArray();
        double[] values = IntStream.range(0, 30).mapToDouble(TunerTest::demand).toArray();
        BacktestSettings usual = BacktestSettings.defaults(40);
        BacktestSettings settings =
                new BacktestSettings(
                        usual.service(),
                        usual.cadence(),
                        usual.startUp(),
                        new Scale.PeakReplicas(10),
                        usual.limits(),
                        new Replay(Interpolation.HOLD, warmUp, 60, Replay.DEFAULT.start(), 1),
                        usual.prices(),
                        Optional.empty());
        return BacktestCase.of(Trace.of("shaky", times, values), settings);
    }

    private static double demand(int minute) {
        if (minute < 15) {
            return 60;
        }
        return minute % 6 < 3 ? 40 : 100;
    }
}
