// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.load;

import dev.plimsoll.bench.ChildProcess;
import dev.plimsoll.bench.load.LoadResult.Bytes;
import dev.plimsoll.bench.load.LoadResult.Restarts;
import dev.plimsoll.bench.load.LoadResult.Usage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One measurement: a controller learns, works while demand stands still and while it moves, is
 * ended, started again, killed, and started again.
 *
 * @param workloads how many it scales
 * @param speed seconds that pass for the fleet in one
 */
record LoadRun(int workloads, int speed, Timetable times) {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** After a restart, so that the next one has something to fold in; in time of the fleet. */
    private static final Duration AT_WORK = Duration.ofMinutes(1);

    LoadResult measure() throws IOException, InterruptedException {
        try (LoadStage stage = new LoadStage(workloads, speed, times)) {
            Instant begin = Instant.now();
            Path file = stage.file("load.jfr");
            try (ChildProcess controller = stage.controller(List.of(Recording.option(file)))) {
                Duration firstStart = since(begin);
                requireInTime(stage);
                Phase quiet = phase(stage, controller, times.quiet(), times.busy());
                Phase busy = phase(stage, controller, times.busy(), times.end());
                double resident = Machine.residentMebibytes(controller.pid());
                double most = Machine.mostResidentMebibytes(controller.pid());
                Duration ended = end(controller);
                Recording recording = Recording.read(file);
                return new LoadResult(
                        workloads,
                        times.measured(),
                        recording.between(quiet.from(), busy.to()),
                        SignalToAction.of(stage.orders(), times.quiet(), times.end()),
                        new Bytes(
                                recording.between(quiet.from(), quiet.to()),
                                quiet.storeBytes(),
                                recording.between(busy.from(), busy.to()),
                                busy.storeBytes()),
                        usage(resident, most, quiet, busy),
                        restarts(stage, firstStart, ended));
            }
        }
    }

    private void requireInTime(LoadStage stage) throws IOException {
        if (since(stage.began()).compareTo(times.quiet().dividedBy(speed)) > 0) {
            throw new IOException(
                    "the controller was not ready after %s, when it was to be measured: leave the"
                                    .formatted(times.quiet().dividedBy(speed))
                            + " machine to it, or give it fewer workloads");
        }
    }

    /** What was used from one instant to another. */
    private record Phase(
            Instant from, Instant to, long storeBytes, Duration processor, Duration machine) {}

    private Phase phase(LoadStage stage, ChildProcess controller, Duration from, Duration to)
            throws IOException, InterruptedException {
        Instant begin = passUntil(stage, controller, from);
        long bytes = stage.storeBytes();
        Duration processor = Machine.processorTime(controller.pid());
        Duration machine = Machine.busyTime();
        Instant end = passUntil(stage, controller, to);
        return new Phase(
                begin,
                end,
                stage.storeBytes() - bytes,
                Machine.processorTime(controller.pid()).minus(processor),
                Machine.busyTime().minus(machine));
    }

    private Instant passUntil(LoadStage stage, ChildProcess controller, Duration time)
            throws IOException, InterruptedException {
        Instant until = stage.began().plus(time.dividedBy(speed));
        Duration left = Duration.between(Instant.now(), until);
        controller.run(left.isNegative() ? Duration.ZERO : left);
        return until;
    }

    private static Usage usage(double mebibytes, double most, Phase quiet, Phase busy) {
        double wall = Duration.between(quiet.from(), busy.to()).toNanos();
        double own = quiet.processor().plus(busy.processor()).toNanos() / wall;
        double all = quiet.machine().plus(busy.machine()).toNanos() / wall;
        return new Usage(
                mebibytes,
                most,
                own,
                Math.max(0, all - own),
                Runtime.getRuntime().availableProcessors());
    }

    private Restarts restarts(LoadStage stage, Duration firstStart, Duration ended)
            throws IOException, InterruptedException {
        Duration afterEnd;
        Instant begin = Instant.now();
        try (ChildProcess controller = stage.controller(List.of())) {
            afterEnd = since(begin);
            controller.run(AT_WORK.dividedBy(speed));
            controller.kill();
        }
        begin = Instant.now();
        try (ChildProcess controller = stage.controller(List.of())) {
            Duration afterKill = since(begin);
            end(controller);
            return new Restarts(firstStart, ended, afterEnd, afterKill);
        }
    }

    private static Duration end(ChildProcess controller) throws IOException, InterruptedException {
        Instant begin = Instant.now();
        controller.end(PATIENCE);
        return since(begin);
    }

    private static Duration since(Instant begin) {
        return Duration.between(begin, Instant.now());
    }
}
