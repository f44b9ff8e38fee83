// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.backtest;

import dev.plimsoll.control.Cycle;
import dev.plimsoll.control.InMemoryJournal;
import dev.plimsoll.control.Knowledge;
import dev.plimsoll.control.WorkloadKnowledge;
import dev.plimsoll.guard.Guard;
import dev.plimsoll.model.InvalidInputException;
import dev.plimsoll.model.ScalingBehavior;
import dev.plimsoll.model.WorkloadId;
import dev.plimsoll.plan.HybridAlgorithm;
import dev.plimsoll.plan.HybridPolicy;
import dev.plimsoll.plan.LoadIndexPolicy;
import dev.plimsoll.plan.Policy;
import dev.plimsoll.plan.PredictivePolicy;
import dev.plimsoll.plan.ReactivePolicy;
import dev.plimsoll.plan.StaticPolicy;
import dev.plimsoll.plan.ThresholdPolicy;
import dev.plimsoll.sim.baseline.HybridPaper;
import dev.plimsoll.sim.baseline.InstalledHpa;
import dev.plimsoll.sim.baseline.InstalledKeda;
import dev.plimsoll.sim.baseline.InstalledKpa;
import dev.plimsoll.sim.baseline.ManualScaling;
import dev.plimsoll.sim.baseline.WeekTable;
import dev.plimsoll.sim.cluster.SimulatedPlatform;
import dev.plimsoll.sim.cluster.SimulatedWorld;
import dev.plimsoll.telemetry.Signal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/** The policies that can be compared, their knobs, and how each enters a simulated world. */
public final class PolicyCatalog {
    /** The policy that knows the future; it is planned, not run. */
    static final String ORACLE = "oracle";

    /** Those that pass the guard; the others drive the fleet themselves, or know the future. */
    public static final List<String> GUARDED =
            List.of(
                    PolicyKnobs.PREDICTIVE,
                    "reactive",
                    "threshold",
                    HybridPolicy.NAME,
                    PolicyKnobs.LOAD_INDEX,
                    "static");

    /** What is compared where nothing is named. */
    public static final String DEFAULT = "static,hpa,keda,kpa,reactive,predictive,oracle";

    private static final String TARGET = "target";
    private static final int WHOLE = 100;
    private static final Duration JOURNAL_MEMORY = Duration.ofHours(1);

    private PolicyCatalog() {}

    static void check(PolicySpec spec) {
        PolicyKnobs.check(spec);
        if (spec.grid() && (grid(spec.name()).isEmpty() || !spec.knobs().isEmpty())) {
            throw new InvalidInputException(
                    "--policy",
                    "policy",
                    spec.toString(),
                    "only hpa:grid, keda:grid, kpa:grid and kpa-native:grid are grids, without"
                            + " knobs");
        }
        if (!spec.name().equals(ORACLE)) {
            entry(complete(spec, 1));
        }
    }

    /**
     * The policy with every knob that it has.
     *
     * @param peakNeed the most replicas that any moment needs, which only the replay can tell
     */
    static PolicySpec complete(PolicySpec spec, int peakNeed) {
        return new PolicySpec(spec.name(), PolicyKnobs.complete(spec, peakNeed), spec.grid());
    }

    /** The policies, with this forecaster in those that take one and do not name their own. */
    public static List<PolicySpec> withForecaster(List<PolicySpec> specs, String forecaster) {
        return PolicyKnobs.withForecaster(specs, forecaster);
    }

    /**
     * Every setting of a peer's grid: targets 30 to 90 %, and stabilisation 0 to 600 s for those
     * that have one; empty for a policy without a grid.
     */
    static List<PolicySpec> grid(String name) {
        List<PolicySpec> settings = new ArrayList<>();
        for (int target = 30; target <= 90; target += 5) {
            for (var knobs : PolicyKnobs.settings(name, target)) {
                settings.add(new PolicySpec(name, knobs, false));
            }
        }
        return settings;
    }

    /** How a policy, with all its knobs, enters a world. */
    static Function<SimulatedWorld, Contender> entry(PolicySpec spec) {
        return switch (spec.name()) {
            case PolicyKnobs.HPA -> hpa(spec);
            case PolicyKnobs.KEDA -> keda(spec);
            case PolicyKnobs.KPA -> kpa(spec, InstalledKpa::onSharedMetrics);
            case PolicyKnobs.KPA_NATIVE -> kpa(spec, InstalledKpa::onItsOwn);
            case PolicyKnobs.HYBRID_PAPER -> {
                HybridAlgorithm algorithm = hybrid(spec);
                long period = PolicyKnobs.period(spec);
                yield world -> paper(new HybridPaper(algorithm, period, world.workload()), world);
            }
            case PolicyKnobs.MANUAL -> {
                var manual = new ManualScaling(WeekTable.of(PolicyKnobs.rows(spec)));
                yield _ -> peer(manual::sync);
            }
            default -> {
                Policy policy = policy(spec);
                yield world -> behindTheGuard(policy, world);
            }
        };
    }

