// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.backtest;

import dev.plimsoll.control.Cycle;
import dev.plimsoll.control.InMemoryJournal;
import dev.plimsoll.control.Knowledge;
import dev.plimsoll.control.WorkloadKnowledge;
import dev.plimsoll.guard.Guard;
import dev.plimsoll.model.InvalidInputException;
import dev.plimsoll.model.WorkloadId;
import dev.plimsoll.plan.Policy;
import dev.plimsoll.plan.PredictivePolicy;
import dev.plimsoll.plan.ReactivePolicy;
import dev.plimsoll.plan.StaticPolicy;
import dev.plimsoll.plan.ThresholdPolicy;
import dev.plimsoll.sim.baseline.HorizontalPodAutoscaler;
import dev.plimsoll.sim.cluster.SimulatedPlatform;
import dev.plimsoll.sim.cluster.SimulatedWorld;
import dev.plimsoll.telemetry.Signal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** The policies that can be compared, their knobs, and how each enters a simulated world. */
public final class PolicyCatalog {
    /** The policy that knows the future; it is planned, not run. */
    static final String ORACLE = "oracle";

    /** The peak's need, which only the replay can tell. */
    private static final String PEAK = "peak";

    /** What is compared where nothing is named. */
    public static final String DEFAULT = "static,threshold,hpa,reactive,predictive,oracle";

    /** Every policy with its knobs and what they are where nothing is said. */
    private static final SortedMap<String, SortedMap<String, String>> KNOBS = knobs();

    private static final Duration JOURNAL_MEMORY = Duration.ofHours(1);

    private PolicyCatalog() {}

    private static SortedMap<String, SortedMap<String, String>> knobs() {
        SortedMap<String, SortedMap<String, String>> knobs = new TreeMap<>();
        knobs.put("static", knob("replicas", PEAK));
        knobs.put("threshold", thresholds(ThresholdPolicy.DEFAULT));
        knobs.put("hpa", hpa(60, 300));
        knobs.put("reactive", knob("headroom", String.valueOf(ReactivePolicy.DEFAULT_HEADROOM)));
        knobs.put("predictive", new TreeMap<>());
        knobs.put(ORACLE, new TreeMap<>());
        return Collections.unmodifiableSortedMap(knobs);
    }

    private static SortedMap<String, String> knob(String name, String value) {
        return new TreeMap<>(Map.of(name, value));
    }

    private static SortedMap<String, String> thresholds(ThresholdPolicy policy) {
        SortedMap<String, String> knobs = knob("upper", percent(policy.upper()));
        knobs.put("lower", percent(policy.lower()));
        return knobs;
    }

    private static SortedMap<String, String> hpa(int targetPercent, int stabilizationSeconds) {
        SortedMap<String, String> knobs = knob("target", String.valueOf(targetPercent));
        knobs.put("stabilization", stabilizationSeconds + "s");
        return knobs;
    }

    private static String percent(double share) {
        return String.valueOf(Math.round(100 * share));
    }

    static void check(PolicySpec spec) {
        SortedMap<String, String> knobs = KNOBS.get(spec.name());
        if (knobs == null) {
            throw new InvalidInputException(
                    "--policy",
                    "policy",
                    spec.name(),
                    "choose from " + String.join(", ", KNOBS.keySet()) + " and hpa:grid");
        }
        for (String knob : spec.knobs().keySet()) {
            if (!knobs.containsKey(knob)) {
                throw new InvalidInputException(
                        "--policy", "knob", knob, mend(spec.name(), knobs.keySet()));
            }
        }
        if (spec.grid() && !(spec.name().equals("hpa") && spec.knobs().isEmpty())) {
            throw new InvalidInputException(
                    "--policy",
                    "policy",
                    spec.toString(),
                    "only hpa:grid is a grid, without knobs");
        }
        if (!spec.name().equals(ORACLE)) {
            entry(complete(spec, 1));
        }
    }

    /**
     * The policy with every knob that it has.
     *
     * @param peakNeed the most replicas that any moment needs, known to {@code static} alone
     */
    static PolicySpec complete(PolicySpec spec, int peakNeed) {
        SortedMap<String, String> knobs =
                new TreeMap<>(KNOBS.getOrDefault(spec.name(), new TreeMap<>()));
        knobs.putAll(spec.knobs());
        knobs.replace("replicas", PEAK, String.valueOf(peakNeed));
        return new PolicySpec(spec.name(), knobs, spec.grid());
    }

    /** Every setting of a grid: targets 30 to 90 %, stabilisation 0 to 600 s. */
    static List<PolicySpec> grid() {
        List<PolicySpec> settings = new ArrayList<>();
        for (int target = 30; target <= 90; target += 5) {
            for (int seconds : new int[] {0, 60, 120, 300, 600}) {
                settings.add(new PolicySpec("hpa", hpa(target, seconds), false));
            }
        }
        return settings;
    }

    /** How a policy, with all its knobs, enters a world. */
    static Function<SimulatedWorld, Contender> entry(PolicySpec spec) {
        if (spec.name().equals("hpa")) {
            int target = spec.whole("target", 1, 100);
            long stabilization = spec.seconds("stabilization");
            return _ -> peer(new HorizontalPodAutoscaler(target, stabilization)::sync);
        }
        Policy policy = policy(spec);
        return world -> behindTheGuard(policy, world);
    }

    /** The signals that a policy decides on. */
    static List<Signal> evidence(PolicySpec spec) {
        return switch (spec.name()) {
            case "hpa" -> List.of(Signal.UTILIZATION);
            case ORACLE -> List.of();
            default -> policy(complete(spec, 1)).evidence();
        };
    }

    private static Policy policy(PolicySpec spec) {
        return switch (spec.name()) {
            case "static" -> new StaticPolicy(spec.whole("replicas", 1, 1_000_000));
            case "threshold" -> threshold(spec);
            case "reactive" -> new ReactivePolicy(spec.number("headroom", 1, 100));
            case "predictive" -> new PredictivePolicy();
            default ->
                    throw new IllegalArgumentException(
                            "policy %s does not run behind the guard".formatted(spec.name()));
        };
    }

    private static Policy threshold(PolicySpec spec) {
        double upper = spec.number("upper", 1, 100);
        double lower = spec.number("lower", 0, 99);
        if (lower >= upper) {
            throw new InvalidInputException(
                    "--policy", "threshold:lower", spec.knob("lower"), "give less than upper");
        }
        return new ThresholdPolicy(upper / 100, lower / 100);
    }

    static Contender behindTheGuard(Policy policy, SimulatedWorld world) {
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

    private static String mend(String policy, Set<String> knobs) {
        return knobs.isEmpty()
                ? policy + " has no knobs"
                : policy + " has the knobs " + String.join(", ", knobs);
    }
}
