// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Real runs, one after the other, on the same rig: load, changes at the beginnings of phases, and a
 * tick for every second. Not thread-safe.
 */
final class Laboratory implements AutoCloseable {
    private static final Duration NOTICE = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long SECOND = 1_000_000_000;
    private static final double WARMING_LOAD = 0.5;
    private static final double IDLE_LOAD = 0.05;

    private final Setup setup;
    private final Rig rig;
    private final Runnable tick;
    private final Map<Balance, LoadGenerator> generators = new EnumMap<>(Balance.class);

    /** Starts the real parts; {@code tick} is called for every second of every run. */
    Laboratory(Setup setup, Processes processes, Runnable tick) throws IOException {
        this.setup = setup;
        this.rig = new Rig(setup, processes);
        this.tick = tick;
        for (Balance balance : Balance.values()) {
            generators.put(balance, new LoadGenerator(rig.port(balance)));
        }
    }

    /** Lets the compilers of all processes do their work before anything is measured. */
    void warmUp(int seconds) throws IOException, InterruptedException {
        run(constant("warm-up", WARMING_LOAD, seconds), ServiceLaw.EXPONENTIAL, Balance.RANDOM, 0);
    }

    /**
     * What the way to a server and back adds to the time of service: the mean at a load that lets
     * nothing wait.
     */
    double overheadSeconds(int seconds) throws IOException, InterruptedException {
        Profile idle = constant("idle", IDLE_LOAD, seconds);
        Recording recording = run(idle, ServiceLaw.EXPONENTIAL, Balance.RANDOM, 0);
        Schedule schedule = recording.schedule();
        return IntStream.range(0, schedule.requests())
                .filter(recording::isAnswered)
                .mapToDouble(r -> recording.latencySeconds(r) - schedule.serviceNanos(r) / 1e9)
                .average()
                .orElseThrow();
    }

    /**
     * Runs a profile; afterwards the servers are those of the beginning. It fails if a server ended
     * by itself, or a request was lost that no crash explains.
     */
    Recording run(Profile profile, ServiceLaw law, Balance balance, long seed)
            throws IOException, InterruptedException {
        Schedule schedule = Schedule.draw(profile, setup, law, seed);
        long origin = System.nanoTime() + NOTICE.toNanos();
        ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor();
        try {
            Future<Void> changes = beside.submit(() -> change(profile, origin));
            Future<?> _ = beside.submit(() -> tickEverySecond(profile, origin));
            Recording recording = generator(balance).drive(schedule, origin);
            Patience.await("a change of the servers", PATIENCE, changes);
            rig.requireAlive();
            Losses.requireCrash(profile, recording);
            rig.removeAdded();
            return recording;
        } finally {
            beside.shutdownNow();
        }
    }

    @Override
    public void close() {
        generators.values().forEach(LoadGenerator::close);
    }

    private LoadGenerator generator(Balance balance) {
        return Objects.requireNonNull(generators.get(balance));
    }

    private static Profile constant(String name, double load, int seconds) {
        return new Profile(List.of(new Phase(name, load, seconds, Regime.STEADY, Change.NONE)), 1);
    }

    private Void change(Profile profile, long origin) throws IOException, InterruptedException {
        for (int phase = 0; phase < profile.phases().size(); phase++) {
            sleepUntil(origin + profile.begin(phase) * SECOND);
            Duration startUp = Duration.ofSeconds(profile.startUpSeconds());
            rig.apply(profile.phases().get(phase).change(), startUp);
        }
        return null;
    }

    private Void tickEverySecond(Profile profile, long origin) throws InterruptedException {
        for (int second = 1; second <= profile.seconds(); second++) {
            sleepUntil(origin + second * SECOND);
            tick.run();
        }
        return null;
    }

    private static void sleepUntil(long nanos) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(nanos - System.nanoTime());
    }
}
