// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.adapter.prometheus.AnswerLimit;
import dev.plimsoll.adapter.prometheus.PrometheusServer;
import dev.plimsoll.model.DurationText;
import dev.plimsoll.model.InvalidInputException;
import dev.plimsoll.telemetry.Signal;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** The options that say where a workload's past is read. */
final class PastOptions {
    private static final String SERVER = "--prometheus";
    private static final int MOST_DAYS = 60;
    private static final int MOST_WINDOWS = 200_000;
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    /** What a past does without: it has all of it, or learns it. */
    private static final List<String> OF_TRACES =
            List.of(
                    "--tune",
                    "--plans",
                    "--peak-replicas",
                    "--replica-capacity",
                    "--max-days",
                    "--start");

    private static final List<String> OF_PASTS =
            List.of(
                    "--demand",
                    "--replicas",
                    "--desired",
                    "--cpu",
                    "--latency",
                    "--mean-latency",
                    "--days",
                    "--until",
                    "--resolution",
                    "--bearer-token-file",
                    "--ca-file");

    @Option(
            names = SERVER,
            paramLabel = "URL",
            description =
                    "Instead of traces: judge policies on what a workload really went through, as"
                            + " Prometheus or what speaks as it does remembers it. The leading part"
                            + " (--warm-up) teaches what a replica carries, the rest judges: first"
                            + " how well that reproduces what was seen. Each query gives one"
                            + " series, best as means over --resolution.")
    private Optional<String> url = Optional.empty();

    @Option(names = "--demand", paramLabel = "Q", description = "Requests per second.")
    private Optional<String> demand = Optional.empty();

    @Option(names = "--replicas", paramLabel = "Q", description = "Replicas that were ready.")
    private Optional<String> replicas = Optional.empty();

    @Option(
            names = "--desired",
            paramLabel = "Q",
            description = "Replicas asked for: tells the lead time.")
    private Optional<String> desired = Optional.empty();

    @Option(
            names = "--cpu",
            paramLabel = "Q",
            description = "Busy share of the ready replicas, 0 to 1: tells what one carries.")
    private Optional<String> cpu = Optional.empty();

    @Option(
            names = "--latency",
            paramLabel = "Q",
            description =
                    "Latency at the quantile of --slo, in seconds: tells how many requests a"
                            + " replica serves at once, and what was violated.")
    private Optional<String> latency = Optional.empty();

    @Option(
            names = "--mean-latency",
            paramLabel = "Q",
            description = "Mean latency, in seconds: tells the former better.")
    private Optional<String> meanLatency = Optional.empty();

    @Option(
            names = "--days",
            paramLabel = "N",
            description = "How far to look back, 1 to 60. Default: ${DEFAULT-VALUE}.")
    private int days = 14;

    @Option(
            names = "--until",
            paramLabel = "INSTANT",
            description = "Where the past ends, as 2026-01-05T00:00Z. Default: now.")
    private Optional<String> until = Optional.empty();

    @Option(
            names = "--resolution",
            paramLabel = "TIME",
            description = "Time between the samples asked for. Default: ${DEFAULT-VALUE}.")
    private String resolution = "1m";

    @Option(
            names = "--bearer-token-file",
            paramLabel = "FILE",
            description = "Holds the token to send.")
    private Optional<Path> bearerTokenFile = Optional.empty();

    @Option(
            names = "--ca-file",
            paramLabel = "FILE",
            description = "Certificates to trust in place of the system's, PEM.")
    private Optional<Path> caFile = Optional.empty();

    /** A query, and the option that gives it. */
    record Query(String option, String promql) {}

    /** A query of a signal. */
    record SignalQuery(Signal signal, Query query) {}

    /** Whether a past is to be judged; refuses what does not go together. */
    boolean isAsked(ParseResult given, List<Path> traces) {
        Predicate<String> isGiven = given::hasMatchedOption;
        if (url.isEmpty()) {
            OF_PASTS.stream()
                    .filter(isGiven)
                    .findFirst()
                    .ifPresent(option -> {
                        throw refused(option, "goes with " + SERVER + " URL, which is missing");
                    });
            return false;
        }
        OF_TRACES.stream()
                .filter(isGiven)
                .findFirst()
                .ifPresent(option -> {
                    throw refused(option, "is of traces: leave it out, or " + SERVER);
                });
        if (!traces.isEmpty()) {
            throw new InvalidInputException(
                    "TRACE.csv",
                    "file",
                    traces.getFirst().toString(),
                    "give traces or " + SERVER + ", not both");
        }
        return true;
    }

