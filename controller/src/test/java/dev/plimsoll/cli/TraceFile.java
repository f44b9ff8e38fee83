// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Trace files for tests: two hours by the minute, up and down once an hour. */
final class TraceFile {
    private static final int MINUTES = 120;

    private TraceFile() {}

    static String web(Path folder) {
        return web(folder, "web");
    }

    static String web(Path folder, String name) {
        return write(folder.resolve(name + ".csv"), rows(_ -> true, _ -> false));
    }

    /** The first half hour alone. */
    static String brief(Path folder, String name) {
        return write(folder.resolve(name + ".csv"), rows(minute -> minute < 30, _ -> false));
    }

    /** The samples of some minutes are missing. */
    static String gap(Path folder, int from, int until) {
        return write(
                folder.resolve("gap.csv"),
                rows(minute -> minute < from || minute >= until, _ -> false));
    }

    /** The samples of some minutes are zero. */
    static String zeros(Path folder, int from, int until) {
        return write(
                folder.resolve("zeros.csv"),
                rows(_ -> true, minute -> minute >= from && minute < until));
    }

    static String idle(Path folder) {
        return write(folder.resolve("idle.csv"), rows(_ -> true, _ -> true));
    }

    static String write(Path file, String content) {
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, content).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String rows(IntPredicate present, IntPredicate zero) {
        return IntStream.range(0, MINUTES)
                .filter(present)
                .mapToObj(minute ->
                        minute * 60 + "," + (zero.test(minute) ? 0 : demand(minute)) + "\n")
                .collect(Collectors.joining("", "timestamp_s,value\n", ""));
    }

    private static double demand(int minute) {
        return 100 + Math.rint(60 * StrictMath.sin(minute / 60.0 * 2 * StrictMath.PI));
    }
}
