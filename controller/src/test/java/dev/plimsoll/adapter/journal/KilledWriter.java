// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.journal;

import dev.plimsoll.control.JournalException.Fault;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A {@link CommitLoop} in a process of its own, which is killed without a warning. */
final class KilledWriter implements AutoCloseable {
    private final Process process;
    private final BufferedReader said;
    private int acknowledged;

    private KilledWriter(Process process, int from) {
        this.process = process;
        this.said = process.inputReader();
        this.acknowledged = from;
    }

    static KilledWriter start(String system, String where, int from) throws IOException {
        return start(java(system, where, from), from);
    }

    /** One that can write no file of more than so many KiB. */
    static KilledWriter startWithin(int kib, String system, String where) throws IOException {
        List<String> command = new ArrayList<>();
        command.addAll(List.of("/bin/bash", "-c", "ulimit -f \"$0\" && exec \"$@\""));
        command.add(Integer.toString(kib));
        command.addAll(java(system, where, 0));
        return start(command, 0);
    }

    private static List<String> java(String system, String where, int from) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                CommitLoop.class.getName(),
                Integer.toString(from),
                system,
                where);
    }

    private static KilledWriter start(List<String> command, int from) throws IOException {
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        KilledWriter writer = new KilledWriter(builder.start(), from);
        writer.expect("opening");
        return writer;
    }

    /** Waits for so many commits. */
    void await(int commits) throws IOException {
        for (int i = 0; i < commits; i++) {
            expect(Integer.toString(acknowledged));
            acknowledged++;
        }
    }

    /**
     * Lets it run for a while and kills it; how many commits it had acknowledged by then, in all.
     */
    int killAfter(Duration run) throws IOException, InterruptedException {
        long end = System.nanoTime() + run.toNanos();
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        process.toHandle().destroyForcibly(); // the process itself would close what it said, too
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            acknowledged = Integer.parseInt(line) + 1;
        }
        process.waitFor();
        return acknowledged;
    }

    /** Lets it run until a commit fails, and says why it did. */
    Fault fault() throws IOException {
        String line = said.readLine();
        while (line != null && line.equals(Integer.toString(acknowledged))) {
            acknowledged++;
            line = said.readLine();
        }
        return Fault.valueOf(String.valueOf(line));
    }

    int acknowledged() {
        return acknowledged;
    }

    private void expect(String wanted) throws IOException {
        String line = said.readLine();
        if (!wanted.equals(line)) {
            throw new IOException("the writer said '%s', expected '%s'".formatted(line, wanted));
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