    PrometheusServer server() {
        caFile.ifPresent(file -> requireReadable("--ca-file", file));
        bearerTokenFile.ifPresent(file -> requireReadable("--bearer-token-file", file));
        return new PrometheusServer(
                SERVER, address(), bearerTokenFile, caFile, AnswerLimit.of(TIMEOUT));
    }

    /** The queries of signals, demand and replicas first. */
    List<SignalQuery> signals() {
        require("--demand", demand);
        require("--replicas", replicas);
        return Stream.of(
                        query(Signal.DEMAND, "--demand", demand),
                        query(Signal.READY_REPLICAS, "--replicas", replicas),
                        query(Signal.UTILIZATION, "--cpu", cpu),
                        query(Signal.MEAN_LATENCY, "--mean-latency", meanLatency),
                        query(Signal.TAIL_LATENCY, "--latency", latency))
                .flatMap(Optional::stream)
                .toList();
    }

    Optional<Query> desired() {
        return desired.map(text -> new Query("--desired", text));
    }

    /** The windows to read, the last of which ends before {@code now}. */
    PastWindows windows(Instant now, int stepSeconds) {
        int seconds = resolutionSeconds(stepSeconds);
        if (days < 1 || days > MOST_DAYS) {
            throw new InvalidInputException(
                    "--days", "number", String.valueOf(days), "give 1 to " + MOST_DAYS);
        }
        int windows = (int) (Duration.ofDays(days).toSeconds() / seconds);
        if (windows > MOST_WINDOWS) {
            throw new InvalidInputException(
                    "--resolution",
                    "duration",
                    resolution,
                    "makes %d samples of %d days, at most %d can be read; give a longer one"
                            .formatted(windows, days, MOST_WINDOWS));
        }
        return PastWindows.before(until.map(PastOptions::instant).orElse(now), windows, seconds);
    }

    private int resolutionSeconds(int stepSeconds) {
        Duration time = DurationText.parse(resolution, "--resolution", "duration");
        boolean whole = time.toMillis() % 1000 == 0;
        if (!whole || time.toSeconds() < stepSeconds || time.compareTo(Duration.ofHours(1)) > 0) {
            throw new InvalidInputException(
                    "--resolution",
                    "duration",
                    resolution,
                    "give whole seconds, from --step (%d s) to 1h".formatted(stepSeconds));
        }
        return (int) time.toSeconds();
    }

    private URI address() {
        String text = url.orElseThrow();
        try {
            URI address = new URI(text);
            boolean usable =
                    List.of("http", "https").contains(String.valueOf(address.getScheme()))
                            && address.getHost() != null
                            && address.getRawUserInfo() == null
                            && address.getRawQuery() == null
                            && address.getRawFragment() == null;
            if (usable) {
                return address;
            }
        } catch (URISyntaxException e) {
            // Refused as any other that is none.
        }
        throw new InvalidInputException(
                SERVER,
                "URL",
                text.replaceFirst("(?<=//)\\S*@", "***@"),
                "give one like http://localhost:9090, without a password: that goes into"
                        + " --bearer-token-file");
    }

    private static void requireReadable(String option, Path file) {
        if (!Files.isReadable(file)) {
            throw new InvalidInputException(
                    option,
                    "file",
                    file.toString(),
                    "cannot be read; check the path and its permissions");
        }
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw new InvalidInputException(
                    "--until", "instant", text, "give an instant like 2026-01-05T00:00Z");
        }
    }

    private static void require(String option, Optional<String> query) {
        if (query.isEmpty()) {
            throw refused(option, "is missing: a past has demand and replicas at least");
        }
    }

    private static Optional<SignalQuery> query(
            Signal signal, String option, Optional<String> promql) {
        return promql.map(text -> new SignalQuery(signal, new Query(option, text)));
    }

    private static InvalidInputException refused(String option, String mend) {
        return new InvalidInputException("backtest", "option", option, mend);
    }
}
