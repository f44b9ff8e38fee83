// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.kills;

import dev.plimsoll.app.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** {@code plimsoll run} in a process of its own, and all that it says. */
final class KilledController implements AutoCloseable {
    private static final String WORKS = " works on ";
    private static final int MOST_WORK_MILLIS = 1500;
    private static final int MOST_START_MILLIS = 2500;

    /** One in so many is killed while it may still be starting. */
    private static final int EARLY = 5;

    private static final int PATIENCE_SECONDS = 60;

    private final Process process;
    private final Thread listener;
    private final List<String> said = new ArrayList<>();
    private final CountDownLatch works = new CountDownLatch(1);

    KilledController(Path configuration) throws IOException {
        process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Main.class.getName(),
                                "run",
                                "-f",
                                configuration.toString())
                        .redirectErrorStream(true)
                        .start();
        BufferedReader lines = process.inputReader();
        listener = Thread.ofVirtual().start(() -> listen(lines));
    }

    /** Kills it at a random moment: mostly when it is at work, and at times before. */
    void killAtRandom(SplittableRandom random) throws InterruptedException, IOException {
        long millis;
        if (random.nextInt(EARLY) == 0) {
            millis = random.nextLong(MOST_START_MILLIS);
        } else {
            awaitWork();
            millis = random.nextLong(MOST_WORK_MILLIS);
        }
        if (process.waitFor(millis, TimeUnit.MILLISECONDS)) {
            throw ended();
        }
        process.toHandle().destroyForcibly(); // else its last words would go with it
        process.waitFor();
        listener.join();
    }

    /** Lets it reconcile, work for a while, and end by itself. */
    void letEnd() throws InterruptedException, IOException {
        awaitWork();
        if (process.waitFor(MOST_WORK_MILLIS, TimeUnit.MILLISECONDS)) {
            throw ended();
        }
        process.toHandle().destroy();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IOException("the controller did not end within a minute of SIGTERM");
        }
        listener.join();
    }

    /** What it said; a last line that broke off is not among it. */
    List<String> said() {
        return List.copyOf(said);
    }

    private void awaitWork() throws InterruptedException, IOException {
        if (!works.await(PATIENCE_SECONDS, TimeUnit.SECONDS) || !process.isAlive()) {
            throw ended();
        }
    }

    private IOException ended() {
        return new IOException("the controller does not work, and said: " + said);
    }

    /** The last line may have broken off: it is heard only once the next has begun. */
    private void listen(BufferedReader lines) {
        try {
            StringBuilder line = new StringBuilder();
            for (int c = lines.read(); c >= 0; c = lines.read()) {
                if (c == '\n') {
                    hear(line.toString());
                    line.setLength(0);
                } else {
                    line.append((char) c);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            works.countDown();
        }
    }

    private void hear(String line) {
        said.add(line);
        if (line.contains(WORKS)) {
            works.countDown();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
