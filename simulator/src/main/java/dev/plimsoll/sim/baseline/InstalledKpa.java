// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline;

import dev.plimsoll.model.InvalidInputException;
import dev.plimsoll.model.ReplicaLimits;
import dev.plimsoll.sim.baseline.kpa.Activator;
import dev.plimsoll.sim.baseline.kpa.Activity;
import dev.plimsoll.sim.baseline.kpa.Aggregation;
import dev.plimsoll.sim.baseline.kpa.Autoscaler;
import dev.plimsoll.sim.baseline.kpa.AutoscalerSpec;
import dev.plimsoll.sim.baseline.kpa.Decision;
import dev.plimsoll.sim.baseline.kpa.MetricCollector;
import dev.plimsoll.sim.baseline.kpa.MetricSpec;
import dev.plimsoll.sim.baseline.kpa.Reachability;
import dev.plimsoll.sim.baseline.kpa.ReadyPods;
import dev.plimsoll.sim.baseline.kpa.Revision;
import dev.plimsoll.sim.baseline.kpa.ScaleBounds;
import dev.plimsoll.sim.baseline.kpa.Scaler;
import dev.plimsoll.sim.baseline.kpa.ScalingMetric;
import dev.plimsoll.sim.baseline.kpa.Scrape;
import dev.plimsoll.sim.baseline.kpa.ZeroSettings;
import dev.plimsoll.sim.cluster.Sample;
import dev.plimsoll.sim.cluster.ServedStep;
import dev.plimsoll.sim.cluster.SimulatedService;
import dev.plimsoll.sim.cluster.SimulatedWorld;
import dev.plimsoll.telemetry.Signal;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Knative's autoscaler as it is installed, on the concurrency of a revision whose containers take
 * as many requests at once as they have slots: windows of 60 and 6 s, panic at 200 %, growth up to
 * 1000-fold and down to half at once, no scale-down delay. It scrapes every second and decides
 * every two, or at every step where steps are longer.
 *
 * <p>Concurrency is what is in flight: requests answered per second times their mean latency
 * (Little's law), those that wait included, as the queue proxies count them.
 *
 * <p>There is always a replica here, and no activator: what upstream does at zero, and the burst
 * capacity that it tells the activator, decide nothing.
 *
 * <p>It drives the cluster itself, without Plimsoll's guard. Not thread-safe.
 */
public final class InstalledKpa {
    private static final int STABLE_SECONDS = 60;
    private static final int PANIC_SECONDS = 6;
    private static final int DECIDE_SECONDS = 2;
    private static final double MAX_UP = 1000;
    private static final double MAX_DOWN = 2;
    private static final double PANIC_THRESHOLD = 2;
    private static final double TARGET_BURST = 211;
    private static final double PERCENT = 100;

    /** Where all answers are errors, what was answered cannot be told. */
    private static final double LEAST_GOOD = 0.01;

    private static final Revision SERVING =
            new Revision(
                    new Activity.Active(0),
                    Reachability.REACHABLE,
                    true,
                    new Activator(false, 0, true));

    private final MetricCollector collector =
            new MetricCollector(
                    Aggregation.LINEAR, new MetricSpec(STABLE_SECONDS, PANIC_SECONDS, true));
    private final Autoscaler autoscaler;
    private final Period decisions = new Period(DECIDE_SECONDS);
    private final Function<SimulatedWorld, OptionalDouble> concurrency;
    private long scrapedUntil;

    private InstalledKpa(
            int targetPercent,
            SimulatedWorld world,
            Function<SimulatedWorld, OptionalDouble> concurrency) {
        this.concurrency = concurrency;
        this.scrapedUntil = world.second();
        double slots = world.service().slots();
        var load = new AutoscalerSpec.PodLoad(targetPercent / PERCENT * slots, slots, TARGET_BURST);
        var rates = new AutoscalerSpec.ScaleRates(MAX_UP, MAX_DOWN, PANIC_THRESHOLD);
        var timing = new AutoscalerSpec.Timing(STABLE_SECONDS, 0);
        this.autoscaler =
                new Autoscaler(
                        new AutoscalerSpec(load, rates, timing, 1, true),
                        new ReadyPods.Counted(world.service().ready()),
                        world.second());
    }

    /** One that finds at every scrape the newest reading of the metrics that all policies see. */
    public static InstalledKpa onSharedMetrics(int targetPercent, SimulatedWorld world) {
        return new InstalledKpa(targetPercent, world, InstalledKpa::shared);
    }

    /** One that sees each second as soon as it is over; steps must be of one second. */
    public static InstalledKpa onItsOwn(int targetPercent, SimulatedWorld world) {
        if (world.service().stepSeconds() != 1) {
            throw new InvalidInputException(
                    "--step",
                    "seconds",
                    String.valueOf(world.service().stepSeconds()),
                    "kpa-native scrapes every second; give --step 1s, or step: 1s in a scenario");
        }
        return new InstalledKpa(targetPercent, world, InstalledKpa::own);
    }

    /** Takes its turn at the present second of the world. */
    public void step(SimulatedWorld world) {
        scrape(world);
        if (decisions.takeTurn(world.second())) {
            decide(world);
        }
    }

    private void scrape(SimulatedWorld world) {
        OptionalDouble inFlight = concurrency.apply(world);
        if (inFlight.isPresent()) {
            Scrape scrape = new Scrape(inFlight.getAsDouble(), 0, 0, 0);
            for (long second = scrapedUntil + 1; second <= world.second(); second++) {
                collector.record(second, scrape);
            }
        }
        scrapedUntil = world.second();
    }

    private void decide(SimulatedWorld world) {
        SimulatedService service = world.service();
        Decision decision =
                autoscaler.decide(
                        world.second(),
                        new ReadyPods.Counted(service.ready()),
                        collector.averages(ScalingMetric.CONCURRENCY, world.second()));
        if (decision instanceof Decision.Scale(int pods, _)) {
            scaler(world.workload().limits())
                    .reconcile(OptionalInt.of(pods), SERVING)
                    .desired()
                    .ifPresent(service::scaleTo);
        }
    }

    private static Scaler scaler(ReplicaLimits limits) {
        return new Scaler(
                new ScaleBounds(limits.min(), limits.max(), 1),
                new ZeroSettings(true, new ZeroSettings.Times(30, 0, STABLE_SECONDS, 600), false));
    }

    private static OptionalDouble shared(SimulatedWorld world) {
        Optional<Sample> sample = world.telemetry().recent(world.second());
        return sample.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(shared(sample.get()));
    }

    private static double shared(Sample sample) {
        return inFlight(
                sample.value(Signal.GOODPUT),
                sample.value(Signal.ERROR_RATIO),
                sample.value(Signal.MEAN_LATENCY));
    }

    private static OptionalDouble own(SimulatedWorld world) {
        Optional<ServedStep> last = world.telemetry().last();
        return last.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(own(last.get()));
    }

    private static double own(ServedStep step) {
        return inFlight(step.goodput(), step.traffic().errorRatio(), step.meanLatencySeconds());
    }

    /** Little's law, for all that are answered, errors included. */
    private static double inFlight(double goodput, double errorRatio, double latencySeconds) {
        double good = Math.max(1 - errorRatio, LEAST_GOOD);
        return goodput / good * latencySeconds;
    }
}
