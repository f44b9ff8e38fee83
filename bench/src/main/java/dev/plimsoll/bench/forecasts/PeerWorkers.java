// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.forecasts;

import dev.plimsoll.model.InvalidInputException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Processes of the peers' script, each of which does one job after the other: it reads a path and
 * prints it again when it is done. They end with their input, and so with this program too.
 */
final class PeerWorkers {
    private static final int WORKERS = 2;

    private final List<String> command;
    private final Path log;

    /** Workers that a command starts; what they print on their standard error goes to a file. */
    PeerWorkers(List<String> command, Path log) {
        this.command = List.copyOf(command);
        this.log = log;
    }

    /** Does all jobs; {@code done} is called after each, by several threads. */
    void run(List<Path> jobs, Runnable done) throws IOException, InterruptedException {
        Queue<Path> queue = new ConcurrentLinkedQueue<>(jobs);
        int workers = Math.min(WORKERS, jobs.size());
        Callable<Void> worker = () -> work(queue, done);
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Void> end : executor.invokeAll(Collections.nCopies(workers, worker))) {
                await(end);
            }
        }
    }

    private static void await(Future<Void> end) throws IOException, InterruptedException {
        try {
            end.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case InvalidInputException problem -> throw problem;
                case null, default -> throw new IOException("a worker failed", e);
            }
        }
    }

    private Void work(Queue<Path> queue, Runnable done) throws IOException {
        Process process =
                new ProcessBuilder(command).redirectError(Redirect.appendTo(log.toFile())).start();
        try (Writer jobs = process.outputWriter(StandardCharsets.UTF_8);
                BufferedReader ends = process.inputReader(StandardCharsets.UTF_8)) {
            for (Path job = queue.poll(); job != null; job = queue.poll()) {
                if (!isDone(job, jobs, ends)) {
                    throw ended(job);
                }
                done.run();
            }
        } finally {
            process.destroy();
        }
        return null;
    }

    private static boolean isDone(Path job, Writer jobs, BufferedReader ends) {
        try {
            jobs.write(job + "\n");
            jobs.flush();
            return job.toString().equals(ends.readLine());
        } catch (IOException _) {
            return false;
        }
    }

    private InvalidInputException ended(Path job) {
        return new InvalidInputException(
                "the peers' script ended at %s: %s says why; what was answered before is kept"
                        .formatted(job, log));
    }
}
