// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.forecasts;

import dev.plimsoll.bench.TraceFolder;
import dev.plimsoll.sim.workload.Trace;
import dev.plimsoll.sim.workload.TraceReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
            throw TraceFolder.refused(
                    folder, "its traces are too short for ten origins: give longer ones");
        }
        return new Courses(courses, tooShort);
    }

    private static List<Trace> traces(Path folder) throws IOException {
        return TraceFolder.files(folder).stream().map(TraceReader::read).toList();
    }
}
