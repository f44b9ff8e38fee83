// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.plimsoll.model.InvalidInputException;
import dev.plimsoll.sim.backtest.BacktestSettings.Replay;
import dev.plimsoll.sim.backtest.BacktestSettings.Scale;
import dev.plimsoll.sim.workload.Interpolation;
import dev.plimsoll.sim.workload.Trace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BacktestTest {
    private static final String CONTENDERS =
            "static,static:replicas=12,static:replicas=23,threshold,"
                    + "threshold:upper=60:lower=30,hpa,hpa:target=30:stabilization=600s,"
                    + "hpa:target=45:stabilization=60s,reactive,"
                    + "reactive:headroom=2,predictive,oracle";

    @Test
    void theResultDoesNotDependOnTheNumberOfThreads() {
        String policies = "threshold,hpa,reactive,predictive,oracle";
        List<BacktestRun> alone = run(policies, 1, random(1), random(2));

        assertThat(run(policies, 1, random(1), random(2))).isEqualTo(alone);
        assertThat(run(policies, 2, random(1), random(2))).isEqualTo(alone);
        assertThat(run(policies, 4, random(1), random(2))).isEqualTo(alone);
        assertThat(alone)
                .extracting(run -> run.trace() + " " + run.policy())
                .containsExactly(
                        "random-1 threshold",
                        "random-1 hpa",
                        "random-1 reactive",
                        "random-1 predictive",
                        "random-1 oracle",
                        "random-2 threshold",
                        "random-2 hpa",
                        "random-2 reactive",
                        "random-2 predictive",
                        "random-2 oracle");
    }

    @Test
    void theGridKeepsTheLeastRegretOfItsSettingsAtEachPrice() {
        List<PolicySpec> policies = new ArrayList<>(PolicyCatalog.grid("hpa"));
        policies.addFirst(PolicySpec.parse("hpa:grid"));
        List<BacktestRun> runs = run(policies, 2, random(3));

        BacktestRun grid = runs.getFirst();
        assertThat(run("hpa:grid", 1, random(3))).containsExactly(grid);
        List<BacktestRun> settings = runs.subList(1, runs.size());
        assertThat(grid.regrets()).containsOnlyKeys(10, 100, 1000);
        grid.regrets()
                .forEach((kappa, regret) -> {
                    assertThat(regrets(settings, kappa))
                            .isNotEmpty()
                            .allMatch(other -> regret <= other);
                    assertThat(regrets(settings, kappa)).contains(regret);
                });
        // At the settings' own price, 100, it is the setting that is shown.
        BacktestRun shown =
                settings.stream().filter(run -> run.policy().equals(grid.used())).findAny().get();
        assertThat(shown.regrets()).containsEntry(100, grid.regrets().get(100));
        assertThat(shown.scores()).isEqualTo(grid.scores());
        assertThat(grid.tuned()).isTrue();
        assertThat(grid.policy()).hasToString("hpa:grid");
        assertThat(settings).noneMatch(BacktestRun::tuned);
    }

    @Test
    void saysWithWhichKnobsAPolicyRan() {
        List<BacktestRun> runs =
                run(
                        PolicySpec.parseList("static,hpa:target=70,oracle"),
                        1,
                        Trace.regular("web", 60, 1, 7, 2));

        assertThat(runs)
                .extracting(run -> run.used().toString())
                .containsExactly(
                        "static:replicas=20", "hpa:stabilization=300s:target=70", "oracle");
    }

    @Test
    void perfectForesightNeverViolatesAndHasTheLeastRegret() {
        BacktestRun oracle = run("oracle", 1, random(4)).getFirst();

        assertThat(oracle.scores().sloViolationRatio()).hasValue(0);
        assertThat(oracle.regrets()).containsEntry(10, 0.005);
        assertThat(oracle.regrets()).containsEntry(100, 0.005);
        assertThat(oracle.regrets()).containsEntry(1000, 0.005);
        assertThat(oracle.scores().latency().slowRequestRatio().getAsDouble()).isBetween(0.0, 0.05);
        assertThat(oracle.scores().changes().scaleInsWithoutEvidence()).isZero();
    }

    static IntStream seeds() {
        return IntStream.range(0, 30);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nobodyWithoutViolationsIsCheaperThanPerfectForesight(int seed) {
        int leadTime = new int[] {0, 40, 100}[seed % 3];
        List<BacktestRun> runs =
                new Backtest(PolicySpec.parseList(CONTENDERS), (_, _, _) -> {})
                        .run(cases(settings(leadTime), random(seed)), 2, () -> {});

        double least = hours(runs.getLast());
        assertThat(runs.getLast().scores().sloViolationRatio()).hasValue(0);
        List<BacktestRun> faultless =
                runs.stream()
                        .filter(run -> run.scores().sloViolationRatio().getAsDouble() == 0)
                        .toList();
        assertThat(faultless).extracting(run -> run.policy().toString()).contains("static");
        assertThat(faultless)
                .allSatisfy(run -> assertThat(hours(run)).isGreaterThanOrEqualTo(least - 1e-9));
        assertThat(runs)
                .allSatisfy(run ->
                        assertThat(run.scores().sloViolationRatio().getAsDouble())
                                .isBetween(0.0, 1.0));
    }

    @Test
    void regretIsWhatForesightWouldHaveSaved() {
        // Ten minutes at 1, ten at 2: foresight pays 40 s of boot, static the whole first part.
        double[] values =
                IntStream.range(0, 20).mapToDouble(minute -> minute < 10 ? 1 : 2).toArray();
        List<BacktestRun> runs =
                new Backtest(PolicySpec.parseList("static:replicas=2,oracle"), (_, _, _) -> {})
                        .run(
                                cases(PlainSettings.DEFAULT, Trace.regular("web", 60, values)),
                                1,
                                () -> {});

        double seconds = 19 * 60 + 5;
        double foresight = seconds + (540 + 5 + 40);
        assertThat(hours(runs.getLast()) * 3600).isCloseTo(foresight, within(1e-6));
        assertThat(hours(runs.getFirst()) * 3600).isCloseTo(2 * seconds, within(1e-6));
        assertThat(runs.getFirst().regrets().get(10))
                .isCloseTo(2 * seconds / foresight - 1, within(1e-9));
    }

    @Test
    void scoresNothingWhereNothingCounts() {
        Trace idle = Trace.regular("idle", 60, new double[30]);
        List<BacktestRun> runs =
                new Backtest(
                                PolicySpec.parseList("hpa,hpa:grid,predictive,oracle"),
                                (_, _, _) -> {})
                        .run(
                                cases(PlainSettings.scaled(new Scale.ReplicaCapacity(1)), idle),
                                2,
                                () -> {});

        assertThat(runs).hasSize(4);
        assertThat(runs)
                .allSatisfy(run -> {
                    assertThat(run.regrets()).isEmpty();
                    assertThat(run.scores().sloViolationRatio()).isEmpty();
                    assertThat(run.scores().latency().meanMs()).isEmpty();
                    assertThat(run.scores().latency().p99Ms()).isEmpty();
                    assertThat(run.scores().usage().replicaHours()).isPresent();
                });
    }

    @Test
    void tellsOfEachRunOnce() {
        List<String> seen = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger done = new AtomicInteger();
        Backtest backtest =
                new Backtest(
                        PolicySpec.parseList("hpa:grid,oracle"),
                        (replay, policy, timeline) -> {
                            assertThat(timeline.steps()).isEqualTo(replay.context().steps());
                            seen.add(replay.name() + " " + policy);
                        });

        backtest.run(
                cases(settings(), Trace.regular("web", 60, 1, 7, 2)), 2, done::incrementAndGet);

        assertThat(seen).containsExactlyInAnyOrder("web hpa:grid", "web oracle");
        assertThat(done).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aTraceThatCannotBeReplayedEndsInItsOwnMessage(int threads) {
        Trace idle = Trace.regular("idle", 60, 0, 0, 0);

        assertThatThrownBy(() -> run("static,hpa", threads, random(7), idle))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("idle: value '0': the trace has no demand to scale");
    }

    @Test
    void aFaultOfAnObserverIsNotLost() {
        Backtest backtest =
                new Backtest(
                        PolicySpec.parseList("oracle"),
                        (_, _, _) -> {
                            throw new IllegalStateException("cannot draw");
                        });

        assertThatThrownBy(() -> backtest.run(cases(settings(), random(8)), 1, () -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("cannot draw");
    }

    private static List<BacktestRun> run(String policies, int threads, Trace... traces) {
        return run(PolicySpec.parseList(policies), threads, traces);
    }

    private static List<BacktestRun> run(List<PolicySpec> policies, int threads, Trace... traces) {
        return new Backtest(policies, (_, _, _) -> {})
                .run(cases(settings(), traces), threads, () -> {});
    }

    private static List<Supplier<BacktestCase>> cases(BacktestSettings settings, Trace... traces) {
        return Arrays.stream(traces)
                .<Supplier<BacktestCase>>map(trace -> () -> BacktestCase.of(trace, settings))
                .toList();
    }

    private static BacktestSettings settings() {
        return settings(40);
    }

    /** The usual settings, with a peak of 20 replicas and a third that is not scored. */
    private static BacktestSettings settings(double leadTimeSeconds) {
        BacktestSettings usual = BacktestSettings.defaults(leadTimeSeconds);
        return new BacktestSettings(
                usual.service(),
                usual.cadence(),
                usual.startUp(),
                new Scale.PeakReplicas(20),
                usual.limits(),
                new Replay(Interpolation.ROUGH, 0.3, 60, Replay.DEFAULT.start(), 1),
                usual.prices(),
                Optional.empty());
    }

    /** Forty minutes by the minute: a walk with bursts, and now and then a sample missing. */
    private static Trace random(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double level = 50;
        DoubleStream.Builder times = DoubleStream.builder().add(0);
        DoubleStream.Builder values = DoubleStream.builder().add(level);
        for (int minute = 1; minute < 40; minute++) {
            level = Math.max(0, level + 20 * (random.nextDouble() - 0.5));
            double burst = random.nextInt(20) == 0 ? 100 * random.nextDouble() : 0;
            if (random.nextInt(10) > 0 && minute / 8 != seed % 9) {
                times.add(60 * minute);
                values.add(level + burst);
            }
        }
        return Trace.of("random-" + seed, times.build().toArray(), values.build().toArray());
    }

    private static List<Double> regrets(List<BacktestRun> runs, int kappa) {
        return runs.stream().map(run -> run.regrets().get(kappa)).toList();
    }

    private static double hours(BacktestRun run) {
        return run.scores().usage().replicaHours().getAsDouble();
    }
}
