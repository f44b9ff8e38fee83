// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.forecasts;

import dev.plimsoll.cli.Progress;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Has the peers forecast what they have not yet forecast, and keeps it in a folder. */
final class Peers {
    private final Path folder;
    private final Program program;
    private final PrintStream err;

    /** With a folder, the name of Python, and a stream for what takes long. */
    Peers(Path folder, String python, PrintStream err) {
        this.folder = folder;
        this.program = new Program(folder, python);
        this.err = err;
    }

    /** The answers to all courses. */
    PeerSource answers(List<Course> courses) throws IOException, InterruptedException {
        PeerArchive archive = new PeerArchive(folder, Program.recipe());
        List<Course> open = courses.stream().filter(course -> !archive.hasAnswer(course)).toList();
        if (!open.isEmpty()) {
            ask(archive, open);
        }
        return archive;
    }

    private void ask(PeerArchive archive, List<Course> courses)
            throws IOException, InterruptedException {
        if (!program.isInstalled()) {
            err.println("plimsoll: installing statsforecast once (about a minute) ...");
        }
        List<String> command = program.command();
        err.println(
                "plimsoll: the peers forecast %d traces, about a minute of CPU time each ..."
                        .formatted(courses.size()));
        List<Path> jobs = new ArrayList<>();
        for (Course course : courses) {
            jobs.add(archive.writeJob(course));
        }
        try (Progress progress = new Progress("peers", jobs.size())) {
            new PeerWorkers(command, folder.resolve("peers.log")).run(jobs, progress::step);
        }
    }
}
