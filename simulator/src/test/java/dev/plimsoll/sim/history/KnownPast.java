// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.history;

import dev.plimsoll.sim.backtest.BacktestCase;
import dev.plimsoll.sim.backtest.BacktestSettings;
import dev.plimsoll.sim.backtest.Moment;
import dev.plimsoll.sim.backtest.PolicySpec;
import dev.plimsoll.sim.backtest.Run;
import dev.plimsoll.sim.backtest.Simulation;
import dev.plimsoll.sim.workload.Trace;
import dev.plimsoll.telemetry.Signal;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;

/** Days of a service that the simulator played under a policy: a past whose truth is known. */
final class KnownPast {
    static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    static final int WINDOW = 60;
    private static final int DAY = 86_400;
    private static final Signal[] MEASURED = {
        Signal.DEMAND,
        Signal.READY_REPLICAS,
        Signal.UTILIZATION,
        Signal.MEAN_LATENCY,
        Signal.TAIL_LATENCY
    };

    private final Map<Signal, double[]> means = new EnumMap<>(Signal.class);
    private final double[] desired;
    private final Run truth;

    private KnownPast(int windows, BacktestCase replay, String policy) {
        for (Signal signal : MEASURED) {
            means.put(signal, new double[windows]);
        }
        this.desired = new double[windows];
        Simulation simulation = new Simulation(replay, PolicySpec.parse(policy));
        int step = 0;
        while (simulation.hasNext()) {
            Moment moment = simulation.next();
            int window = step++ * replay.context().stepSeconds() / WINDOW;
            if (window < windows) {
                add(window, moment, replay.context().stepSeconds());
            }
        }
        this.truth = simulation.finish();
        perRequest(Signal.MEAN_LATENCY);
        perRequest(Signal.TAIL_LATENCY);
    }

    /** So many days under a policy, on a service as the defaults of a back-test have it. */
    static KnownPast of(int days, String policy) {
        return of(days, policy, settings());
    }

    static KnownPast of(int days, String policy, BacktestSettings settings) {
        BacktestCase replay = BacktestCase.of(trace(days), settings);
        return new KnownPast(days * DAY / WINDOW, replay, policy);
    }

    /** Fifty replicas at the peak, and rough demand between the samples. */
    static BacktestSettings settings() {
        return BacktestSettings.defaults(40);
    }

    Run truth() {
        return truth;
    }

    double[] mean(Signal signal) {
        return means.get(signal);
    }

    double[] desired() {
        return desired;
    }

    History history(Signal... seen) {
        Map<Signal, WindowMeans> signals = new EnumMap<>(Signal.class);
        signals.put(Signal.DEMAND, WindowMeans.of(mean(Signal.DEMAND)));
        signals.put(Signal.READY_REPLICAS, WindowMeans.of(mean(Signal.READY_REPLICAS)));
        for (Signal signal : seen) {
            signals.put(signal, WindowMeans.of(mean(signal)));
        }
        return new History("web", START, WINDOW, signals, WindowMeans.of(desired), Buckets.NONE);
    }

    private void add(int window, Moment moment, int seconds) {
        double share = (double) seconds / WINDOW;
        var served = moment.served();
        put(Signal.DEMAND, window, served.demand() * share);
        put(Signal.READY_REPLICAS, window, served.ready() * share);
        put(Signal.UTILIZATION, window, served.utilization() * share);
        put(Signal.MEAN_LATENCY, window, served.meanLatencySeconds() * served.demand() * share);
        put(Signal.TAIL_LATENCY, window, served.tailLatencySeconds() * served.demand() * share);
        desired[window] += moment.desired() * share;
    }

    private void put(Signal signal, int window, double part) {
        mean(signal)[window] += part;
    }

    private void perRequest(Signal latency) {
        double[] values = mean(latency);
        Arrays.setAll(values, i -> values[i] / mean(Signal.DEMAND)[i]);
    }

    /** A wave each day, a sample a minute, with a noise that remembers. */
    private static Trace trace(int days) {
        SplittableRandom random = new SplittableRandom(7);
        double[] values = new double[days * DAY / WINDOW + 1];
        double noise = 0;
        for (int i = 0; i < values.length; i++) {
            noise = 0.97 * noise + 0.03 * random.nextGaussian();
            double wave = 1 - StrictMath.cos(2 * Math.PI * i * WINDOW / DAY);
            values[i] = (0.3 + 0.5 * wave) * Math.max(0.2, 1 + noise);
        }
        return Trace.regular("web", WINDOW, values);
    }
}
