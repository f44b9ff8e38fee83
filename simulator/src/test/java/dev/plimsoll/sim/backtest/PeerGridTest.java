// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plimsoll.sim.score.Bill;
import dev.plimsoll.sim.workload.Trace;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeerGridTest {
    /** An hour: 1 replica's worth, then 3, then 1 again. */
    private static final Trace TRACE = Trace.regular("web", 60, demand());

    @ParameterizedTest
    @CsvSource({"hpa, 65", "keda, 65", "kpa, 13", "predictive, 0", "static, 0"})
    void aGridHasEverySetting(String peer, int settings) {
        assertThat(PeerGrid.of(peer)).hasSize(settings).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hpa", "keda", "kpa"})
    void theUsualSettingIsTheFirst(String peer) {
        assertThat(PeerGrid.of(peer).getFirst()).isEqualTo(PeerGrid.usual(peer));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hpa:target=60:stabilization=120s",
                "keda:target=80:stabilization=0s",
                "kpa:target=70"
            })
    void aTrialHasTheSuppliesAndViolationsOfAWholeRun(String setting) {
        BacktestCase replay = BacktestCase.of(TRACE, PlainSettings.scored(0.3));
        PolicySpec spec = PolicySpec.parse(setting);

        Run trial = PeerGrid.tried(replay, spec);

        Run whole = new Simulation(replay, spec).run();
        assertThat(trial.scores().usage()).isEqualTo(whole.scores().usage());
        assertThat(trial.scores().sloViolationRatio())
                .isEqualTo(whole.scores().sloViolationRatio());
        Bill bill = Bill.of(replay.scoredStretch().context(), trial.timeline()).orElseThrow();
        assertThat(whole.scores().usage().replicaHours()).hasValue(bill.replicaHours());
        assertThat(whole.scores().sloViolationRatio()).hasValue(bill.sloViolationRatio());
    }

    @Test
    void bothPartsOfARunAreBilledTogether() {
        // 30 % of 709 steps are history: up to step 213
        BacktestCase replay = BacktestCase.of(TRACE, PlainSettings.scored(0.3));
        Run run = new Simulation(replay, PolicySpec.parse("static:replicas=4")).run();

        Bill leading = Bill.of(replay.leadingStretch().context(), run.timeline()).orElseThrow();
        Bill scored = Bill.of(replay.scoredStretch().context(), run.timeline()).orElseThrow();

        double billed = 0;
        for (int step = 0; step < run.timeline().steps(); step++) {
            billed += run.timeline().billed(step) * 5 / 3600.0;
        }
        assertThat(leading.replicaHours() + scored.replicaHours()).isCloseTo(billed, within(1e-9));
        assertThat(replay.leadingStretch().context().scored(212)).isTrue();
        assertThat(replay.leadingStretch().context().scored(213)).isFalse();
        assertThat(replay.scoredStretch().context().scored(213)).isTrue();
        assertThat(leading.beside(replay.leadingStretch().oracleReplicaHours()).relativeHours())
                .isGreaterThan(1);
    }

    @Test
    void perfectForesightPaysForTheLeadingPartAsIfItWereScored() {
        // 1 replica for 17.75 min: the rise at minute 20 is not yet ordered
        BacktestCase replay = BacktestCase.of(TRACE, PlainSettings.scored(0.3));

        assertThat(replay.leadingStretch().oracleReplicaHours() * 3600)
                .isCloseTo(213 * 5, within(1e-6));
    }

    @Test
    void anotherPriceOfViolationsChangesNothingElse() {
        BacktestCase replay = BacktestCase.of(TRACE, PlainSettings.scored(0.3));
        BacktestCase dearer = replay.withViolationCost(1000);

        assertThat(replay.workload().violationCost()).isEqualTo(100);
        assertThat(dearer.workload()).isEqualTo(replay.workload().withViolationCost(1000));
        assertThat(dearer.world().workload().violationCost()).isEqualTo(1000);
        assertThat(dearer.context()).isSameAs(replay.context());
        PolicySpec hpa = PolicySpec.parse("hpa");
        assertThat(new Simulation(dearer, hpa).run().scores())
                .isEqualTo(new Simulation(replay, hpa).run().scores());
    }

    private static double[] demand() {
        double[] demand = new double[60];
        Arrays.fill(demand, 1);
        Arrays.fill(demand, 20, 40, 3);
        return demand;
    }
}
