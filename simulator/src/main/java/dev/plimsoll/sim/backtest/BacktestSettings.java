// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.backtest;

import dev.plimsoll.capacity.MmcStation;
import dev.plimsoll.model.Cadence;
import dev.plimsoll.model.DurationText;
import dev.plimsoll.model.InvalidInputException;
import dev.plimsoll.model.Slo;
import dev.plimsoll.sim.cluster.ServiceModel;
import dev.plimsoll.sim.workload.Interpolation;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What every policy of a comparison shares. Checked when made; see each part for its defaults. */
public record BacktestSettings(
        ServiceModel service,
        Cadence cadence,
        StartUp startUp,
        Scale scale,
        Limits limits,
        Replay replay,
        Prices prices,
        Optional<Duration> pushedInterval) {
    private static final Duration CYCLE = Duration.ofSeconds(15);

    /** The lead time from which a replica is taken to be a large model: slow requests, lax SLO. */
    private static final double SLOW_LEAD_TIME_SECONDS = 120;

    public BacktestSettings {
        int step = service.stepSeconds();
        requireMultiple("--metrics-interval", cadence.metricsInterval(), step);
        requireMultiple("--metrics-delay", cadence.metricsDelay(), step);
        pushedInterval.ifPresent(every -> requireMultiple("--pushed-interval", every, step));
        if (service.demandPerReplica() <= 0) {
            throw new InvalidInputException(
                    "--slo",
                    "target",
                    service.slo().toString(),
                    "even an idle replica misses it; raise the target or lower --service-time");
        }
    }

    /** How long replicas take to start: lognormal, or fixed where the spread is 0. */
    public record StartUp(double medianSeconds, double spread) {
        public static final StartUp DEFAULT = new StartUp(40, 0.25);

        public StartUp {
            if (!(medianSeconds >= 0 && Double.isFinite(medianSeconds))) {
                throw new InvalidInputException(
                        "--lead-time",
                        "seconds",
                        String.valueOf(medianSeconds),
                        "give a time that is not negative, e.g. 40s");
            }
            if (!(spread >= 0 && spread <= 3)) {
                throw new InvalidInputException(
                        "--lead-time-spread",
                        "spread",
                        String.valueOf(spread),
                        "give a number from 0 (fixed) to 3");
            }
        }
    }

    /** How the trace's numbers become requests per second. */
    public sealed interface Scale {
        /** So that the largest demand needs this many replicas at the SLO. */
        record PeakReplicas(int replicas) implements Scale {
            public PeakReplicas {
                if (replicas < 1) {
                    throw new InvalidInputException(
                            "--peak-replicas",
                            "replicas",
                            String.valueOf(replicas),
                            "give at least 1");
                }
            }
        }

        /** So that one replica carries this much of the trace's unit at the SLO. */
        record ReplicaCapacity(double perSecond) implements Scale {
            public ReplicaCapacity {
                if (!(perSecond >= 1e-9 && perSecond <= 1e15)) {
                    throw new InvalidInputException(
                            "--replica-capacity",
                            "capacity",
                            String.valueOf(perSecond),
                            "give a rate from 1e-9/s to 1e15/s, e.g. 120/s");
                }
            }
        }

        /** Not at all: the trace is in requests per second. */
        record AsMeasured() implements Scale {}
    }

    /** Bounds of the replicas; without a maximum, twice what the peak needs. */
    public record Limits(int min, OptionalInt max) {
        public static final Limits DEFAULT = new Limits(1, OptionalInt.empty());

        public Limits {
            if (min < 1) {
                throw new InvalidInputException(
                        "--min", "replicas", String.valueOf(min), "give at least 1");
            }
            if (max.isPresent() && max.getAsInt() < min) {
                throw new InvalidInputException(
                        "--max",
                        "replicas",
                        String.valueOf(max.getAsInt()),
                        "give at least --min, which is %d".formatted(min));
            }
        }
    }

    /**
     * How a trace is replayed.
     *
     * @param warmUp leading share of the trace that is history only and is not scored
     * @param start for calendar features, where the trace has no dates of its own
     */
    public record Replay(
            Interpolation interpolation, double warmUp, int maxDays, Instant start, long seed) {
        public static final Replay DEFAULT =
                new Replay(Interpolation.ROUGH, 0.3, 60, Instant.parse("2026-01-05T00:00:00Z"), 1);

        public Replay {
            if (!(warmUp >= 0 && warmUp < 1)) {
                throw new InvalidInputException(
                        "--warm-up",
                        "share",
                        String.valueOf(warmUp),
                        "give a share from 0 to below 1");
            }
            if (maxDays < 1) {
                throw new InvalidInputException(
                        "--max-days", "days", String.valueOf(maxDays), "give at least 1");
            }
        }
    }

    /**
     * What things cost.
     *
     * @param violationCost kappa, told to the policies and used to pick the best of a grid
     * @param replicaHour price of a replica for an hour
     */
    public record Prices(double violationCost, double replicaHour) {
        public static final Prices DEFAULT = new Prices(100, 1);

        public Prices {
            if (!(violationCost > 0 && Double.isFinite(violationCost))) {
                throw new InvalidInputException(
                        "--violation-cost",
                        "cost",
                        String.valueOf(violationCost),
                        "give a positive number, e.g. 100");
            }
            if (!(replicaHour >= 0 && Double.isFinite(replicaHour))) {
                throw new InvalidInputException(
                        "--price-per-hour",
                        "price",
                        String.valueOf(replicaHour),
                        "give a number of at least 0");
            }
        }
    }

    /** The service that a lead time suggests: 50 ms behind p95=250ms, or 2 s behind p95=10s. */
    public static ServiceModel defaultService(double leadTimeSeconds) {
        boolean slow = leadTimeSeconds >= SLOW_LEAD_TIME_SECONDS;
        return new ServiceModel(
                new MmcStation(4, slow ? 2 : 0.05),
                new Slo(0.95, slow ? 10 : 0.25),
                5,
                ServiceModel.DEFAULT_DRAIN_SECONDS);
    }

    /** The shared defaults at a lead time. */
    public static BacktestSettings defaults(double leadTimeSeconds) {
        return new BacktestSettings(
                defaultService(leadTimeSeconds),
                Cadence.DEFAULT,
                new StartUp(leadTimeSeconds, StartUp.DEFAULT.spread()),
                new Scale.PeakReplicas(50),
                Limits.DEFAULT,
                Replay.DEFAULT,
                Prices.DEFAULT,
                Optional.empty());
    }

    /**
     * Time between two decisions of a policy: the least multiple of a step that is at least 15 s.
     */
    public static Duration cycle(int stepSeconds) {
        long cycle = Math.ceilDiv(CYCLE.toSeconds(), (long) stepSeconds) * stepSeconds;
        return Duration.ofSeconds(cycle);
    }

    /** Every setting by the name of its option, as reports print it. */
    public Map<String, String> byOption() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("step", service.stepSeconds() + "s");
        options.put("metrics-interval", DurationText.of(cadence.metricsInterval()));
        options.put("metrics-delay", DurationText.of(cadence.metricsDelay()));
        pushedInterval.ifPresent(every -> options.put("pushed-interval", DurationText.of(every)));
        options.put("lead-time", seconds(startUp.medianSeconds()));
        options.put("lead-time-spread", String.valueOf(startUp.spread()));
        switch (scale) {
            case Scale.PeakReplicas(int replicas) ->
                    options.put("peak-replicas", String.valueOf(replicas));
            case Scale.ReplicaCapacity(double rate) -> options.put("replica-capacity", rate + "/s");
            case Scale.AsMeasured() -> {}
        }
        options.put("slo", service.slo().toString());
        options.put("concurrency", String.valueOf(service.station().concurrency()));
        options.put("service-time", seconds(service.station().serviceSeconds()));
        options.put("min", String.valueOf(limits.min()));
        limits.max().ifPresent(max -> options.put("max", String.valueOf(max)));
        options.put("interpolation", replay.interpolation().toString());
        options.put("violation-cost", String.valueOf(prices.violationCost()));
        options.put("price-per-hour", String.valueOf(prices.replicaHour()));
        options.put("warm-up", String.valueOf(replay.warmUp()));
        options.put("max-days", String.valueOf(replay.maxDays()));
        options.put("start", replay.start().toString());
        options.put("seed", String.valueOf(replay.seed()));
        return options;
    }

    private static String seconds(double seconds) {
        return DurationText.of(Duration.ofMillis(Math.round(seconds * 1000)));
    }

    private static void requireMultiple(String option, Duration duration, int stepSeconds) {
        if (duration.toMillis() % (stepSeconds * 1000L) != 0) {
            throw new InvalidInputException(
                    option,
                    "duration",
                    DurationText.of(duration),
                    "give a multiple of --step, which is %d s".formatted(stepSeconds));
        }
    }
}
