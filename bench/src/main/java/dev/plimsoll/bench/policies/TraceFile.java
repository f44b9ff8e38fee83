// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.policies;

import dev.plimsoll.bench.TraceFolder;
import dev.plimsoll.model.InvalidInputException;
import dev.plimsoll.sim.workload.Trace;
import dev.plimsoll.sim.workload.TraceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A trace that was read.
 *
 * @param hash of the file's bytes
 */
record TraceFile(Trace trace, String hash) {
    /** What a folder holds: traces in the order of their names, and what is none. */
    record Folder(List<TraceFile> traces, List<LeftOut> unreadable) {
        Folder {
            traces = List.copyOf(traces);
            unreadable = List.copyOf(unreadable);
        }

        /** Reads every CSV file. */
        static Folder read(Path folder) throws IOException {
            List<TraceFile> traces = new ArrayList<>();
            List<LeftOut> unreadable = new ArrayList<>();
            for (Path file : TraceFolder.files(folder)) {
                try {
                    Trace trace = TraceReader.read(file);
                    String hash = new Sha256().add(Files.readAllBytes(file)).text();
                    traces.add(new TraceFile(trace, hash));
                } catch (InvalidInputException problem) {
                    unreadable.add(new LeftOut(stem(file), problem.problems().getFirst()));
                }
            }
            return new Folder(traces, unreadable);
        }

        private static String stem(Path file) {
            return String.valueOf(file.getFileName()).replaceFirst("(?i)\\.csv$", "");
        }
    }
}
