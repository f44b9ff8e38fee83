// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.backtest;

import dev.plimsoll.forecast.bound.LookAhead;
import dev.plimsoll.forecast.bound.Panel;
import dev.plimsoll.forecast.bound.Part;
import dev.plimsoll.forecast.ensemble.ForecastModel;
import dev.plimsoll.model.DurationText;
import dev.plimsoll.model.InvalidInputException;
import dev.plimsoll.plan.HybridAlgorithm;
import dev.plimsoll.plan.HybridPolicy;
import dev.plimsoll.plan.LoadIndexPolicy;
import dev.plimsoll.plan.ReactivePolicy;
import dev.plimsoll.plan.ThresholdPolicy;
import dev.plimsoll.sim.baseline.WeekTable;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The knobs of the policies: their names, what they are where nothing is said, and their values.
 */
final class PolicyKnobs {
    static final String HPA = "hpa";
    static final String KEDA = "keda";
    static final String KPA = "kpa";
    static final String KPA_NATIVE = "kpa-native";
    static final String HYBRID_PAPER = "hybrid-paper";
    static final String LOAD_INDEX = "load-index";
    static final String MANUAL = "manual";
    static final String PREDICTIVE = "predictive";

    /** The peak's need, which only the replay can tell. */
    private static final String PEAK = "peak";

    private static final String OPTION = "--policy";
    private static final String FORECASTER = "forecaster";
    private static final String FORECAST = "forecast";
    private static final String WITHOUT = "without";

    /**
     * Those of {@code predictive}, which are for trials and are not told where they are not given.
     */
    private static final List<String> TRIALS = List.of(FORECAST, WITHOUT);

    private static final int MOST_REPLICAS = 1_000_000;
    private static final long LONGEST_STABILIZATION = 3600;
    private static final List<Integer> STABILIZATIONS = List.of(0, 60, 120, 300, 600);

    /** Every policy with its knobs; those of {@code manual} are the rows of its table. */
    private static final SortedMap<String, SortedMap<String, String>> DEFAULTS = defaults();

    private PolicyKnobs() {}

    private static SortedMap<String, SortedMap<String, String>> defaults() {
        var threshold = ThresholdPolicy.DEFAULT;
        var hybrid = HybridAlgorithm.DEFAULT;
        SortedMap<String, SortedMap<String, String>> all = new TreeMap<>();
        all.put("static", knobs("replicas", PEAK));
        all.put("threshold", thresholds(threshold.upper(), threshold.lower()));
        all.put(HPA, targetAndStabilization(60, 300));
        all.put(KEDA, targetAndStabilization(60, 300));
        all.put(KPA, knobs("target", "70"));
        all.put(KPA_NATIVE, knobs("target", "70"));
        all.put("reactive", knobs("headroom", String.valueOf(ReactivePolicy.DEFAULT_HEADROOM)));
        all.put(PREDICTIVE, knobs());
        all.put(PolicyCatalog.ORACLE, knobs());
        all.put(HybridPolicy.NAME, hybrid(hybrid));
        all.put(HYBRID_PAPER, hybrid(hybrid));
        all.get(HYBRID_PAPER).put("period", "15s");
        all.put(LOAD_INDEX, loadIndex(LoadIndexPolicy.DEFAULT));
        all.put(MANUAL, knobs());
        return Collections.unmodifiableSortedMap(all);
    }

    /** The settings of a peer's grid at a target; none for a policy without a grid. */
    static List<SortedMap<String, String>> settings(String name, int target) {
        return switch (name) {
            case HPA, KEDA ->
                    STABILIZATIONS.stream()
                            .map(seconds -> targetAndStabilization(target, seconds))
                            .toList();
            case KPA, KPA_NATIVE -> List.of(knobs("target", String.valueOf(target)));
            default -> List.of();
        };
    }

