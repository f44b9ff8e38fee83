// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench;

import dev.plimsoll.sim.backtest.BacktestCase;
import dev.plimsoll.sim.backtest.BacktestSettings;
import dev.plimsoll.sim.backtest.Moment;
import dev.plimsoll.sim.backtest.PolicySpec;
import dev.plimsoll.sim.backtest.Simulation;
import dev.plimsoll.sim.workload.Trace;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One full planning cycle of 15 s: three steps of queues and telemetry, then snapshot, knowledge,
 * plan, verdict, journal and apply, by the classes that a live controller runs. The demand is two
 * weeks of a noisy daily pattern.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class CycleBenchmark {
    private static final int MINUTES = 14 * 24 * 60;

    @Param({"reactive", "predictive"})
    public String policy = "reactive";

    private final BacktestCase replay = BacktestCase.of(twoWeeks(), BacktestSettings.defaults(40));
    private Simulation simulation = new Simulation(replay, PolicySpec.parse("static"));
    private boolean started;

    /** Three steps, the last of which is followed by the next cycle's decision. */
    @Benchmark
    public Moment fullCycle() {
        if (!started || !simulation.hasNext()) {
            simulation = new Simulation(replay, PolicySpec.parse(policy));
            started = true;
        }
        Moment moment = simulation.next();
        for (int step = 1; step < 3 && simulation.hasNext(); step++) {
            moment = simulation.next();
        }
        return moment;
    }

    private static Trace twoWeeks() {
        SplittableRandom random = new SplittableRandom(1);
        return Trace.regular(
                "two-weeks",
                60,
                IntStream.range(0, MINUTES)
                        .mapToDouble(minute ->
                                100
                                        + 60 * Math.sin(2 * Math.PI * minute / 1440)
                                        + 10 * random.nextDouble())
                        .toArray());
    }
}
