// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.control.DecisionRecord;
import dev.plimsoll.guard.Clamp;
import dev.plimsoll.guard.Rule;
import dev.plimsoll.guard.Verdict;
import dev.plimsoll.model.Action;
import dev.plimsoll.model.StateKind;
import dev.plimsoll.model.Workload;
import dev.plimsoll.plan.Outlook;
import dev.plimsoll.plan.Policy;
import dev.plimsoll.plan.PredictivePolicy;
import dev.plimsoll.plan.ReactivePolicy;
import dev.plimsoll.plan.Reason;
import dev.plimsoll.plan.ThresholdPolicy;
import dev.plimsoll.plan.Want;
import dev.plimsoll.sim.scenario.Event;
import dev.plimsoll.sim.scenario.RandomScenario;
import dev.plimsoll.sim.scenario.Scenario;
import dev.plimsoll.telemetry.Signal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random services with queues, lead times and telemetry, to which anything may happen, under every
 * policy and under one that wants anything. Whatever happens, the invariants hold by the
 * simulator's own truth.
 */
class FleetPropertyTest {
    private static final Map<Rule, Integer> BOUND = new EnumMap<>(Rule.class);

    /** Wants any number, for no reason, and changes its mind every two minutes. */
    private record Wild(long seed) implements Policy {
        @Override
        public String name() {
            return "wild";
        }

        @Override
        public List<Signal> evidence() {
            return List.of(Signal.DEMAND);
        }

        @Override
        public boolean addsBetweenCycles() {
            return seed % 2 == 0;
        }

        @Override
        public Want want(Outlook outlook) {
            long epoch = outlook.at().getEpochSecond() / 120;
            return new Want(new SplittableRandom(seed + epoch).nextInt(-3, 60), Reason.FIXED);
        }

        @Override
        public int scaleInAfterPeriods(Outlook outlook) {
            return 1;
        }
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 500);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyInvariantHolds(long seed) {
        Scenario scenario = RandomScenario.of(seed);
        BacktestCase replay = BacktestCase.of(scenario, seed);
        Policy policy = policy(seed);
        Simulation simulation =
                new Simulation(replay, world -> PolicyCatalog.behindTheGuard(policy, world));
        Instant byHand = Instant.MIN;
        int desired = scenario.initial();
        while (simulation.hasNext()) {
            Moment moment = simulation.next();
            byHand = isByHand(scenario, moment, desired, replay) ? moment.at() : byHand;
            desired = moment.desired();
            for (DecisionRecord decision : moment.decisions()) {
                decision.verdict().clamps().forEach(FleetPropertyTest::count);
                assertHolds(scenario, decision, moment.billed(), byHand);
            }
        }
        assertNothingBroken(scenario, simulation.finish());
    }

    @AfterAll
    static void print() {
        System.out.println("how often each rule bound in 500 random hours:");
        for (Rule rule : Rule.values()) {
            System.out.printf(Locale.ROOT, "  %-16s %7d%n", rule, BOUND.getOrDefault(rule, 0));
        }
    }

    private static Policy policy(long seed) {
        return switch ((int) (seed % 8)) {
            case 0 -> new ReactivePolicy(1.2);
            case 1 -> PredictivePolicy.DEFAULT;
            case 2 -> ThresholdPolicy.DEFAULT;
            case 3 -> PolicyCatalog.policy(PolicyCatalog.complete(PolicySpec.parse("hybrid"), 1));
            case 4 ->
                    PolicyCatalog.policy(PolicyCatalog.complete(PolicySpec.parse("load-index"), 1));
            default -> new Wild(seed);
        };
    }

    private static void count(Clamp clamp) {
        BOUND.merge(clamp.rule(), 1, Integer::sum);
    }

    private static void assertHolds(
            Scenario scenario, DecisionRecord decision, int billed, Instant byHand) {
        if (!(decision.verdict() instanceof Verdict.Approved(var approved, var _))
                || !(approved.action()
                        instanceof Action.Scale(var _, int from, int to, var victims))) {
            return;
        }
        Workload workload = scenario.workload();
        int quota = scenario.pool().quota();
        assertThat(to).as("limits").isBetween(workload.limits().min(), workload.limits().max());
        assertThat(to).as("quota").isLessThanOrEqualTo(Math.max(quota, from));
        int room = scenario.pool().left().holds(workload.request());
        if (to > from) {
            assertThat(billed).as("node capacity").isLessThanOrEqualTo(room);
        }
        boolean outside = from < workload.limits().min() || from > workload.limits().max();
        if (!outside && !byHand.equals(Instant.MIN) && decision.at().isAfter(byHand)) {
            assertThat(decision.at())
                    .as("a change by hand is respected")
                    .isAfterOrEqualTo(byHand.plus(workload.protection().holdFor()));
        }
        switch (workload.protection().state()) {
            case StateKind.Stateless _ -> assertThat(victims).isEmpty();
            case StateKind.Sessions _ ->
                    assertThat(victims).hasSize(Math.max(0, from - to)).doesNotHaveDuplicates();
            case StateKind.Ordered _ -> assertThat(from - to).as("one by one").isLessThan(2);
        }
    }

    private static void assertNothingBroken(Scenario scenario, Run run) {
        boolean undisturbed =
                scenario.events().stream()
                        .noneMatch(event ->
                                event instanceof Event.Crash
                                        || event instanceof Event.RollingUpdate
                                        || event instanceof Event.ScaleByHand);
        assertThat(run.scores().changes().scaleInsWithoutEvidence()).as("evidence").isZero();
        if (undisturbed) {
            assertThat(run.scores().safety().sessionsLost()).as("sessions").isZero();
            assertThat(run.scores().safety().quorumLostSeconds()).as("quorum").isZero();
        }
    }

    /** To the number that there is anyway is no change that anybody could see. */
    private static boolean isByHand(
            Scenario scenario, Moment moment, int before, BacktestCase replay) {
        long second = moment.at().getEpochSecond() - replay.start().getEpochSecond();
        return scenario.events().stream()
                .anyMatch(event ->
                        event instanceof Event.ScaleByHand byHand
                                && byHand.replicas() != before
                                && event.from() >= second
                                && event.from() < second + 5);
    }
}
