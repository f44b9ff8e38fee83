// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.kills;

import dev.plimsoll.bench.ChildProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/** {@code plimsoll run} in a process of its own, and all that it says. */
final class KilledController implements AutoCloseable {
    private static final String WORKS = " works on ";
    private static final int MOST_WORK_MILLIS = 1500;
    private static final int MOST_START_MILLIS = 2500;

    /** One in so many is killed while it may still be starting. */
    private static final int EARLY = 5;

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final ChildProcess process;

    KilledController(Path configuration) throws IOException {
        process =
                new ChildProcess(
                        List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                        List.of("run", "-f", configuration.toString()));
    }

    /** Kills it at a random moment: mostly when it is at work, and at times before. */
    void killAtRandom(SplittableRandom random) throws InterruptedException, IOException {
        if (random.nextInt(EARLY) == 0) {
            process.run(Duration.ofMillis(random.nextLong(MOST_START_MILLIS)));
        } else {
            process.await(WORKS, PATIENCE);
            process.run(Duration.ofMillis(random.nextLong(MOST_WORK_MILLIS)));
        }
        process.kill();
    }

    /** Lets it reconcile, work for a while, and end by itself. */
    void letEnd() throws InterruptedException, IOException {
        process.await(WORKS, PATIENCE);
        process.run(Duration.ofMillis(MOST_WORK_MILLIS));
        process.end(PATIENCE);
    }

    /** What it said; a last line that broke off is not among it. */
    List<String> said() {
        return process.said();
    }

    @Override
    public void close() {
        process.close();
    }
}
