// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.capacity.MmcStation;
import dev.plimsoll.model.Slo;
import dev.plimsoll.sim.backtest.BacktestSettings;
import dev.plimsoll.sim.backtest.PolicySpec;
import dev.plimsoll.sim.cluster.ServiceModel;
import dev.plimsoll.sim.workload.Interpolation;
import java.util.Optional;

/** Pasts judged as the command line judges them, by one policy that costs nothing to run. */
final class Judged {
    private static final String POLICY = "static:replicas=20";

    private Judged() {}

    static Judgement judge(History history) {
        return judge(history, Prior.NONE, settings(0.3));
    }

    static Judgement judge(History history, Prior prior, BacktestSettings settings) {
        return judge(history, prior, settings, 1);
    }

    static Judgement judge(History history, Prior prior, BacktestSettings settings, int threads) {
        var policies = PolicySpec.parseList(POLICY);
        return new HistoryBacktest(settings, prior, policies, (_, _, _) -> {})
                .judge(history, threads, () -> {});
    }

    static Scorecard card(History history) {
        return card(judge(history));
    }

    static Scorecard card(Judgement judgement) {
        assertThat(judgement).isInstanceOf(Scorecard.class);
        return (Scorecard) judgement;
    }

    static String refusal(Judgement judgement) {
        assertThat(judgement).isInstanceOf(Judgement.Unjudged.class);
        return ((Judgement.Unjudged) judgement).why();
    }

    /** Of a service that is yet to be learned. */
    static BacktestSettings settings(double warmUp) {
        return settings(warmUp, Interpolation.HOLD);
    }

    static BacktestSettings settings(double warmUp, Interpolation interpolation) {
        BacktestSettings usual = BacktestSettings.defaults(40);
        var replay = usual.replay();
        return new BacktestSettings(
                new ServiceModel(new MmcStation(1, 0.001), new Slo(0.95, 0.25), 5, 30),
                usual.cadence(),
                usual.startUp(),
                new BacktestSettings.Scale.AsMeasured(),
                usual.limits(),
                new BacktestSettings.Replay(
                        interpolation, warmUp, 60, replay.start(), replay.seed()),
                usual.prices(),
                Optional.empty());
    }
}
