// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.capacity.MmcStation;
import dev.plimsoll.model.Cadence;
import dev.plimsoll.model.DecimalText;
import dev.plimsoll.model.DurationText;
import dev.plimsoll.model.InvalidInputException;
import dev.plimsoll.model.Slo;
import dev.plimsoll.sim.backtest.BacktestSettings;
import dev.plimsoll.sim.backtest.BacktestSettings.Limits;
import dev.plimsoll.sim.backtest.BacktestSettings.Prices;
import dev.plimsoll.sim.backtest.BacktestSettings.Replay;
import dev.plimsoll.sim.backtest.BacktestSettings.Scale;
import dev.plimsoll.sim.backtest.BacktestSettings.StartUp;
import dev.plimsoll.sim.cluster.ServiceModel;
import dev.plimsoll.sim.history.Prior;
import dev.plimsoll.sim.workload.Interpolation;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** The options that every policy of a comparison shares, and the settings that they make. */
final class SettingsOptions {
    private static final Pattern SLO = Pattern.compile("(?:p(\\d{1,2}(?:\\.\\d+)?)=)?(\\d[^=]*)");
    private static final Pattern RATE = Pattern.compile("(\\S+?)(?:/s)?");

    private static final String USUAL_LEAD_TIME = "40s";
    private static final String USUAL_LEAD_TIME_SPREAD = "0.25";
    private static final String USUAL_CONCURRENCY = "4";

    /** A service of which nothing is known yet must not be refused for missing the target. */
    private static final double UNLEARNED = 100;

    @Option(names = "--step", description = "Step of the simulation. Default: ${DEFAULT-VALUE}.")
    private String step = "5s";

    @Option(
            names = "--metrics-interval",
            description = "Time that one reading covers. Default: ${DEFAULT-VALUE}.")
    private String metricsInterval = "15s";

    @Option(
            names = "--metrics-delay",
            description = "Time until a reading can be read. Default: ${DEFAULT-VALUE}.")
    private String metricsDelay = "15s";

    @Option(
            names = "--pushed-interval",
            description =
                    "Besides, push demand this often, without delay; policies that stand on the"
                            + " reactive floor add replicas at once. Default: not pushed.")
    private Optional<String> pushedInterval = Optional.empty();

    @Option(
            names = "--lead-time",
            description =
                    "Median time from order to readiness. Default: "
                            + USUAL_LEAD_TIME
                            + "; with --desired what was seen.")
    private Optional<String> leadTime = Optional.empty();

    @Option(
            names = "--lead-time-spread",
            description =
                    "Standard deviation of the lead time's logarithm; 0 makes it fixed. Default: "
                            + USUAL_LEAD_TIME_SPREAD
                            + ".")
    private Optional<String> leadTimeSpread = Optional.empty();

    @Option(
            names = "--peak-replicas",
            description =
                    "Scale demand so that its peak needs this many replicas at the SLO."
                            + " Default: 50.")
    private Optional<String> peakReplicas = Optional.empty();

    @Option(
            names = "--replica-capacity",
            description =
                    "Scale demand so that a replica carries this much of the trace's unit at the"
                            + " SLO, e.g. 120/s. Instead of --peak-replicas.")
    private Optional<String> replicaCapacity = Optional.empty();

    @Option(
            names = "--slo",
            description =
                    "Latency objective, e.g. p95=250ms; a bare time means p95. Default: 250ms, or"
                            + " 10s from a lead time of 120s on.")
    private Optional<String> slo = Optional.empty();

    @Option(
            names = "--concurrency",
            description =
                    "Requests that a replica serves at once. Default: "
                            + USUAL_CONCURRENCY
                            + "; with --prometheus what was seen.")
    private Optional<String> concurrency = Optional.empty();

    @Option(
            names = "--service-time",
            description =
                    "Mean service time, exponential. Default: 50ms, or 2s from a lead time of 120s"
                            + " on; with --prometheus what was seen.")
    private Optional<String> serviceTime = Optional.empty();

