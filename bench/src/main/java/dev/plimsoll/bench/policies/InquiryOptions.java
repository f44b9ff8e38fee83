// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.policies;

import dev.plimsoll.model.DurationText;
import dev.plimsoll.model.InvalidInputException;
import dev.plimsoll.sim.backtest.PolicySpec;
import dev.plimsoll.sim.workload.Interpolation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** The options that say what is asked of every trace. */
final class InquiryOptions {
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final int MOST_REPLICAS = 100_000;

    @Option(
            names = "--lead-time",
            paramLabel = "TIMES",
            description =
                    "Median times from order to readiness, with commas. From 120s on the service"
                            + " is a large model: slow requests, a lax objective. Default:"
                            + " ${DEFAULT-VALUE}.")
    private String leadTimes = "40s,180s";

    @Option(
            names = "--interpolation",
            paramLabel = "NAMES",
            description =
                    "How demand runs between samples: rough, linear, hold, with commas. Default:"
                            + " ${DEFAULT-VALUE}.")
    private String interpolations = "rough";

    @Option(
            names = "--peak-replicas",
            paramLabel = "N",
            description =
                    "Scale demand so that its peak needs this many replicas. Default:"
                            + " ${DEFAULT-VALUE}.")
    private int peakReplicas = 50;

    @Option(
            names = "--pushed-interval",
            paramLabel = "TIME",
            description =
                    "Besides, push demand this often, in whole seconds. One that is no multiple of"
                            + " 5s makes the step of the simulation 1s, and all of it five times"
                            + " as long. Default: not pushed.")
    private Optional<String> pushed = Optional.empty();

    @Option(
            names = "--policy",
            paramLabel = "POLICIES",
            description =
                    "Policies that are judged, with commas, as 'backtest' takes them but without"
                            + " grids. Default: ${DEFAULT-VALUE}.")
    private String policies = "predictive";

    Inquiry inquiry() {
        return new Inquiry(
                once("--lead-time", leadTimes, InquiryOptions::leadTime),
                once("--interpolation", interpolations, Interpolation::parse),
                replicas(),
                pushed.map(InquiryOptions::pushedInterval),
                own());
    }

    private static <T> List<T> once(String option, String text, Function<String, T> reading) {
        List<T> values = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            T value = reading.apply(part.strip());
            if (values.contains(value)) {
                throw new InvalidInputException(option, "value", part, "name each value once");
            }
            values.add(value);
        }
        return values;
    }

    private static Duration leadTime(String text) {
        Duration time = DurationText.parse(text, "--lead-time", "duration");
        if (time.compareTo(LONGEST) > 0) {
            throw new InvalidInputException("--lead-time", "duration", text, "give at most 24h");
        }
        return time;
    }

    private static Duration pushedInterval(String text) {
        Duration every = DurationText.parse(text, "--pushed-interval", "duration");
        boolean usable = every.toMillis() % 1000 == 0 && every.toSeconds() >= 1;
        if (!usable || every.compareTo(Duration.ofHours(1)) > 0) {
            throw new InvalidInputException(
                    "--pushed-interval", "duration", text, "give whole seconds, from 1s to 1h");
        }
        return every;
    }

    private int replicas() {
        if (peakReplicas < 1 || peakReplicas > MOST_REPLICAS) {
            throw new InvalidInputException(
                    "--peak-replicas",
                    "replicas",
                    String.valueOf(peakReplicas),
                    "give 1 to " + MOST_REPLICAS);
        }
        return peakReplicas;
    }

    private List<PolicySpec> own() {
        List<PolicySpec> own = PolicySpec.parseList(policies);
        for (PolicySpec policy : own) {
            if (policy.grid() || policy.name().equals("oracle")) {
                throw new InvalidInputException(
                        "--policy",
                        "policy",
                        policy.toString(),
                        "name one that is run with the knobs it has, e.g. predictive: the grids"
                                + " and the oracle are what it is judged by");
            }
        }
        return own;
    }
}
