// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.backtest;

import dev.plimsoll.control.Cycle;
import dev.plimsoll.control.InMemoryJournal;
import dev.plimsoll.control.Knowledge;
import dev.plimsoll.control.WorkloadKnowledge;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** The policies that can be compared, their knobs, and how each enters a simulated world. */
public final class PolicyCatalog {
    /** The policy that knows the future; it is planned, not run. */
    static final String ORACLE = "oracle";

    /** What is compared where nothing is named. */
    public static final String DEFAULT = "static,threshold,hpa,reactive,predictive,oracle";

    private static final SortedMap<String, List<String>> KNOBS =
            Collections.unmodifiableSortedMap(
                    new TreeMap<>(
                            Map.of(
                                    "static",
                                    List.of("replicas"),
                                    "threshold",
                                    List.of("upper", "lower"),
                                    "hpa",
                                    List.of("target", "stabilization"),
                                    "reactive",
                                    List.of("headroom"),
                                    "predictive",
                                    List.of(),
                                    ORACLE,
                                    List.of())));

    private static final Duration JOURNAL_MEMORY = Duration.ofHours(1);

    private PolicyCatalog() {}

    static void check(PolicySpec spec) {
        List<String> knobs = KNOBS.get(spec.name());
        if (knobs == null) {
            throw new InvalidInputException(
                    "--policy",
                    "policy",
                    spec.name(),
                    "choose from " + String.join(", ", KNOBS.keySet()));
        }
        for (String knob : spec.knobs().keySet()) {
            if (!knobs.contains(knob)) {
                throw new InvalidInputException("--policy", "knob", knob, mend(spec.name(), knobs));
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
            entry(spec, 1);
        }
    }

    /** Every setting of a grid: targets 30 to 90 %, stabilisation 0 to 600 s. */
    static List<PolicySpec> grid() {
        List<PolicySpec> settings = new ArrayList<>();
        for (int target = 30; target <= 90; target += 5) {
            for (int seconds : new int[] {0, 60, 120, 300, 600}) {
                settings.add(
                        new PolicySpec(
                                "hpa",
                                Map.of("target", "" + target, "stabilization", seconds + "s"),
                                false));
            }
        }
        return settings;
    }

    /**
     * How a policy enters a world.
     *
     * @param peakNeed the most replicas that any moment needs, known to {@code static} alone
     */
    static Function<SimulatedWorld, Contender> entry(PolicySpec spec, int peakNeed) {
        if (spec.name().equals("hpa")) {
            int target = spec.whole("target", 60, 1, 100);
            long stabilization = spec.seconds("stabilization", 300);
            return _ -> peer(new HorizontalPodAutoscaler(target, stabilization)::sync);
        }
        Policy policy = policy(spec, peakNeed);
        return world -> behindTheGuard(policy, world);
    }

    private static Policy policy(PolicySpec spec, int peakNeed) {
        return switch (spec.name()) {
            case "static" -> new StaticPolicy(spec.whole("replicas", peakNeed, 1, 1_000_000));
            case "threshold" -> threshold(spec);
            case "reactive" ->
                    new ReactivePolicy(
                            spec.number("headroom", ReactivePolicy.DEFAULT_HEADROOM, 1, 100));
            case "predictive" -> new PredictivePolicy();
            default ->
                    throw new IllegalArgumentException(
                            "policy %s does not run behind the guard".formatted(spec.name()));
        };
    }

    private static Policy threshold(PolicySpec spec) {
        double upper = spec.number("upper", ThresholdPolicy.DEFAULT.upper() * 100, 1, 100);
        double lower = spec.number("lower", ThresholdPolicy.DEFAULT.lower() * 100, 0, 99);
        if (lower >= upper) {
            throw new InvalidInputException(
                    "--policy", "threshold:lower", String.valueOf(lower), "give less than upper");
        }
        return new ThresholdPolicy(upper / 100, lower / 100);
    }

    private static Contender behindTheGuard(Policy policy, SimulatedWorld world) {
        WorkloadId id = world.workload().id();
        var knowledge = new WorkloadKnowledge(world.workload(), policy);
        Cycle cycle =
                new Cycle(
                        world.telemetry(),
                        new SimulatedPlatform(id, world.start(), world.service()),
                        new InMemoryJournal(JOURNAL_MEMORY),
                        new Knowledge(Map.of(id, knowledge)));
        return present -> cycle.run(present.now());
    }

    private static Contender peer(Consumer<SimulatedWorld> peer) {
        return world -> {
            peer.accept(world);
            return List.of();
        };
    }

    private static String mend(String policy, List<String> knobs) {
        return knobs.isEmpty()
                ? policy + " has no knobs"
                : policy + " has the knobs " + String.join(", ", knobs);
    }
}
