// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.app;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Tells whoever watches the process what happens, a line each, by the time of the wall. */
final class Log {
    private final PrintStream out;
    private final InstantSource wall;

    Log(PrintStream out, InstantSource wall) {
        this.out = out;
        this.wall = wall;
    }

    /** One that tells nobody. */
    static Log silent() {
        return new Log(
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                InstantSource.system());
    }

    Instant now() {
        return wall.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    void line(String text) {
        lines(List.of(text));
    }

    /** What happened at once, written at once. */
    synchronized void lines(List<String> texts) {
        String begin = now() + " ";
        StringBuilder lines = new StringBuilder();
        texts.forEach(text -> lines.append(begin).append(text.replace('\n', ' ')).append('\n'));
        out.print(lines);
        out.flush();
    }
}
