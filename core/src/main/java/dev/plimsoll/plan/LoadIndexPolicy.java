// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.plan;

import dev.plimsoll.telemetry.Readings;
import dev.plimsoll.telemetry.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Two thresholds on one number that stands for several resources. Source: Qu 2025, "Research on
 * Elastic Service Scaling Methods for Generative AI Applications Under Cloud-native Architectures",
 * the load index and its two comparisons, both strict:
 *
 * <pre>
 * L = alpha·U_gpu + beta·U_cpu + gamma·D_net     out when L &gt; upper, in when L &lt; lower
 * </pre>
 *
 * <p>Weights, thresholds, the unit of D_net and the step are not given there. We read: D_net =
 * min(1, network latency / 200 ms); weights 0.5, 0.3 and 0.2; thresholds 0.80 and 0.50; out to
 * ceil(n·L/upper) of the n ready replicas, in by one at a time.
 *
 * <p>A signal that was never seen is one that the workload does not have: it drops out, and the
 * other weights are scaled to sum 1. One that is known but not fresh drops out of the sum too,
 * which may still ask for more, and forbids a scale-in. Where there is no reading of the processor,
 * the busy share of the replicas' slots stands for it. That at most six actions a minute are made
 * (Table 1) is the guard's to see to.
 *
 * @param alpha weight of the graphics processors' busy share
 * @param beta weight of the processors'
 * @param gamma weight of the network's delay
 */
public record LoadIndexPolicy(double alpha, double beta, double gamma, double upper, double lower)
        implements Policy {
    public static final LoadIndexPolicy DEFAULT = new LoadIndexPolicy(0.5, 0.3, 0.2, 0.80, 0.50);

    private static final double FULL_DELAY_SECONDS = 0.2;
    private static final double ROUNDING = 1e-9;

    public LoadIndexPolicy {
        boolean weights = alpha >= 0 && beta >= 0 && gamma >= 0;
        if (!(weights && Math.abs(alpha + beta + gamma - 1) <= ROUNDING)) {
            throw new IllegalArgumentException(
                    "load-index: weights alpha %s, beta %s, gamma %s are not shares of sum 1"
                            .formatted(alpha, beta, gamma));
        }
        if (!(lower >= 0 && lower < upper && upper <= 1)) {
            throw new IllegalArgumentException(
                    "load-index: lower %s, upper %s are not 0 ≤ lower < upper ≤ 1"
                            .formatted(lower, upper));
        }
    }

    /** A signal that counts, and with what weight. */
    private record Part(Signal signal, double weight) {}

    @Override
    public String name() {
        return "load-index";
    }

    @Override
    public List<Signal> evidence() {
        return List.of(Signal.GPU, Signal.CPU, Signal.NETWORK_LATENCY);
    }

    @Override
    public List<Signal> evidence(Outlook outlook) {
        List<Signal> known = new ArrayList<>();
        for (Part part : parts(outlook.snapshot().readings())) {
            known.add(part.signal());
        }
        return known.isEmpty() ? evidence() : known;
    }

    @Override
    public Want want(Outlook outlook) {
        Readings readings = outlook.snapshot().readings();
        int current = outlook.current();
        OptionalDouble index = index(readings);
        if (index.isEmpty()) {
            return new Want(current, Reason.NO_EVIDENCE);
        }
        double load = index.getAsDouble();
        if (load > upper) {
            int ready = outlook.snapshot().inventory().ready();
            int wanted = (int) Math.ceil(ready * load / upper - ROUNDING);
            return new Want(Math.max(current, wanted), Reason.OVERLOAD);
        }
        if (load >= lower) {
            return new Want(current, Reason.WITHIN);
        }
        return isFresh(readings)
                ? new Want(current - 1, Reason.IDLE)
                : new Want(current, Reason.NO_EVIDENCE);
    }

    @Override
    public int scaleInAfterPeriods(Outlook outlook) {
        return 1;
    }

    /** The index of what is fresh; empty where nothing is. */
    OptionalDouble index(Readings readings) {
        double sum = 0;
        double weights = 0;
        for (Part part : parts(readings)) {
            OptionalDouble value = readings.fresh(part.signal());
            if (value.isPresent()) {
                sum += part.weight() * share(part.signal(), value.getAsDouble());
                weights += part.weight();
            }
        }
        return weights > 0 ? OptionalDouble.of(sum / weights) : OptionalDouble.empty();
    }

    private boolean isFresh(Readings readings) {
        for (Part part : parts(readings)) {
            if (!readings.isFresh(part.signal())) {
                return false;
            }
        }
        return true;
    }

    /** The signals that the workload has. */
    private List<Part> parts(Readings readings) {
        Signal cpu = readings.isKnown(Signal.CPU) ? Signal.CPU : Signal.UTILIZATION;
        List<Part> parts = new ArrayList<>();
        add(parts, Signal.GPU, alpha, readings);
        add(parts, cpu, beta, readings);
        add(parts, Signal.NETWORK_LATENCY, gamma, readings);
        return parts;
    }

    private static void add(List<Part> parts, Signal signal, double weight, Readings readings) {
        if (weight > 0 && readings.isKnown(signal)) {
            parts.add(new Part(signal, weight));
        }
    }

    private static double share(Signal signal, double value) {
        return signal == Signal.NETWORK_LATENCY ? Math.min(1, value / FULL_DELAY_SECONDS) : value;
    }
}
