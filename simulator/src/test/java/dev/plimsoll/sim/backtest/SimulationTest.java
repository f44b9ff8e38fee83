// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.sim.workload.Trace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every policy makes of a step of demand: just less than ten replicas carry for the first
 * hour, then than twenty, and in the third hour than one. A reading of 15 s can be read 15 s later,
 * so what changes at a second is known 30 s after it, and replicas take 40 s.
 */
class SimulationTest {
    private static final int RISE = 3600;
    private static final int FALL = 7200;
    private static final int END = 10_800;
    private static final int KNOWN = 30;
    private static final int READY = 45;

    private static final Trace STEP = step();

    @Test
    void staticHoldsThePeakAndNeverViolates() {
        Flow flow = run("static");

        assertThat(flow.desired(0, END)).containsOnly(20);
        assertThat(flow.violations(READY, END)).isZero();
    }

    @Test
    void reactiveHoldsTheNewestDemandAndAFifth() {
        Flow flow = run("reactive");

        assertThat(flow.desired(RISE - 600, RISE + KNOWN)).containsOnly(12);
        assertThat(flow.desiredAt(RISE + KNOWN)).isEqualTo(24);
        assertThat(flow.desired(RISE + KNOWN, FALL)).allMatch(replicas -> replicas >= 24);
        assertThat(flow.desiredAt(FALL)).isEqualTo(24);
        assertThat(flow.violations(0, RISE)).isZero();
        assertThat(flow.violations(RISE, RISE + KNOWN)).isEqualTo(KNOWN / 5);
        assertThat(flow.violations(RISE + 300, END)).isZero();
    }

    @Test
    void reactiveTakesAwayWhenLessHasSufficedForTwentyCycles() {
        Flow flow = run("reactive");
        int held = FALL + KNOWN + 19 * 15;

        assertThat(flow.desired(FALL, held)).containsOnly(24);
        // At most half of the replicas leave in a minute.
        assertThat(flow.desired(held, held + 60)).containsOnly(12);
        assertThat(flow.desired(held + 60, held + 120)).containsOnly(6);
        assertThat(flow.desired(held + 240, END)).containsOnly(2);
    }

    @Test
    void predictiveHoldsWhatIsNeededWhileDemandRestsAndFewAnHourAfterAFall() {
        Flow flow = run("predictive");

        assertThat(flow.desired(RISE - 600, RISE)).containsOnly(10);
        assertThat(flow.desired(RISE + KNOWN, FALL)).allMatch(replicas -> replicas >= 20);
        // One is needed; but demand has jumped by ten replicas' worth twice in three hours.
        assertThat(flow.desiredAt(END - 1)).isBetween(1, 7);
        assertThat(flow.violations(RISE + 300, END)).isZero();
    }

    @Test
    void predictiveGivesNothingUpBeforeItSeesTheFall() {
        Flow flow = run("predictive");

        assertThat(flow.desired(FALL, FALL + KNOWN)).allMatch(replicas -> replicas >= 20);
    }

    @Test
    void thresholdActsAboveAndBelowItsBandOnly() {
        Flow flow = run("threshold");

        // 81.5 % busy is below 85 %, so nothing happens, neither before the rise nor after it.
        assertThat(flow.desired(0, RISE + KNOWN)).containsOnly(10);
        assertThat(flow.desiredAt(RISE + KNOWN)).isEqualTo(12);
        assertThat(flow.desiredAt(FALL)).isBetween(20, 28);
    }

    @Test
    void thresholdGivesOneReplicaUpAndRestsForALeadTime() {
        Flow flow = run("threshold");

        assertThat(flow.falls(FALL, END)).isNotEmpty().allMatch(fall -> fall.replicas() == 1);
        List<Flow.Fall> falls = flow.falls(FALL, END);
        for (int i = 1; i < falls.size(); i++) {
            // The lead time is 40 s; it was believed to be 60 s.
            assertThat(falls.get(i).second() - falls.get(i - 1).second()).isIn(45, 60);
        }
        // 81.5 % of nine tenths of a replica are 20 % of 3.7.
        assertThat(flow.desiredAt(END - 1)).isEqualTo(3);
    }

    @Test
    void hpaAimsAtSixtyPercent() {
        Flow flow = run("hpa");

        // ceil(10 × 80/60) = 14 for the first ten replicas' 80 %; then 57 % of 14 is tolerable.
        assertThat(flow.desiredAt(KNOWN)).isEqualTo(14);
        assertThat(flow.desired(RISE - 1800, RISE + KNOWN)).containsOnly(14);
        // ceil(14 × 100/60) = 24.
        assertThat(flow.desiredAt(RISE + KNOWN)).isEqualTo(24);
        assertThat(flow.desiredAt(FALL)).isBetween(25, 30);
        assertThat(flow.violations(RISE + 300, END)).isZero();
    }

