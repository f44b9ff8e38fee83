// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is to end with a run: processes, and a folder of their own. All of it ends on closing, and
 * when the program is ended from outside. Thread-safe.
 */
final class Processes implements AutoCloseable {
    private final Path folder;
    private final List<Process> running = new ArrayList<>();
    private final Thread ending = new Thread(this::end, "ending");
    private boolean ended;

    Processes() throws IOException {
        folder = Files.createTempDirectory("plimsoll-fidelity-");
        Runtime.getRuntime().addShutdownHook(ending);
    }

    Path folder() {
        return folder;
    }

    /** Starts a process that ends with the others. */
    synchronized Process start(ProcessBuilder builder) throws IOException {
        if (ended) {
            throw new IOException("no process is started any more: all are being ended");
        }
        Process process = builder.start();
        running.removeIf(other -> !other.isAlive());
        running.add(process);
        return process;
    }

    @Override
    public void close() {
        end();
        forgetHook();
    }

    /** While the program is being ended, the hook runs and cannot be taken back. */
    private void forgetHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(ending);
        } catch (IllegalStateException _) {
            return;
        }
    }

    /** Ends everything; a second time there is nothing left to end. */
    synchronized void end() {
        if (ended) {
            return;
        }
        ended = true;
        running.forEach(Process::destroyForcibly);
        running.forEach(process -> process.onExit().join());
        deleteFolder();
    }

    /** What cannot be deleted stays: it is in the system's folder for such files. */
    private void deleteFolder() {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            System.err.println("plimsoll: %s is left behind: %s".formatted(folder, e.getMessage()));
        }
    }
}
