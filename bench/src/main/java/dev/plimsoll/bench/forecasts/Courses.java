// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.forecasts;

import dev.plimsoll.model.InvalidInputException;
import dev.plimsoll.sim.workload.Trace;
import dev.plimsoll.sim.workload.TraceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The courses of a folder of traces.
 *
 * @param all at least one, in the order of the traces' names
 * @param tooShort names of the traces that allow none
 */
record Courses(List<Course> all, List<String> tooShort) {
    Courses {
        all = List.copyOf(all);
        tooShort = List.copyOf(tooShort);
    }

    /** Reads every CSV file of a folder. */
    static Courses of(Path folder, int origins) throws IOException {
        List<Course> courses = new ArrayList<>();
        List<String> tooShort = new ArrayList<>();
        for (Trace trace : traces(folder)) {
            Course.of(trace, origins)
                    .ifPresentOrElse(courses::add, () -> tooShort.add(trace.name()));
        }
        if (courses.isEmpty()) {
            throw refused(folder, "its traces are too short for ten origins: give longer ones");
        }
        return new Courses(courses, tooShort);
    }

    private static List<Trace> traces(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw refused(folder, "give a folder with traces (*.csv)");
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> traces = files.filter(Courses::isTrace).sorted().toList();
            if (traces.isEmpty()) {
                throw refused(folder, "there is no trace (*.csv) in it: give a folder with some");
            }
            return traces.stream().map(TraceReader::read).toList();
        }
    }

    private static boolean isTrace(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".csv")
                && !Files.isDirectory(file);
    }

    private static InvalidInputException refused(Path folder, String mend) {
        return new InvalidInputException("DIR", "folder", folder.toString(), mend);
    }
}