    @Test
    void hpaKeepsTheLargestRecommendationOfItsWindow() {
        Flow flow = run("hpa");
        int before = flow.desiredAt(FALL);

        assertThat(flow.desired(FALL, FALL + KNOWN + 300)).containsOnly(before);
        assertThat(flow.desiredAt(END - 1)).isEqualTo(2);
    }

    /** All are busy: 15 % / 85 % of them are added, ten seconds after it is known. */
    @ParameterizedTest
    @ValueSource(strings = {"hybrid", "hybrid-paper"})
    void theHybridWaitsTenSecondsAndAddsAFewReplicasAtATime(String policy) {
        Flow flow = run(policy);

        int before = flow.desiredAt(RISE);
        int extra = (int) Math.ceil(before * 0.15 / 0.85);
        int added = RISE + KNOWN + 10;
        // 81.5 % of ten is less than the threshold, but not for each of them in each interval.
        assertThat(before).isBetween(10, 12);
        assertThat(flow.desired(RISE, added)).containsOnly(before);
        assertThat(flow.desired(added, added + 40)).containsOnly(before + extra);
        // Its samples' noise keeps adding: a single replica above the threshold is enough.
        assertThat(flow.desiredAt(FALL)).isBetween(20, 28);
    }

    @Test
    void theHybridAloneTakesAwayAllAtOnceWhatIsPredictedNotToBeNeeded() {
        Flow flow = run("hybrid-paper:forecaster=naive");

        assertThat(flow.falls(FALL + KNOWN, END)).hasSize(1);
        assertThat(flow.desiredAt(FALL + KNOWN + 19 * 15)).isEqualTo(1);
    }

    @Test
    void theHybridBehindTheGuardTakesAwayHalfAtATimeAndCountsItsPeriodsAnew() {
        Flow flow = run("hybrid:forecaster=naive");

        List<Flow.Fall> falls = flow.falls(FALL + KNOWN, END);
        assertThat(falls).hasSizeGreaterThan(3);
        for (int i = 1; i < falls.size(); i++) {
            assertThat(falls.get(i).second() - falls.get(i - 1).second()).isEqualTo(20 * 15);
            assertThat(falls.get(i).replicas()).isLessThanOrEqualTo(falls.get(i - 1).replicas());
        }
        assertThat(flow.desiredAt(END - 1)).isEqualTo(1);
    }

    @Test
    void theHybridPaperMayHaveAPeriodThatIsNoCycle() {
        Flow flow = run("hybrid-paper:period=20s:wait=5s");

        // 3640 is the first period at which the load of 3600 to 3615 can be read.
        assertThat(flow.desiredAt(3640)).isEqualTo(flow.desiredAt(RISE));
        assertThat(flow.desiredAt(3645)).isGreaterThan(flow.desiredAt(RISE));
    }

    @Test
    void theLoadIndexTakesTheBusyShareWhereThatIsAllItSees() {
        Flow flow = run("load-index");

        // 81 % are more than 80 %; of twelve they are 67 %, which is between the thresholds.
        assertThat(flow.desired(600, RISE + KNOWN)).containsOnly(12);
        // ceil(12 × 1/0.80) = 15
        assertThat(flow.desiredAt(RISE + KNOWN)).isEqualTo(15);
        assertThat(flow.falls(FALL, END)).isNotEmpty().allMatch(fall -> fall.replicas() == 1);
        // Nine tenths of 81.5 % are within the thresholds for one replica, and below them for two.
        assertThat(flow.desiredAt(END - 1)).isEqualTo(1);
    }

    /** The run begins on a Monday at midnight. */
    @Test
    void anOperatorKeepsToTheTable() {
        Flow flow = run("manual:mon/1-2=7:sun=3:else=2");

        assertThat(flow.desired(0, 3600)).containsOnly(2);
        assertThat(flow.desired(3600, 7200)).containsOnly(7);
        assertThat(flow.desired(7200, END)).containsOnly(2);
    }

    @Test
    void givesTheReasonsOfPoliciesBehindTheGuardOncePerCycle() {
        List<Moment> ours = moments("reactive");
        List<Moment> peers = moments("hpa");

        assertThat(peers).allMatch(moment -> moment.decisions().isEmpty());
        for (int step = 0; step < ours.size(); step++) {
            assertThat(ours.get(step).decisions()).hasSize(step % 3 == 0 ? 1 : 0);
        }
        assertThat(ours.getFirst().at()).isEqualTo("2026-01-05T00:00:00Z");
        assertThat(ours.getLast().at()).isEqualTo("2026-01-05T02:59:00Z");
    }