    @Option(names = "--min", description = "Least replicas. Default: ${DEFAULT-VALUE}.")
    private String min = "1";

    @Option(names = "--max", description = "Most replicas. Default: twice the peak's need.")
    private Optional<String> max = Optional.empty();

    @Option(
            names = "--interpolation",
            description =
                    "How demand runs between the trace's samples: linear, hold or rough."
                            + " Default: rough; with --prometheus hold.")
    private Optional<String> interpolation = Optional.empty();

    @Option(
            names = "--violation-cost",
            description =
                    "At 100, one request in 1,000 violated costs as much as 10 %% of the"
                            + " replica-hours. Default: ${DEFAULT-VALUE}.")
    private String violationCost = "100";

    @Option(
            names = "--price-per-hour",
            description = "Price of a replica for an hour. Default: ${DEFAULT-VALUE}.")
    private String pricePerHour = "1";

    @Option(
            names = "--start",
            description =
                    "Instant of the first sample, where the trace does not tell it."
                            + " Default: ${DEFAULT-VALUE}.")
    private String start = "2026-01-05T00:00Z";

    @Option(names = "--seed", description = "Seed of every draw. Default: ${DEFAULT-VALUE}.")
    private String seed = "1";

    @Option(
            names = "--warm-up",
            description =
                    "Leading share that is history and not scored. Default: ${DEFAULT-VALUE}.")
    private String warmUp = "0.3";

    @Option(
            names = "--max-days",
            description = "Of longer traces the last days. Default: ${DEFAULT-VALUE}.")
    private String maxDays = "60";

    BacktestSettings settings() {
        return settings(service(stepSeconds()), scale(), Interpolation.ROUGH);
    }

    /** Those of a past, from which service and scale are yet to be learned. */
    BacktestSettings toLearn() {
        Slo objective = service(stepSeconds()).slo();
        MmcStation anyone = new MmcStation(1, objective.targetSeconds() / UNLEARNED);
        return settings(
                new ServiceModel(
                        anyone, objective, stepSeconds(), ServiceModel.DEFAULT_DRAIN_SECONDS),
                new Scale.AsMeasured(),
                Interpolation.HOLD);
    }

    /** What was said of the service that is to be learned. */
    Prior prior() {
        boolean leadTimeGiven = leadTime.isPresent() || leadTimeSpread.isPresent();
        return new Prior(
                concurrency.isPresent() ? OptionalInt.of(slots()) : OptionalInt.empty(),
                serviceTime.isPresent()
                        ? OptionalDouble.of(positive("--service-time", serviceTime.get()))
                        : OptionalDouble.empty(),
                leadTimeGiven ? Optional.of(startUp()) : Optional.empty());
    }

    private BacktestSettings settings(
            ServiceModel service, Scale scale, Interpolation usualInterpolation) {
        return new BacktestSettings(
                service,
                new Cadence(
                        BacktestSettings.cycle(service.stepSeconds()),
                        Duration.ofSeconds(wholeSeconds("--metrics-interval", metricsInterval)),
                        duration("--metrics-delay", metricsDelay)),
                startUp(),
                scale,
                new Limits(whole("--min", min), max()),
                replay(usualInterpolation),
                new Prices(
                        number("--violation-cost", violationCost),
                        number("--price-per-hour", pricePerHour)),
                pushedInterval.map(
                        text -> Duration.ofSeconds(wholeSeconds("--pushed-interval", text))));
    }

    private int stepSeconds() {
        return (int) wholeSeconds("--step", step);
    }

    private StartUp startUp() {
        return new StartUp(
                leadTimeSeconds(),
                number("--lead-time-spread", leadTimeSpread.orElse(USUAL_LEAD_TIME_SPREAD)));
    }

