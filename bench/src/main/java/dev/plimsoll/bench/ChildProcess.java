// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench;

import dev.plimsoll.app.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code plimsoll} in a process of its own, and all that it says. Thread-safe. */
public final class ChildProcess implements AutoCloseable {
    private final Process process;
    private final Thread listener;
    private final List<String> said = new ArrayList<>();
    private boolean silent;

    /**
     * Starts it.
     *
     * @param options of its Java virtual machine
     * @param arguments as they are given to {@code plimsoll}
     */
    public ChildProcess(List<String> options, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(arguments);
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        BufferedReader lines = process.inputReader();
        listener = Thread.ofVirtual().start(() -> listen(lines));
    }

    public long pid() {
        return process.pid();
    }

    /** What it said; a last line that broke off is not among it. */
    public synchronized List<String> said() {
        return List.copyOf(said);
    }

    /**
     * Waits until it has said something.
     *
     * @throws IOException if it ends before, or does not say it in time
     */
    public synchronized void await(String words, Duration patience)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (said.stream().noneMatch(line -> line.contains(words))) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (silent || left <= 0) {
                throw new IOException("nobody said '%s', but: %s".formatted(words, said));
            }
            wait(left);
        }
    }

    /**
     * Lets it run for a while.
     *
     * @throws IOException if it ends by itself
     */
    public void run(Duration time) throws IOException, InterruptedException {
        if (process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IOException("it ended by itself, and said: " + said());
        }
    }

    /** Kills it with SIGKILL. */
    public void kill() throws InterruptedException {
        process.toHandle().destroyForcibly(); // else its last words would go with it
        process.waitFor();
        listener.join();
    }

    /**
     * Asks it to end, and waits until it has.
     *
     * @throws IOException if it does not end in time
     */
    public void end(Duration patience) throws IOException, InterruptedException {
        process.toHandle().destroy();
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IOException("it did not end within %s of SIGTERM".formatted(patience));
        }
        listener.join();
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
            fallSilent();
        }
    }

    private synchronized void hear(String line) {
        said.add(line);
        notifyAll();
    }

    private synchronized void fallSilent() {
        silent = true;
        notifyAll();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