    @Test
    void endsWithTheTrace() {
        Simulation simulation = new Simulation(replay(Trace.regular("one", 60, 3)), spec("hpa"));

        simulation.next();

        assertThat(simulation.hasNext()).isFalse();
        assertThatThrownBy(simulation::next)
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("the trace ends at step 1");
    }

    @Test
    void doesNotRunTheOracle() {
        assertThatThrownBy(() -> new Simulation(replay(STEP), spec("oracle")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("policy oracle does not run behind the guard");
    }

    /**
     * Demand falls to a quarter one minute before nothing is measured for most of an hour: whoever
     * reads silence as an absence of load takes replicas away in it.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "hpa",
                "hpa:stabilization=120s:target=30",
                "reactive",
                "reactive:headroom=3",
                "threshold:lower=60:upper=90",
                "predictive",
                "hybrid:forecaster=holt-winters",
                "load-index:lower=70"
            })
    void nothingIsTakenAwayWhileNothingIsSeen(String policy) {
        int silence = 1860;
        int trusted = silence + 45 + 5; // at 45 s the last reading is fresh still
        int back = 4800;
        Flow flow = new Flow(moments(replay(silent(silence, back)), policy));

        assertThat(flow.falls(trusted, back + KNOWN)).isEmpty();
        assertThat(flow.desiredAt(7199)).isLessThan(flow.desiredAt(back));
        assertThat(flow.desiredAt(back)).isGreaterThan(5);
    }

    @Test
    void countsWhatIsTakenAwayWithoutEvidence() {
        Simulation simulation =
                new Simulation(replay(silent(1860, 4800)), spec("static:replicas=1"));
        while (simulation.hasNext()) {
            simulation.next();
        }

        // At second 0 nothing has been seen yet, and a fixed number needs no evidence: 20 to 10
        // at once, and so on each minute.
        assertThat(simulation.finish().scores().changes().scaleInsWithoutEvidence()).isEqualTo(1);
    }

    private static Flow run(String policy) {
        return new Flow(moments(policy));
    }

    private static List<Moment> moments(String policy) {
        return moments(replay(STEP), policy);
    }

    private static List<Moment> moments(BacktestCase replay, String policy) {
        Simulation simulation = new Simulation(replay, spec(policy));
        List<Moment> moments = new ArrayList<>();
        while (simulation.hasNext()) {
            moments.add(simulation.next());
        }
        return moments;
    }

    private static BacktestCase replay(Trace trace) {
        return BacktestCase.of(trace, PlainSettings.DEFAULT);
    }

    private static PolicySpec spec(String policy) {
        return PolicySpec.parse(policy);
    }

    private static Trace step() {
        double[] values = new double[END / 60];
        Arrays.fill(values, 0, RISE / 60, 9.9);
        Arrays.fill(values, RISE / 60, FALL / 60, 19.9);
        Arrays.fill(values, FALL / 60, END / 60, 0.9);
        return Trace.regular("step", 60, values);
    }

    /** 20, and 5 from a minute before the silence on. */
    private static Trace silent(int silence, int back) {
        int[] minutes =
                IntStream.range(0, 120)
                        .filter(minute -> minute * 60 < silence || minute * 60 >= back)
                        .toArray();
        double[] times = Arrays.stream(minutes).mapToDouble(minute -> minute * 60).toArray();
        double[] values = Arrays.stream(times).map(time -> time < silence - 60 ? 20 : 5).toArray();
        return Trace.of("silent", times, values);
    }

    /** What was desired when. */
    private record Flow(List<Moment> moments) {
        private static final int STEP_SECONDS = 5;

        record Fall(int second, int replicas) {}

        int desiredAt(int second) {
            int step = Math.min(second / STEP_SECONDS, moments.size() - 1);
            return moments.get(step).desired();
        }

        List<Integer> desired(int from, int until) {
            return between(from, until).stream().map(Moment::desired).toList();
        }

        long violations(int from, int until) {
            return between(from, until).stream().filter(m -> m.served().violated()).count();
        }

        List<Fall> falls(int from, int until) {
            return IntStream.range(from / STEP_SECONDS, Math.min(until / STEP_SECONDS, size()))
                    .mapToObj(step -> new Fall(step * STEP_SECONDS, fall(step)))
                    .filter(fall -> fall.replicas() > 0)
                    .toList();
        }

        private int fall(int step) {
            return moments.get(step - 1).desired() - moments.get(step).desired();
        }

        private int size() {
            return moments.size();
        }

        private List<Moment> between(int from, int until) {
            return moments.subList(
                    from / STEP_SECONDS, Math.min(until / STEP_SECONDS, moments.size()));
        }
    }
}