    private ServiceModel service(int stepSeconds) {
        ServiceModel usual = BacktestSettings.defaultService(leadTimeSeconds());
        double serviceSeconds =
                serviceTime
                        .map(text -> positive("--service-time", text))
                        .orElse(usual.station().serviceSeconds());
        return new ServiceModel(
                new MmcStation(slots(), serviceSeconds),
                slo.map(SettingsOptions::parseSlo).orElse(usual.slo()),
                stepSeconds,
                ServiceModel.DEFAULT_DRAIN_SECONDS);
    }

    private int slots() {
        String text = concurrency.orElse(USUAL_CONCURRENCY);
        int slots = whole("--concurrency", text);
        if (slots < 1 || slots > 4096) {
            throw new InvalidInputException("--concurrency", "slots", text, "give 1 to 4096");
        }
        return slots;
    }

    private Scale scale() {
        if (peakReplicas.isPresent() && replicaCapacity.isPresent()) {
            throw new InvalidInputException(
                    "--replica-capacity",
                    "capacity",
                    replicaCapacity.get(),
                    "give this or --peak-replicas, not both");
        }
        if (replicaCapacity.isPresent()) {
            Matcher rate = RATE.matcher(replicaCapacity.get());
            String text = rate.matches() ? rate.group(1) : replicaCapacity.get();
            return new Scale.ReplicaCapacity(number("--replica-capacity", text));
        }
        return new Scale.PeakReplicas(whole("--peak-replicas", peakReplicas.orElse("50")));
    }

    private OptionalInt max() {
        return max.isPresent() ? OptionalInt.of(whole("--max", max.get())) : OptionalInt.empty();
    }

    private Replay replay(Interpolation usual) {
        return new Replay(
                interpolation.map(Interpolation::parse).orElse(usual),
                number("--warm-up", warmUp),
                whole("--max-days", maxDays),
                startInstant(),
                wholeLong("--seed", seed));
    }

    private double leadTimeSeconds() {
        return duration("--lead-time", leadTime.orElse(USUAL_LEAD_TIME)).toMillis() / 1000.0;
    }

    private Instant startInstant() {
        try {
            return OffsetDateTime.parse(start).toInstant();
        } catch (DateTimeParseException e) {
            throw new InvalidInputException(
                    "--start", "instant", start, "give an instant like 2026-01-05T00:00Z");
        }
    }

    private static Slo parseSlo(String text) {
        Matcher matcher = SLO.matcher(text);
        if (!matcher.matches()) {
            throw new InvalidInputException("--slo", "objective", text, "write e.g. p95=250ms");
        }
        double percent = matcher.group(1) == null ? 95 : number("--slo", matcher.group(1));
        double seconds = positive("--slo", matcher.group(2));
        if (!(percent > 0 && percent < 100)) {
            throw new InvalidInputException(
                    "--slo", "quantile", text, "give a quantile between p0 and p100");
        }
        return new Slo(percent / 100, seconds);
    }

    private static Duration duration(String option, String text) {
        return DurationText.parse(text, option, "duration");
    }

    private static double positive(String option, String text) {
        return PositiveDuration.parse(option, text).toMillis() / 1000.0;
    }

    private static long wholeSeconds(String option, String text) {
        Duration duration = duration(option, text);
        boolean usable = duration.toMillis() % 1000 == 0 && duration.toSeconds() >= 1;
        if (!usable || duration.compareTo(Duration.ofDays(1)) > 0) {
            throw new InvalidInputException(
                    option, "duration", text, "give whole seconds, from 1s to 24h");
        }
        return duration.toSeconds();
    }

    private static double number(String option, String text) {
        double value = DecimalText.parse(text).orElse(Double.NaN);
        if (Double.isFinite(value)) {
            return value;
        }
        throw new InvalidInputException(option, "number", text, "give a finite number");
    }

    private static int whole(String option, String text) {
        long value = wholeLong(option, text);
        if (value != (int) value) {
            throw new InvalidInputException(option, "number", text, "give a smaller number");
        }
        return (int) value;
    }

    private static long wholeLong(String option, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new InvalidInputException(option, "number", text, "give a whole number");
        }
    }
}
