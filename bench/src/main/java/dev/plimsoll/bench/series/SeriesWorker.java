// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.series;

import dev.plimsoll.forecast.RegularSeries;
import dev.plimsoll.forecast.ensemble.EnsembleForecaster;
import dev.plimsoll.forecast.ensemble.EnsembleSettings;
import dev.plimsoll.forecast.ensemble.RefitRota;
import dev.plimsoll.model.StateWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.stream.IntStream;

/**
 * One thread's share of the series. Their samples are spread over the cycles between two samples,
 * as those of services that are scraped one after another. Not thread-safe.
 */
final class SeriesWorker {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final SeriesLoad load;
    private final int[] series;
    private final EnsembleForecaster[] forecasters;
    private final RefitRota<Integer> rota;
    private final SyntheticDemand demand;
    private final LatencyHistogram refreshes = new LatencyHistogram();
    private long cpuNanos;
    private long refitNanos;
    private long refits;
    private double longestCycleMicros;

    /** Of the bands that were read, so that none goes unread. */
    private double sumOfBounds;

    SeriesWorker(SeriesLoad load, int thread) {
        this.load = load;
        this.series =
                IntStream.range(0, load.series())
                        .filter(index -> index % load.threads() == thread)
                        .toArray();
        EnsembleSettings settings = EnsembleSettings.of(load.sampleStep(), SeriesLoad.STEPS);
        this.forecasters =
                IntStream.of(series)
                        .mapToObj(_ -> new EnsembleForecaster(settings))
                        .toArray(EnsembleForecaster[]::new);
        this.demand = new SyntheticDemand(load.sampleStep().toMillis() / 1000.0);
        int perCycle = Math.max(1, Math.ceilDiv(2 * series.length, load.cyclesOfADay()));
        this.rota = new RefitRota<>(load.samplesOfADay(), perCycle);
    }

    /** Runs a day of cycles and measures it alone. */
    void run(int day) {
        refreshes.clear();
        refitNanos = 0;
        refits = 0;
        longestCycleMicros = 0;
        long begun = THREADS.getCurrentThreadCpuTime();
        long generating = 0;
        for (int i = 0; i < load.cyclesOfADay(); i++) {
            generating += cycle(day * load.cyclesOfADay() + i);
        }
        cpuNanos = THREADS.getCurrentThreadCpuTime() - begun - generating;
        if (!(sumOfBounds > 0)) {
            throw new IllegalStateException("no band was above 0 in a day");
        }
    }

    private long cycle(int cycle) {
        int perSample = load.cyclesPerSample();
        int phase = cycle % perSample;
        int sample = cycle / perSample;
        double[] values = new double[forecasters.length];
        long before = THREADS.getCurrentThreadCpuTime();
        for (int i = phase; i < values.length; i += perSample) {
            boolean present = demand.isPresent(series[i], sample);
            values[i] = present ? demand.at(series[i], sample) : Double.NaN;
        }
        long generated = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < forecasters.length; i++) {
            if (Math.floorMod(cycle - i, perSample) == 0) {
                refresh(i, values[i]);
            }
            sumOfBounds += forecasters[i].at(1).q95();
        }
        long generatingHistory = refit(sample);
        double micros = (THREADS.getCurrentThreadCpuTime() - generated - generatingHistory) / 1e3;
        longestCycleMicros = Math.max(longestCycleMicros, micros);
        return generated - before + generatingHistory;
    }

    private void refresh(int index, double value) {
        long begun = System.nanoTime();
        if (Double.isNaN(value)) {
            forecasters[index].observeGap();
        } else {
            forecasters[index].observe(value);
        }
        forecasters[index].refresh(SeriesLoad.STEPS);
        refreshes.add(System.nanoTime() - begun);
        rota.sampled(index);
    }

    /** The CPU time that it took to make up the histories, which a store would read. */
    private long refit(int sample) {
        long generating = 0;
        for (int index : rota.next()) {
            long begun = THREADS.getCurrentThreadCpuTime();
            RegularSeries history = demand.history(series[index], sample, SeriesLoad.HISTORY);
            long read = THREADS.getCurrentThreadCpuTime();
            forecasters[index].fit(history);
            refitNanos += THREADS.getCurrentThreadCpuTime() - read;
            generating += read - begun;
            refits++;
        }
        return generating;
    }

    LatencyHistogram refreshes() {
        return refreshes;
    }

    long cpuNanos() {
        return cpuNanos;
    }

    long refitNanos() {
        return refitNanos;
    }

    long refits() {
        return refits;
    }

    double longestCycleMicros() {
        return longestCycleMicros;
    }

    /** The serialised state of one series, in bytes. */
    int stateBytes() {
        StateWriter out = new StateWriter();
        forecasters[0].save(out);
        return out.toBytes().length;
    }
}
