// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench;

import dev.plimsoll.model.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The traces that a person names by their folder, as the parameter DIR. */
public final class TraceFolder {
    private TraceFolder() {}

    /** Every CSV file of the folder, at least one, in the order of their names. */
    public static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw refused(folder, "give a folder with traces (*.csv)");
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> traces = files.filter(TraceFolder::isTrace).sorted().toList();
            if (traces.isEmpty()) {
                throw refused(folder, "there is no trace (*.csv) in it: give a folder with some");
            }
            return traces;
        }
    }

    /** A folder that cannot be used. */
    public static InvalidInputException refused(Path folder, String mend) {
        return new InvalidInputException("DIR", "folder", folder.toString(), mend);
    }

    private static boolean isTrace(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".csv")
                && !Files.isDirectory(file);
    }
}