    private static SortedMap<String, String> targetAndStabilization(
            int targetPercent, int stabilizationSeconds) {
        return knobs(
                "target",
                String.valueOf(targetPercent),
                "stabilization",
                stabilizationSeconds + "s");
    }

    private static SortedMap<String, String> hybrid(HybridAlgorithm algorithm) {
        return knobs(
                "upper",
                percent(algorithm.upper()),
                "periods",
                String.valueOf(algorithm.periods()),
                "wait",
                DurationText.of(algorithm.scaleOutAfter()),
                FORECASTER,
                algorithm.forecaster().label());
    }

    private static SortedMap<String, String> loadIndex(LoadIndexPolicy policy) {
        SortedMap<String, String> knobs = thresholds(policy.upper(), policy.lower());
        knobs.put("alpha", String.valueOf(policy.alpha()));
        knobs.put("beta", String.valueOf(policy.beta()));
        knobs.put("gamma", String.valueOf(policy.gamma()));
        return knobs;
    }

    private static SortedMap<String, String> thresholds(double upper, double lower) {
        return knobs("upper", percent(upper), "lower", percent(lower));
    }

    private static String percent(double share) {
        return String.valueOf(Math.round(100 * share));
    }

    /** Names and values by turns. */
    private static SortedMap<String, String> knobs(String... namesAndValues) {
        SortedMap<String, String> knobs = new TreeMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            knobs.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return knobs;
    }

    /** Refuses names that there are none of. */
    static void check(PolicySpec spec) {
        SortedMap<String, String> knobs = DEFAULTS.get(spec.name());
        if (knobs == null) {
            throw new InvalidInputException(
                    OPTION,
                    "policy",
                    spec.name(),
                    "choose from "
                            + String.join(", ", DEFAULTS.keySet())
                            + "; hpa, keda, kpa and kpa-native"
                            + " also as NAME:grid");
        }
        for (String knob : spec.knobs().keySet()) {
            Collection<String> names = spec.name().equals(PREDICTIVE) ? TRIALS : knobs.keySet();
            if (!names.contains(knob) && !spec.name().equals(MANUAL)) {
                throw new InvalidInputException(OPTION, "knob", knob, mend(spec.name(), names));
            }
        }
    }

    /** Every knob that the policy has, given or default. */
    static SortedMap<String, String> complete(PolicySpec spec, int peakNeed) {
        SortedMap<String, String> knobs =
                new TreeMap<>(DEFAULTS.getOrDefault(spec.name(), new TreeMap<>()));
        knobs.putAll(spec.knobs());
        if (spec.name().equals("static") || spec.name().equals(MANUAL)) {
            String peak = String.valueOf(peakNeed);
            knobs.replaceAll((_, value) -> value.equals(PEAK) ? peak : value);
        }
        return knobs;
    }

    /** The policies, with this forecaster in those that take one and do not name their own. */
    static List<PolicySpec> withForecaster(List<PolicySpec> specs, String forecaster) {
        if (ForecastModel.named(forecaster).isEmpty()) {
            throw refusedForecaster(forecaster, models());
        }
        if (specs.stream().noneMatch(PolicyKnobs::takesForecaster)) {
            throw refusedForecaster(
                    forecaster,
                    "no policy takes one; add %s or %s to --policy"
                            .formatted(HybridPolicy.NAME, HYBRID_PAPER));
        }
        return specs.stream()
                .map(spec -> takesForecaster(spec) ? spec.orElse(FORECASTER, forecaster) : spec)
                .toList();
    }

    private static boolean takesForecaster(PolicySpec spec) {
        return complete(spec, 1).containsKey(FORECASTER);
    }

    private static InvalidInputException refusedForecaster(String forecaster, String mend) {
        return new InvalidInputException("--forecaster", "forecaster", forecaster, mend);
    }

    static ForecastModel forecaster(PolicySpec spec) {
        return ForecastModel.named(spec.knob(FORECASTER))
                .orElseThrow(() -> spec.refused(FORECASTER, models()));
    }