    private static Function<SimulatedWorld, Contender> hpa(PolicySpec spec) {
        int target = spec.whole(TARGET, 1, WHOLE);
        int stabilization = PolicyKnobs.stabilization(spec);
        return _ -> new SteppedPeer(new InstalledHpa(target, stabilization)::step);
    }

    /** Arrivals may be held at more than can be served. */
    private static Function<SimulatedWorld, Contender> keda(PolicySpec spec) {
        int target = spec.whole(TARGET, 1, 10 * WHOLE);
        int stabilization = PolicyKnobs.stabilization(spec);
        return world -> {
            int min = world.workload().limits().min();
            return new SteppedPeer(new InstalledKeda(target, stabilization, min)::step);
        };
    }

    private static Function<SimulatedWorld, Contender> kpa(
            PolicySpec spec, BiFunction<Integer, SimulatedWorld, InstalledKpa> installed) {
        int target = spec.whole(TARGET, 1, WHOLE);
        return world -> new SteppedPeer(installed.apply(target, world)::step);
    }

    /** The signals that a policy cannot do without; the load index leaves out what there is not. */
    static List<Signal> evidence(PolicySpec spec) {
        return switch (spec.name()) {
            case PolicyKnobs.HPA -> List.of(Signal.UTILIZATION);
            case PolicyKnobs.KEDA -> List.of(Signal.DEMAND);
            case PolicyKnobs.KPA -> List.of(Signal.GOODPUT, Signal.MEAN_LATENCY);
            case PolicyKnobs.HYBRID_PAPER -> List.of(Signal.DEMAND, Signal.UTILIZATION);
            case ORACLE, PolicyKnobs.KPA_NATIVE, PolicyKnobs.MANUAL, PolicyKnobs.LOAD_INDEX ->
                    List.of();
            default -> policy(complete(spec, 1)).evidence();
        };
    }

    static Policy policy(PolicySpec spec) {
        return switch (spec.name()) {
            case "static" -> new StaticPolicy(spec.whole("replicas", 1, 1_000_000));
            case "threshold" -> threshold(spec);
            case "reactive" -> new ReactivePolicy(spec.number("headroom", 1, 100));
            case PolicyKnobs.PREDICTIVE -> new PredictivePolicy(PolicyKnobs.lookAhead(spec));
            case HybridPolicy.NAME -> new HybridPolicy(hybrid(spec));
            case PolicyKnobs.LOAD_INDEX -> loadIndex(spec);
            default ->
                    throw new IllegalArgumentException(
                            "policy %s does not run behind the guard".formatted(spec.name()));
        };
    }

    private static Policy threshold(PolicySpec spec) {
        double upper = spec.number("upper", 1, 100);
        return new ThresholdPolicy(upper / 100, PolicyKnobs.lower(spec, upper) / 100);
    }

    private static Policy loadIndex(PolicySpec spec) {
        double upper = spec.number("upper", 1, 100);
        double lower = PolicyKnobs.lower(spec, upper);
        double[] weights = PolicyKnobs.weights(spec);
        return new LoadIndexPolicy(weights[0], weights[1], weights[2], upper / 100, lower / 100);
    }

    private static HybridAlgorithm hybrid(PolicySpec spec) {
        return new HybridAlgorithm(
                spec.number("upper", 1, 100) / 100,
                spec.whole("periods", 1, ScalingBehavior.MOST_PERIODS),
                PolicyKnobs.scaleOutAfter(spec),
                PolicyKnobs.forecaster(spec));
    }

    static Contender behindTheGuard(Policy policy, SimulatedWorld world) {
        if (policy.looksAtReplicas()) {
            world.telemetry().tellReplicas();
        }
        WorkloadId id = world.workload().id();
        var knowledge = new WorkloadKnowledge(world.workload(), policy);
        Cycle cycle =
                new Cycle(
                        world.telemetry(),
                        new SimulatedPlatform(
                                world.workload(), world.start(), world.service(), world.nodes()),
                        new InMemoryJournal(JOURNAL_MEMORY),
                        new Knowledge(Map.of(id, knowledge)),
                        new Guard());
        return new GuardedContender(cycle, policy, world.telemetry().pushedEvery());
    }

    private static Contender peer(Consumer<SimulatedWorld> peer) {
        return world -> {
            peer.accept(world);
            return List.of();
        };
    }

    private static Contender paper(HybridPaper hybrid, SimulatedWorld world) {
        world.telemetry().tellReplicas();
        return new SteppedPeer(hybrid::step);
    }
}
