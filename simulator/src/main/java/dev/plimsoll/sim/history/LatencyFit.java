// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.history;

import dev.plimsoll.capacity.MmcStation;
import dev.plimsoll.telemetry.Signal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the replica whose latency is nearest to what was seen over the loads that were seen, by
 * trying: in the mean {@link Deviation}, weighted by requests. Windows count twice where latency is
 * near the objective's target, for there decisions hang on it.
 */
final class LatencyFit {
    private static final int MOST_SLOTS = 256;
    private static final int MOST_SAMPLES = 400;

    /** Loads of the busiest window that are tried where nothing tells the load. */
    private static final int LOADS = 60;

    private static final int FINER = 30;

    private static final double LEAST_LOAD = 0.02;

    /** With less than this at the busiest window, latency says nothing of how it will rise. */
    private static final double TELLING_LOAD = 0.5;

    private static final double NEAR = 1.5;

    /** Demand of one replica, and the latency that it had. */
    record Sample(double perReplica, double seconds, double weight) {}

    private final Signal signal;
    private final double quantile;
    private final Buckets buckets;
    private final List<Sample> samples;
    private double leastDeviation = Double.POSITIVE_INFINITY;
    private Optional<MmcStation> best = Optional.empty();

    private LatencyFit(FitWindows windows, Signal signal) {
        this.signal = signal;
        this.quantile = windows.slo().quantile();
        this.buckets = windows.buckets();
        this.samples = thinned(windows.latencies(signal, NEAR));
    }

    /** The replica of which a request takes so many busy seconds; empty without latency. */
    static Optional<MmcStation> ofBusySeconds(
            FitWindows windows, Signal signal, double busySeconds) {
        LatencyFit fit = new LatencyFit(windows, signal);
        if (!fit.samples.isEmpty()) {
            slotNumbers().forEach(slots -> fit.attempt(fit.curve(slots), busySeconds));
        }
        return fit.best;
    }

    /** The replica that latency alone tells; empty where it hardly rises with load. */
    static Optional<MmcStation> alone(FitWindows windows, Signal signal) {
        LatencyFit fit = new LatencyFit(windows, signal);
        double busiest = fit.busiest();
        if (busiest > 0) {
            slotNumbers().forEach(slots -> fit.attemptLoads(fit.curve(slots), busiest));
        }
        return fit.best.filter(station -> busiest / station.saturationRate() >= TELLING_LOAD);
    }

    /** Loads of the busiest window, and then finer around the best of them. */
    private void attemptLoads(LatencyCurve curve, double busiest) {
        double width = 1.0 / LOADS;
        double best = LEAST_LOAD;
        for (double load = LEAST_LOAD; load < 1; load += width) {
            best = attempt(curve, load / busiest) ? load : best;
        }
        if (isBest(curve)) {
            for (int part = -FINER; part <= FINER; part++) {
                attempt(curve, (best + part * width / FINER) / busiest);
            }
        }
    }

    private boolean isBest(LatencyCurve curve) {
        return best.filter(station -> station.concurrency() == curve.slots()).isPresent();
    }

    /** Whether it is nearer to what was seen than all before. */
    private boolean attempt(LatencyCurve curve, double busySeconds) {
        if (!(busySeconds > 0)) {
            return false;
        }
        double serviceSeconds = curve.slots() * busySeconds;
        Deviation deviation = new Deviation();
        for (Sample sample : samples) {
            double modelled = curve.at(sample.perReplica() * busySeconds, serviceSeconds);
            deviation.add(modelled, sample.seconds(), sample.weight());
        }
        boolean nearer = deviation.mean() < leastDeviation;
        if (nearer) {
            leastDeviation = deviation.mean();
            best = Optional.of(new MmcStation(curve.slots(), serviceSeconds));
        }
        return nearer;
    }

    private LatencyCurve curve(int slots) {
        return new LatencyCurve(slots, signal, quantile, buckets);
    }

    private double busiest() {
        return samples.stream().mapToDouble(Sample::perReplica).max().orElse(0);
    }

    /** Every number while one more matters, then an eighth more each time. */
    private static Stream<Integer> slotNumbers() {
        return Stream.iterate(1, slots -> slots <= MOST_SLOTS, slots -> slots + 1 + slots / 8);
    }

    private static List<Sample> thinned(List<Sample> all) {
        int every = Math.ceilDiv(Math.max(all.size(), 1), MOST_SAMPLES);
        return Stream.iterate(0, i -> i < all.size(), i -> i + every).map(all::get).toList();
    }
}