    /** Whose forecasts {@code predictive} decides on, and without what. */
    static LookAhead.LeastCost lookAhead(PolicySpec spec) {
        return new LookAhead.LeastCost(panel(spec), without(spec));
    }

    private static Function<Duration, Panel> panel(PolicySpec spec) {
        if (!spec.knobs().containsKey(FORECAST)) {
            return LookAhead.LEAST_COST.panel();
        }
        var kind =
                WrongForecasts.Kind.named(spec.knob(FORECAST))
                        .orElseThrow(() ->
                                spec.refused(
                                        FORECAST,
                                        choice(
                                                WrongForecasts.Kind.values(),
                                                WrongForecasts.Kind::label)));
        return interval -> new WrongForecasts(kind, interval);
    }

    private static Set<Part> without(PolicySpec spec) {
        if (!spec.knobs().containsKey(WITHOUT)) {
            return LookAhead.LEAST_COST.without();
        }
        return EnumSet.of(
                Part.named(spec.knob(WITHOUT))
                        .orElseThrow(
                                () -> spec.refused(WITHOUT, choice(Part.values(), Part::label))));
    }

    private static <T> String choice(T[] values, Function<T, String> label) {
        return "choose from " + Arrays.stream(values).map(label).collect(Collectors.joining(", "));
    }

    static Duration scaleOutAfter(PolicySpec spec) {
        Duration wait = Duration.ofSeconds(spec.seconds("wait"));
        if (wait.compareTo(HybridAlgorithm.LONGEST_WAIT) > 0) {
            throw spec.refused("wait", "give at most 1h");
        }
        return wait;
    }

    /** The window of HPA's scale-down stabilisation, which Kubernetes allows up to an hour. */
    static int stabilization(PolicySpec spec) {
        long seconds = spec.seconds("stabilization");
        if (seconds > LONGEST_STABILIZATION) {
            throw spec.refused("stabilization", "give at most 1h");
        }
        return (int) seconds;
    }

    static long period(PolicySpec spec) {
        long period = spec.seconds("period");
        if (period < 1) {
            throw spec.refused("period", "give at least 1s");
        }
        return period;
    }

    /** The lower one of two thresholds. */
    static double lower(PolicySpec spec, double upper) {
        double lower = spec.number("lower", 0, 99);
        if (lower >= upper) {
            throw new InvalidInputException(
                    OPTION, spec.name() + ":lower", spec.knob("lower"), "give less than upper");
        }
        return lower;
    }

    /** Alpha, beta and gamma. */
    static double[] weights(PolicySpec spec) {
        double[] weights = {
            spec.number("alpha", 0, 1), spec.number("beta", 0, 1), spec.number("gamma", 0, 1)
        };
        double sum = Arrays.stream(weights).sum();
        if (Math.abs(sum - 1) > 1e-9) {
            throw spec.refused("alpha", "alpha, beta and gamma must sum to 1, and sum to " + sum);
        }
        return weights;
    }

    /** The rows of an operator's table. */
    static SortedMap<String, Integer> rows(PolicySpec spec) {
        SortedMap<String, Integer> rows = new TreeMap<>();
        for (String row : spec.knobs().keySet()) {
            rows.put(row, spec.whole(row, 1, MOST_REPLICAS));
        }
        if (rows.isEmpty()) {
            throw new InvalidInputException(
                    OPTION,
                    "policy",
                    MANUAL,
                    "give its table, e.g. manual:mon-fri/8-20=12:" + WeekTable.ELSE + "=4");
        }
        return rows;
    }

    private static String models() {
        return "choose from " + ForecastModel.labels();
    }

    private static String mend(String policy, Collection<String> knobs) {
        return knobs.isEmpty()
                ? policy + " has no knobs"
                : policy + " has the knobs " + String.join(", ", knobs);
    }
}
